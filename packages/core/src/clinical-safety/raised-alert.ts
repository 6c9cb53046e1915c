import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";

/** An alert before it has its id; `rule` and `subject` say what it is about, whoever drafted the note. */
export interface RaisedAlert {
  /** Id and version of the rule. */
  readonly rule: string;
  readonly subject: string;
  readonly alert_type:
    | "red_flag"
    | "vital_sign"
    | "drug_allergy"
    | "drug_allergy_cross_reactivity"
    | "duplicate_medication"
    | "duplicate_class"
    | "start_already_taken"
    | "change_not_on_list";
  readonly severity: SoapNote["safetyAlerts"][number]["severity"];
  readonly message: string;
  readonly evidence: readonly Evidence[];
}
