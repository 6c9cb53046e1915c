import type { ContextSnapshot } from "../context-snapshot/context-snapshot.ts";
import { Severity, type SoapNote } from "../soap-note/soap-note.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];
type Medication = SoapNote["subjective"]["medications"][number];

/**
 * Makes the record's allergies and medications those of the draft, whatever a model made of them: each is there once,
 * named and valued as recorded, and a value the record does not have is the model's only where words were said for it.
 *
 * @param subjective - as drafted
 * @param snapshot - what the record says
 * @returns the same part with nothing of the record lost or altered
 */
export function restoreRecorded(
  subjective: SoapNote["subjective"],
  snapshot: ContextSnapshot | null,
): SoapNote["subjective"] {
  if (snapshot === null) return subjective;
  const allergies = snapshot.allergies.map((recorded): Allergy => {
    const drafted = subjective.allergies.find((item) => citesItem(item, recorded.id));
    return {
      id: drafted?.id ?? `record-${recorded.id}`.slice(0, 64),
      allergen: recorded.allergen,
      reaction: recorded.reaction ?? saidIn(drafted, drafted?.reaction),
      severity: Severity.safeParse(recorded.severity).data ?? null,
      status: recorded.status,
      evidence: drafted?.evidence ?? [{ kind: "snapshot", itemId: recorded.id }],
    };
  });
  const medications = snapshot.current_medications.map((recorded): Medication => {
    const drafted = subjective.medications.find((item) => citesItem(item, recorded.id));
    return {
      id: drafted?.id ?? `record-${recorded.id}`.slice(0, 64),
      medication_name: recorded.name,
      dose: recorded.dose ?? saidIn(drafted, drafted?.dose),
      route: recorded.route ?? saidIn(drafted, drafted?.route),
      frequency: recorded.frequency ?? saidIn(drafted, drafted?.frequency),
      duration: saidIn(drafted, drafted?.duration),
      indication: saidIn(drafted, drafted?.indication),
      status: recorded.status,
      rxnorm_code: null,
      evidence: drafted?.evidence ?? [{ kind: "snapshot", itemId: recorded.id }],
    };
  });
  const isNew = (item: Allergy | Medication) => !item.evidence.some(({ kind }) => kind === "snapshot");
  return {
    ...subjective,
    allergies: [...allergies, ...subjective.allergies.filter(isNew)],
    medications: [...medications, ...subjective.medications.filter(isNew)],
  };
}

function citesItem({ evidence }: Allergy | Medication, itemId: string): boolean {
  return evidence.some((one) => one.kind === "snapshot" && one.itemId === itemId);
}

function saidIn(item: Allergy | Medication | undefined, value: string | null | undefined): string | null {
  return item?.evidence.some(({ kind }) => kind === "transcript") ? (value ?? null) : null;
}
