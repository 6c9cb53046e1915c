import { z } from "zod";
import { Severity } from "./soap-note.ts";

/** A text of a snapshot, or null where there is none or it is not as the contract says. */
export const snapshotText = z.string().regex(/\S/).max(4000).nullable().catch(null);

/**
 * A list of a snapshot, read leniently: an entry that is not as the contract says is left out.
 *
 * @param item Schema of one entry.
 */
export const snapshotList = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item.nullable().catch(null))
    .catch([])
    .transform((items) => items.filter((entry) => entry !== null));

/** Which snapshot it is, and of which version of the record. */
export const snapshotIdentity = {
  id: z.uuid().nullable().catch(null),
  record_version: z
    .union([z.string().min(1), z.number().transform(String)])
    .nullable()
    .catch(null),
};

/** The recorded allergies: one without an id or a name cannot be cited and is left out. */
export const snapshotAllergies = snapshotList(
  z.object({
    id: z.string().min(1),
    allergen: z.string().regex(/\S/).max(4000),
    reaction: snapshotText,
    severity: Severity.nullable().catch(null),
    status: snapshotText,
  }),
);
