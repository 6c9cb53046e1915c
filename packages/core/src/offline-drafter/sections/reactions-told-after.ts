import type { Clause } from "../../clinical-language/clause.ts";
import { FILLERS } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { findTerms, lexiconOf } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { findAllergens } from "./find-allergens.ts";
import { readReaction } from "./read-reaction.ts";

/** A reaction, the clause that tells of it, and the allergen named before it. */
export interface ToldReaction {
  readonly clause: Clause;
  readonly allergen: string;
  readonly reaction: string;
  readonly evidence: TranscriptEvidence[];
}

const CAUSE = /\b(?:it|that|this|they|those)\s+(?:just\s+)?(?:gave|gives?|made|makes?|caused|causes?)\s+(?:me|my)\b/i;
/** What only an allergy does, said as what happened or happens: "I had anaphylaxis", "my throat swelled up", "hives". */
const HAPPENED =
  /^(?:(?:i|we)\s+(?:just\s+|always\s+|usually\s+)?(?:had|got|get|went|go|broke|break|swelled|swell|couldn'?t|itch(?:ed)?)|my\s+\w+\s+(?:swelled|swells?|closed|closes?|itche[sd]))\b/i;
const ALLERGIC =
  /\b(?:hives|rash|anaphyla\w+|swell\w*|swoll?en|throat|welts|itch\w*|couldn'?t breathe|break out|broke out)\b/i;
const BARE =
  /^(?:(?:just|like|a|an|bad|some)\s+)*(?:hives|rash|anaphylaxis|anaphylactic shock|swelling|itching|welts)(?:\s+and\s+(?:hives|rash|swelling|itching))?$/i;
/** Words that make it something of today with a cause of its own. */
const OTHERWISE = new Set("today now currently from because when since right yesterday week".split(" "));
const ASKING = lexiconOf(
  "what happens|what happened|what kind of reaction|what reaction|what does it do|what did it do|what was the reaction|what was your reaction|what is the reaction|what's the reaction|what sort of reaction".split(
    "|",
  ),
);

/**
 * Reactions the patient tells of right after naming their one cause: "Yes, penicillin. Last year it gave me hives", "Yes,
 * penicillin. I had anaphylaxis", or in answer to "what happens when you take it?".
 *
 * Whether the cause is an allergen of the patient is the caller's to know: any drug can make somebody sick.
 *
 * @param clauses The clauses of the talk, in order.
 */
export function reactionsToldAfter(clauses: readonly Clause[]): ToldReaction[] {
  return clauses.flatMap((clause, index): ToldReaction[] => {
    const before = clauses[index - 1];
    if (before === undefined || !isOwn(clause) || findAllergens(clause).length > 0) return [];
    const isAsked = before.role === "provider" && findTerms(ASKING, before.tokens).length > 0;
    const named = isAsked && findAllergens(before).length === 0 ? clauses[index - 2] : before;
    const isNear = isAsked || before.sequence === clause.sequence;
    if (named === undefined || !isNear || !(isOwn(named) || (isAsked && named === before))) return [];
    const [cause, ...others] = findAllergens(named);
    const from = reactionStart(clause, isAsked);
    if (cause === undefined || others.length > 0 || from === null) return [];
    const reaction = readReaction(clause, from);
    if (reaction === null) return [];
    const evidence = [...new Set([named, before, clause])].map((said) => quote(said));
    return [{ clause, allergen: wordsOf(named, cause.first, cause.last), reaction, evidence }];
  });
}

/** Index of the word after which the reaction stands, -1 for anywhere; null where none is told. */
function reactionStart(clause: Clause, isAsked: boolean): number | null {
  const text = clause.text.slice(clause.start, clause.end);
  const caused = CAUSE.exec(text);
  if (caused !== null) return clause.tokens.findIndex(({ start }) => start >= clause.start + caused.index);
  const opening = clause.tokens.find(({ word }) => !FILLERS.has(word) && word !== "yes" && word !== "yeah");
  const told = clause.text.slice(opening?.start ?? clause.end, clause.end);
  if (clause.tokens.some(({ word }) => OTHERWISE.has(word))) return null;
  return BARE.test(told) || (ALLERGIC.test(told) && (isAsked || HAPPENED.test(told))) ? -1 : null;
}

/** Said of the patient for certain; what was long ago is an allergy still. */
const isOwn = ({ role, mode, cues }: Clause): boolean =>
  role === "patient" && mode === "statement" && [...cues].every((cue) => cue === "past");
