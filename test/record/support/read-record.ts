import { z } from "zod";

const Item = z.looseObject({ id: z.string(), provenance: z.looseObject({ source_notes: z.array(z.string()) }) });

const Record = z.looseObject({
  conditions: z.array(Item),
  medications: z.array(Item),
  allergies: z.array(Item.extend({ reactions: z.array(z.looseObject({ reaction: z.string() })) })),
});

/** The three lists of a record no item may be missing from. */
export type RecordLists = z.infer<typeof Record>;

/** Parses a record as the database wrote it. */
export const readRecord = (text: string): RecordLists => Record.parse(JSON.parse(text));
