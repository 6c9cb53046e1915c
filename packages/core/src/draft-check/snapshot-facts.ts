import { z } from "zod";
import { snapshotAllergies, snapshotIdentity, snapshotList, snapshotText } from "../soap-note/snapshot-fields.ts";

/** What the checks of a draft read of a snapshot; a field that is not as the contract says is left out. */
const SnapshotFields = z.object({
  ...snapshotIdentity,
  patient_demographics: z.object({ age: z.int().min(0).nullable().catch(null) }).catch({ age: null }),
  appointment_context: z.object({ appointment_type: snapshotText }).catch({ appointment_type: null }),
  list_states: z.object({ medications: z.string().nullish() }).catch({}),
  recent_notes_summary: z.string().catch(""),
  active_conditions: snapshotList(
    z.object({ id: z.string().min(1), name: z.string().regex(/\S/), icd10: snapshotText }),
  ),
  current_medications: snapshotList(
    z.object({ id: z.string().min(1), name: z.string().regex(/\S/), status: snapshotText }),
  ),
  allergies: snapshotAllergies,
});

/** The parts of a snapshot a draft is checked against. */
export type SnapshotFacts = z.infer<typeof SnapshotFields>;

/** What the snapshot says where there was no earlier visit (contract of create-context-snapshot). */
const NO_VISITS = "No previous visits";

/**
 * Reads a snapshot leniently: nothing in it may keep a draft from being checked.
 *
 * @param value The snapshot's JSON, or null.
 */
export function readSnapshotFacts(value: unknown): SnapshotFacts {
  return SnapshotFields.parse(typeof value === "object" && value !== null ? value : {});
}

/**
 * Whether the patient has a signed note of an earlier visit.
 *
 * @param facts From {@link readSnapshotFacts}.
 */
export function hasEarlierVisits({ recent_notes_summary: summary }: SnapshotFacts): boolean {
  return summary !== "" && summary !== NO_VISITS;
}
