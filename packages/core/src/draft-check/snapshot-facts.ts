import { z } from "zod";
import { Severity } from "../soap-note/soap-note.ts";

const text = z.string().regex(/\S/).max(4000).nullable().catch(null);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable().catch(null))
    .catch([])
    .transform((items) => items.filter((entry) => entry !== null));

/** What the checks of a draft read of a snapshot; a field that is not as the contract says is left out. */
const SnapshotFields = z.object({
  id: z.uuid().nullable().catch(null),
  record_version: z
    .union([z.string().min(1), z.number().transform(String)])
    .nullable()
    .catch(null),
  patient_demographics: z.object({ age: z.int().min(0).nullable().catch(null) }).catch({ age: null }),
  appointment_context: z.object({ appointment_type: text }).catch({ appointment_type: null }),
  list_states: z.object({ medications: z.string().nullish() }).catch({}),
  recent_notes_summary: z.string().catch(""),
  active_conditions: listOf(z.object({ id: z.string().min(1), name: z.string().regex(/\S/), icd10: text })),
  current_medications: listOf(z.object({ id: z.string().min(1), name: z.string().regex(/\S/), status: text })),
  allergies: listOf(
    z.object({
      id: z.string().min(1),
      allergen: z.string().regex(/\S/).max(4000),
      reaction: text,
      severity: Severity.nullable().catch(null),
      status: text,
    }),
  ),
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
