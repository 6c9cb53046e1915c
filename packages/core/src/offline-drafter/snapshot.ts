import { z } from "zod";
import { Severity } from "../soap-note/soap-note.ts";

const text = z.string().regex(/\S/).max(4000).nullable().catch(null);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable().catch(null))
    .catch([])
    .transform((items) => items.filter((entry) => entry !== null));

/**
 * What the offline drafter reads of a context snapshot; a field that is not as the contract says is left out.
 * An allergy or a medication without an id or a name cannot be cited and is counted in `unreadable`.
 */
const SnapshotFields = z.object({
  id: z.uuid().nullable().catch(null),
  record_version: z
    .union([z.string().min(1), z.number().transform(String)])
    .nullable()
    .catch(null),
  appointment_context: z
    .object({ appointment_id: text, chief_complaint: text })
    .catch({ appointment_id: null, chief_complaint: null }),
  allergies: listOf(
    z.object({
      id: z.string().min(1),
      allergen: z.string().regex(/\S/).max(4000),
      reaction: text,
      severity: Severity.nullable().catch(null),
      status: text,
    }),
  ),
  current_medications: listOf(
    z.object({
      id: z.string().min(1),
      name: z.string().regex(/\S/).max(4000),
      dose: text,
      frequency: text,
      route: text,
      status: text,
    }),
  ),
});

/** The parts of a context snapshot the offline drafter reads. */
export type Snapshot = z.infer<typeof SnapshotFields> & { readonly unreadable: number };

/** A text over the schema's limit cannot be carried over; it is counted, never dropped silently. */
const LONGEST_TEXT = 4000;
const Lengths = z.object({
  allergies: z.array(z.unknown()).catch([]),
  current_medications: z.array(z.unknown()).catch([]),
});

/**
 * Reads a context snapshot leniently: nothing in it may keep a note from being drafted.
 *
 * @param value The snapshot's JSON, or null where the encounter has none.
 * @returns What could be read, and how many allergies and medications could not.
 */
export function readSnapshot(value: unknown): Snapshot {
  const source = typeof value === "object" && value !== null ? value : {};
  const fields = SnapshotFields.parse(source);
  const lengths = Lengths.parse(source);
  const given = lengths.allergies.length + lengths.current_medications.length;
  const tooLong = [...lengths.allergies, ...lengths.current_medications].filter(hasOverlongText).length;
  const unread = given - fields.allergies.length - fields.current_medications.length;
  return { ...fields, unreadable: unread + tooLong };
}

function hasOverlongText(entry: unknown): boolean {
  const { allergen, name, ...details } = Texts.parse(entry);
  // An overlong name makes the whole entry unreadable, which is counted already.
  const isNamed = [allergen, name].every((value) => typeof value !== "string" || value.length <= LONGEST_TEXT);
  return isNamed && Object.values(details).some((value) => typeof value === "string" && value.length > LONGEST_TEXT);
}
const Texts = z.record(z.string(), z.unknown()).catch({});
