import type { Clause } from "../../clinical-language/clause.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { findAllergens } from "./find-allergens.ts";
import { readReaction } from "./read-reaction.ts";

/** A reaction and the allergen the clause before it names. */
export interface ToldReaction {
  readonly allergen: string;
  readonly reaction: string;
  readonly evidence: TranscriptEvidence[];
}

const CAUSE = /\b(?:it|that|this|they|those)\s+(?:just\s+)?(?:gave|gives?|made|makes?|caused|causes?)\s+(?:me|my)\b/i;

/**
 * Reactions the patient tells of right after naming their one cause: "Yes, penicillin. Last year it gave me hives."
 *
 * Whether the cause is an allergen of the patient is the caller's to know: any drug can make somebody sick.
 *
 * @param clauses The clauses of the talk, in order.
 */
export function reactionsToldAfter(clauses: readonly Clause[]): ToldReaction[] {
  return clauses.flatMap((clause, index): ToldReaction[] => {
    const named = clauses[index - 1];
    if (named === undefined || named.sequence !== clause.sequence || !isOwn(named) || !isOwn(clause)) return [];
    const [cause, ...others] = findAllergens(named);
    const told = CAUSE.exec(clause.text.slice(clause.start, clause.end));
    if (cause === undefined || others.length > 0 || told === null || findAllergens(clause).length > 0) return [];
    const start = clause.start + told.index;
    const reaction = readReaction(
      clause,
      clause.tokens.findIndex((token) => token.start >= start),
    );
    if (reaction === null) return [];
    return [{ allergen: wordsOf(named, cause.first, cause.last), reaction, evidence: [quote(named), quote(clause)] }];
  });
}

/** Said of the patient for certain; what was long ago is an allergy still. */
const isOwn = ({ role, mode, cues }: Clause): boolean =>
  role === "patient" && mode === "statement" && [...cues].every((cue) => cue === "past");
