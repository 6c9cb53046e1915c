import type { Clause } from "../../clinical-language/clause.ts";
import type { Evidence } from "../../soap-note/evidence.ts";

/** Quoted stretches are found by the hundreds of characters they touch. */
const CELL_CHARACTERS = 256;

/**
 * Makes a test of whether drafted items already quote some of a passage.
 *
 * @param items Drafted items.
 * @returns A function that tells whether the items' evidence overlaps the passage.
 */
export function quotedBy(items: readonly { readonly evidence: readonly Evidence[] }[]): (passage: Clause) => boolean {
  const cells = new Map<string, Extract<Evidence, { kind: "transcript" }>[]>();
  for (const { evidence } of items) {
    for (const piece of evidence) {
      if (piece.kind !== "transcript") continue;
      for (const cell of cellsOf(piece)) cells.set(cell, [...(cells.get(cell) ?? []), piece]);
    }
  }
  return (passage) =>
    cellsOf(passage).some((cell) =>
      (cells.get(cell) ?? []).some(({ start, end }) => start < passage.end && end > passage.start),
    );
}

function cellsOf({ sequence, start, end }: Pick<Clause, "sequence" | "start" | "end">): string[] {
  const first = Math.floor(start / CELL_CHARACTERS);
  const count = Math.floor(Math.max(start, end - 1) / CELL_CHARACTERS) - first + 1;
  return Array.from({ length: count }, (_, index) => `${sequence} ${first + index}`);
}
