import type { Utterance } from "../clinical-language/utterance.ts";
import { readDrugChange } from "../grounding/check-change.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { checkDrugAllergies } from "./check-drug-allergies.ts";
import { type ActiveMedication, checkMedicationList } from "./check-medication-list.ts";
import { checkVitalSigns } from "./check-vital-signs.ts";
import { findRedFlags } from "./find-red-flags.ts";
import type { RaisedAlert } from "./raised-alert.ts";
import { RED_FLAGS_VERSION } from "./red-flag-rules.ts";

type Alert = SoapNote["safetyAlerts"][number];

/** What a draft is checked against, and whose alerts they are. */
export interface SafetyContext {
  readonly encounterId: string;
  readonly talk: readonly Utterance[];
  readonly ageYears: number | null;
  readonly conditions: readonly string[];
  /** The active list of the record; null where the patient was never asked for it. */
  readonly activeMedications: readonly ActiveMedication[] | null;
  /** Drugs of the plan that grounding took out although the talk names them: an allergy counts all the same. */
  readonly withheldMedications: SoapNote["plan"]["medications"];
}

const ORDER: Readonly<Record<Alert["severity"], number>> = { critical: 0, warning: 1, info: 2 };
const CODES: Readonly<Record<RaisedAlert["alert_type"], string>> = {
  red_flag: "flag",
  vital_sign: "vital",
  drug_allergy: "allergy",
  drug_allergy_cross_reactivity: "cross",
  duplicate_medication: "twice",
  duplicate_class: "pair",
  start_already_taken: "again",
  change_not_on_list: "list",
};
/** Lengths that keep an id within the 64 characters of an item's id, a counter included. */
const ENCOUNTER_CHARACTERS = 12;
const LONGEST_SUBJECT = 24;
const LONGEST_PLACE = 14;
const MOST_ALERTS = 200;
const MOST_EVIDENCE = 50;
/** Changes after which a drug is not taken: nothing to hold against an allergy. What was turned down was ordered. */
const NOT_TAKEN = new Set(["stopped", "held"]);

/**
 * Raises the safety alerts of a draft, the gravest first: red flags of the talk, dangerous vital signs, drugs against
 * allergies, and the plan against the active list.
 *
 * @param note The note, grounded.
 * @param context The talk and the record.
 * @returns Open alerts. An alert's id is made of the encounter, the kind, what it is about and where it was said: drafting
 *   again raises the same alert again, and what was dismissed stays dismissed until something new is said.
 */
export function raiseSafetyAlerts(note: SoapNote, context: SafetyContext): Alert[] {
  const { subjective, objective, plan } = note;
  const drugs = [
    ...[...plan.medications, ...context.withheldMedications].map((item) => ({ ...item, planned: true })),
    ...subjective.medications.map((item) => ({ ...item, planned: false })),
  ].filter(({ status }) => !NOT_TAKEN.has(readDrugChange(status) ?? ""));
  const raised: RaisedAlert[] = [
    ...findRedFlags(context.talk, context.conditions).map(
      ({ rule, evidence }): RaisedAlert => ({
        rule: `${rule.id}-${RED_FLAGS_VERSION}`,
        subject: rule.id,
        alert_type: "red_flag",
        severity: rule.severity,
        message: rule.label,
        evidence,
      }),
    ),
    ...checkVitalSigns(objective.vitalSigns, context.ageYears),
    ...checkDrugAllergies(drugs, subjective.allergies),
    ...checkMedicationList(plan.medications, context.activeMedications, subjective.medications),
  ];
  const ordered = raised.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).slice(0, MOST_ALERTS);
  const taken = new Set<string>();
  return ordered.map(({ alert_type, severity, message, ...about }): Alert => {
    const evidence = about.evidence.slice(0, MOST_EVIDENCE);
    const id = freeId(alertId(context.encounterId, alert_type, about), taken);
    return { id, evidence, alert_type, severity, message, status: "open", dismissed_reason: null };
  });
}

/** Encounter, rule, subject and the place of the evidence, within the length of an item's id. */
function alertId(
  encounterId: string,
  alertType: RaisedAlert["alert_type"],
  { subject, evidence }: Pick<RaisedAlert, "subject" | "evidence">,
): string {
  const spoken = evidence.find((one) => one.kind === "transcript");
  const place = spoken === undefined ? "record" : `${spoken.sequence}-${spoken.start}x${evidence.length}`;
  const slug = subject.replaceAll(/[^\p{L}\p{N}]+/gu, "-").slice(0, LONGEST_SUBJECT);
  return [encounterId.slice(-ENCOUNTER_CHARACTERS), CODES[alertType], slug, place.slice(0, LONGEST_PLACE)].join(".");
}

function freeId(id: string, taken: Set<string>): string {
  let free = id;
  for (let n = 2; taken.has(free); n += 1) free = `${id}-${n}`;
  taken.add(free);
  return free;
}
