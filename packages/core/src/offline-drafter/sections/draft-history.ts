import type { Clause } from "../../clinical-language/clause.ts";
import { conditionSpan } from "../../clinical-language/condition-span.ts";
import { findStates } from "../../clinical-language/find-states.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { PROCEDURE_LEXICON, REMOVAL_LEXICON } from "../../clinical-language/lexicon/procedures.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { Scene } from "../scene.ts";
import { draftAskedConditions } from "./draft-asked-conditions.ts";
import { draftAskedFamily } from "./draft-asked-family.ts";
import { draftFamilyHistory } from "./draft-family-history.ts";
import { draftSocialHistory } from "./draft-social-history.ts";
import { type HistoryEntry, historyEntry } from "./history-entry.ts";

const phrases = (list: string) => buildLexicon(list.split("|").map((phrase) => [phrase, true] as const));
/** After these a list of the patient's own conditions follows. */
const HISTORY_LEADS = phrases(
  "medical history of|medical history significant for|medical history is significant for|medical history includes|medical history including|history significant for|history of|" +
    "i have a history of|been diagnosed with|i was diagnosed with|diagnosed with|significant past medical history of|medical problems include|history is notable for",
);
/** A condition right after these is the patient's own. */
const OWN_LEADS = new Set("have have had i've got".split(" "));
const HAD = phrases(
  "i had|i've had|i have had|had a|had an|you had|you've had|underwent|status post|prior|previous|s p|they took|took my|took out my|i got|was removed|were removed|" +
    "medical history of|history of|history significant for|had my|had your|had her|had his",
);
/** Words that may stand between two entries of one list. */
const LIST_WORDS = new Set(
  "and a an as well also the prior previous past recent status post or one two three several".split(" "),
);

/**
 * Medical, surgical, family and social history, as far as it was stated as the patient's (or a relative's) own.
 *
 * @param scene The encounter.
 */
export function draftHistory(scene: Scene): HistoryEntry[] {
  const entries = [
    ...scene.clauses.flatMap((clause) => [...conditionsOf(clause), ...proceduresOf(clause)]),
    ...draftAskedConditions(scene),
    ...draftFamilyHistory(scene),
    ...draftAskedFamily(scene),
    ...draftSocialHistory(scene),
  ];
  const seen = new Set<string>();
  const kept: HistoryEntry[] = [];
  for (const entry of entries) {
    const key = `${entry.kind} ${entry.relationship?.toLowerCase()} ${entry.name.toLowerCase()}`;
    if (seen.has(key)) continue;
    seen.add(key);
    kept.push({ ...entry, id: `history-${kept.length + 1}` });
  }
  return kept;
}

function isOwnStatement(clause: Clause): boolean {
  const speaks = clause.role === "patient" || clause.role === "provider";
  const blocked = clause.cues.has("negation") || clause.cues.has("others") || clause.cues.has("uncertain");
  return speaks && clause.mode === "statement" && !blocked;
}

/** "We have a history of" speaks of a family, "I used to have" of what may be over. */
const NOT_OWN = new Set("we our used".split(" "));

function conditionsOf(clause: Clause): HistoryEntry[] {
  const shared = clause.role === "patient" && clause.tokens.some((token) => NOT_OWN.has(token.word));
  if (shared || !isOwnStatement(clause)) return [];
  const leads = findTerms(HISTORY_LEADS, clause.tokens);
  const found: HistoryEntry[] = [];
  let listEnd = -1;
  for (const match of findTerms(CONDITION_LEXICON, clause.tokens)) {
    const { first, last } = conditionSpan(clause, match);
    const before = skipListWords(clause, first);
    const led = leads.some((lead) => lead.last === before);
    const listed = listEnd >= 0 && before === listEnd;
    const owned =
      clause.role === "patient" && OWN_LEADS.has(clause.tokens[before]?.word ?? "") && hasFirstPerson(clause, before);
    if (!led && !listed && !owned) continue;
    if (isCompound(clause, match)) continue;
    listEnd = last;
    found.push({ ...historyEntry("medical", wordsOf(clause, first, last), [quote(clause)]), notes: endOf(clause) });
  }
  const states = clause.role === "patient" ? findStates(clause).filter(({ first }) => isOwnState(clause, first)) : [];
  return [
    ...found,
    ...states.map(({ first, last }) => historyEntry("medical", wordsOf(clause, first, last), [quote(clause)])),
  ];
}

/** The words themselves, where they say that it may be over: "I had asthma as a kid but I grew out of it". */
function endOf(clause: Clause): string | null {
  const isShort = clause.tokens.length <= LONGEST_NOTE_WORDS;
  return isShort && findTerms(OVER, clause.tokens).length > 0 ? clause.text.slice(clause.start, clause.end) : null;
}
const LONGEST_NOTE_WORDS = 24;
const OVER = phrases(
  "as a kid|as a child|as a baby|as a teenager|when i was|when you were|grew out of|outgrew|outgrown|years ago|months ago|in remission|resolved|went away|cleared up|in the past|cured|recovered",
);

/** "I'm diabetic", "I am a diabetic". */
const isOwnState = (clause: Clause, first: number): boolean =>
  /\b(i'm|i am)( also)?( an?)?$/.test(
    clause.tokens
      .slice(Math.max(0, first - 4), first)
      .map(({ word }) => word)
      .join(" "),
  );

/** Index of the last token before `first` that is no list word; an operation inside the list is passed over. */
function skipListWords(clause: Clause, first: number): number {
  const procedures = findTerms(PROCEDURE_LEXICON, clause.tokens);
  let at = first - 1;
  for (;;) {
    const procedure = procedures.find((match) => match.last === at);
    if (procedure !== undefined) at = procedure.first - 1;
    else if (at >= 0 && LIST_WORDS.has(clause.tokens[at]?.word ?? "")) at -= 1;
    else return at;
  }
}

const FIRST_PERSON = new Set(["i", "i've", "i'm"]);
const hasFirstPerson = (clause: Clause, at: number): boolean =>
  clause.tokens.slice(Math.max(0, at - 3), at + 1).some((token) => FIRST_PERSON.has(token.word));

const AFTER_COMPOUND = new Set(
  "medication medications medicine meds screening test tests labs inhaler clinic doctor specialist appointment check panel level levels risk".split(
    " ",
  ),
);
const isCompound = (clause: Clause, match: Match<true>): boolean =>
  AFTER_COMPOUND.has(clause.tokens[match.last + 1]?.word ?? "");

function proceduresOf(clause: Clause): HistoryEntry[] {
  if (!isOwnStatement(clause)) return [];
  const leads = findTerms(HAD, clause.tokens);
  const operations = findTerms(PROCEDURE_LEXICON, clause.tokens).filter((match) =>
    leads.some((lead) => lead.first < match.first && match.first - lead.last <= 8),
  );
  return [...operations, ...findTerms(REMOVAL_LEXICON, clause.tokens)].map((match) =>
    historyEntry("surgical", wordsOf(clause, match.first, match.last), [quote(clause)]),
  );
}
