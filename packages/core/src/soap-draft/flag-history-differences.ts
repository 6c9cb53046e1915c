import type { ContextSnapshot } from "../context-snapshot/context-snapshot.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";

type History = NonNullable<GenerateSoapDraftRequest["patientMedicalHistory"]>;
type Entry = NonNullable<History["allergies"]>[number];

const MAX_FLAGS_PER_LIST = 50;

/**
 * Notes in a draft where the history a client sent names something the stored snapshot does not. The client's history
 * never enters the draft itself: a clinician is asked to look, and that is all.
 *
 * @param note - as drafted
 * @param history - `patientMedicalHistory` of the request
 * @param snapshot - what the record says; null where the encounter has no snapshot
 * @returns the draft with one confirmation flag per difference
 */
export function flagHistoryDifferences(
  note: SoapNote,
  history: History | undefined,
  snapshot: ContextSnapshot | null,
): SoapNote {
  if (history === undefined) return note;
  const reasons = [
    ...unrecorded(
      "allergy",
      history.allergies,
      snapshot?.allergies.map(({ allergen }) => allergen),
    ),
    ...unrecorded(
      "medication",
      history.currentMedications,
      snapshot?.current_medications.map(({ name }) => name),
    ),
    ...unrecorded(
      "condition",
      history.medicalConditions,
      snapshot?.active_conditions.map(({ name }) => name),
    ),
  ];
  const flags = reasons.map((reason) => ({ itemId: null, reason, evidence: [] }));
  const { aiFlags } = note.meta;
  const needs_clinician_confirmation = [...aiFlags.needs_clinician_confirmation, ...flags];
  return { ...note, meta: { ...note.meta, aiFlags: { ...aiFlags, needs_clinician_confirmation } } };
}

function unrecorded(
  kind: string,
  sent: readonly Entry[] | null | undefined,
  recorded: readonly string[] = [],
): string[] {
  const known = recorded.map(folded);
  return (sent ?? [])
    .map(nameOf)
    .filter((name) => name !== "" && !known.some((entry) => folded(name).startsWith(entry)))
    .slice(0, MAX_FLAGS_PER_LIST)
    .map((name) => `The request's patient history names the ${kind} "${name.slice(0, 200)}"; the record does not`);
}

/** The app writes "Penicillin (moderate)" and {name, dosage}; the record writes the bare name. */
function nameOf(entry: Entry): string {
  if (typeof entry === "string") return entry.trim();
  const name = entry["name"] ?? entry["allergen"];
  return typeof name === "string" ? name.trim() : "";
}

function folded(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
