import type { Token } from "./clause.ts";
import { FILLERS } from "./lexicon/clause-boundaries.ts";

const NO = new Set("no nope nah not uh-uh nuh-uh mm-mm".split(" "));

/**
 * Tells whether words open with a denial of what was said before, fillers aside.
 *
 * @param tokens The words.
 */
export const opensWithNo = (tokens: readonly Token[]): boolean =>
  NO.has(tokens.find(({ word }) => !FILLERS.has(word))?.word ?? "");
