import { z } from "zod";

/**
 * Where an item of a note comes from: words that were said, or an item of the context snapshot.
 *
 * `start` and `end` are offsets in UTF-16 code units into the text of the transcript chunk `sequence`
 * (`text.slice(start, end) === quote`), so that any client can highlight the words that were said.
 */
export const Evidence = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("transcript"),
    sequence: z.int().min(1),
    start: z.int().min(0),
    end: z.int().min(1),
    quote: z.string().min(1),
  }),
  z.strictObject({ kind: z.literal("snapshot"), itemId: z.string().min(1) }),
]);

export type Evidence = z.infer<typeof Evidence>;
