import type { Clause } from "../../clinical-language/clause.ts";
import type { Evidence } from "../../soap-note/evidence.ts";

/**
 * Tells whether drafted items already quote a passage: their evidence covers it, or lies within it.
 *
 * @param items Drafted items.
 * @param passage The passage.
 */
export function isQuotedIn(items: readonly { readonly evidence: readonly Evidence[] }[], passage: Clause): boolean {
  return items.some(({ evidence }) =>
    evidence.some(
      (piece) =>
        piece.kind === "transcript" &&
        piece.sequence === passage.sequence &&
        piece.start < passage.end &&
        piece.end > passage.start,
    ),
  );
}
