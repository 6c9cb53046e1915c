import type { Clause } from "../../clinical-language/clause.ts";

/**
 * Tells whether a passage is a clause or a part of it.
 *
 * @param passage The shorter one.
 * @param clause The longer one.
 */
export function isWithin(passage: Clause, clause: Clause): boolean {
  return passage.sequence === clause.sequence && passage.start >= clause.start && passage.end <= clause.end;
}
