import { z } from "zod";
import { snapshotAllergies, snapshotIdentity, snapshotList, snapshotText } from "../soap-note/snapshot-fields.ts";

/**
 * What the offline drafter reads of a context snapshot; a field that is not as the contract says is left out.
 * An allergy or a medication without an id or a name cannot be cited and is counted in `unreadable`.
 */
const SnapshotFields = z.object({
  ...snapshotIdentity,
  appointment_context: z
    .object({ appointment_id: snapshotText, chief_complaint: snapshotText })
    .catch({ appointment_id: null, chief_complaint: null }),
  allergies: snapshotAllergies,
  current_medications: snapshotList(
    z.object({
      id: z.string().min(1),
      name: z.string().regex(/\S/).max(4000),
      dose: snapshotText,
      frequency: snapshotText,
      route: snapshotText,
      status: snapshotText,
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
