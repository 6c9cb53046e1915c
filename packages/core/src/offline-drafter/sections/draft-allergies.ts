import type { Clause } from "../../clinical-language/clause.ts";
import { ALLERGEN_LEXICON, REACTION_LEXICON } from "../../clinical-language/lexicon/allergens.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];

const BEFORE_ALLERGEN = new Set("the any to a an all and or very also really both of highly my".split(" "));
const ALLERGY_WORDS = new Set("allergic allergy allergies".split(" "));
const SEVERITIES = new Set("mild moderate severe".split(" "));

/**
 * Allergies on record, all of them and as recorded, then those that were said.
 *
 * A denial never takes one away: where words speak against the record, the clinician is asked.
 *
 * @param scene The encounter.
 */
export function draftAllergies(scene: Scene): Allergy[] {
  const recorded = scene.snapshot.allergies.map(
    (entry, index): Allergy => ({
      id: `allergy-record-${index + 1}`,
      evidence: [{ kind: "snapshot", itemId: entry.id }],
      allergen: entry.allergen,
      reaction: entry.reaction,
      severity: entry.severity,
      status: entry.status,
    }),
  );
  const said: Allergy[] = [];
  for (const clause of scene.clauses) {
    if (clause.role !== "patient" && clause.role !== "provider") continue;
    if (clause.mode === "question" || !clause.tokens.some((token) => ALLERGY_WORDS.has(token.word))) continue;
    const found = allergensOf(clause);
    if (clause.mode !== "statement" || clause.cues.size > 0 || found.length === 0) {
      // A denial that names no allergen is about the whole list: see draft-list-states.ts.
      const deniesList = found.length === 0 && clause.cues.has("negation");
      if (clause.cues.has("others") || deniesList) continue;
      askToConfirm(scene, "An allergy was spoken of in words that state none for certain", [quote(clause)]);
      continue;
    }
    if (mayGoOn(clause, found.at(-1)?.last ?? 0))
      askToConfirm(scene, "More allergens may have been named than were recognised", [quote(clause)]);
    for (const match of found) {
      const allergen = wordsOf(clause, match.first, match.last);
      const reaction = found.length === 1 ? reactionOf(clause, match.last) : null;
      const known = [...recorded, ...said].find((entry) => isSameAllergen(entry.allergen, allergen));
      if (known !== undefined && (reaction === null || known.reaction?.toLowerCase() === reaction.toLowerCase()))
        continue;
      said.push({
        id: `allergy-${said.length + 1}`,
        evidence: [quote(clause)],
        allergen,
        reaction,
        severity: severityOf(clause),
        status: null,
      });
    }
  }
  return [...recorded, ...said];
}

/** Allergens right after "allergic to" or "allergy to", or right before "allergy". */
function allergensOf(clause: Clause): Match<string>[] {
  const drugs = findTerms(MEDICATION_LEXICON, clause.tokens);
  const others = findTerms(ALLERGEN_LEXICON, clause.tokens);
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  const matches = [
    ...drugs,
    ...others.filter((other) => drugs.every((drug) => other.last < drug.first || other.first > drug.last)),
  ];
  const accepted: Match<string>[] = [];
  for (const match of matches.sort((a, b) => a.first - b.first)) {
    let before = match.first - 1;
    while (BEFORE_ALLERGEN.has(word(before))) before -= 1;
    const follows = ALLERGY_WORDS.has(word(before)) && word(before + 1) === "to";
    const listed = accepted.some((earlier) => earlier.last === before);
    const names = word(match.last + 1) === "allergy" && hasOwner(clause, match.first);
    if (follows || listed || names) accepted.push(match);
  }
  return accepted;
}

/** "…, and" after the last known allergen: a name may follow that no list has. */
function mayGoOn(clause: Clause, last: number): boolean {
  const next = clause.tokens[last + 1];
  if (next === undefined) return false;
  const gap = clause.text.slice(clause.tokens[last]?.end ?? 0, next.start);
  const reacts = findTerms(REACTION_LEXICON, clause.tokens).some((match) => match.first > last);
  return !reacts && (next.word === "and" || next.word === "or" || gap.includes(","));
}

const OWNERS = new Set("i have i've you've has got a an my your the known with severe mild moderate".split(" "));
function hasOwner(clause: Clause, first: number): boolean {
  return OWNERS.has(clause.tokens[first - 1]?.word ?? "");
}

function reactionOf(clause: Clause, after: number): string | null {
  const reactions = findTerms(REACTION_LEXICON, clause.tokens).filter((match) => match.first > after);
  const [first] = reactions;
  const last = reactions.at(-1);
  if (first === undefined || last === undefined) return null;
  // Several reactions are quoted from the first to the last only where nothing but "and" stands between them.
  const joined = clause.tokens.slice(first.last + 1, last.first).every((token) => token.word === "and");
  return wordsOf(clause, first.first, joined ? last.last : first.last);
}

function severityOf(clause: Clause): Allergy["severity"] {
  const at = clause.tokens.findIndex(
    (token, index) =>
      SEVERITIES.has(token.word) && /^(reaction|allergy|allergic)/.test(clause.tokens[index + 1]?.word ?? ""),
  );
  const word = clause.tokens[at]?.word;
  return word === "mild" || word === "moderate" || word === "severe" ? word : null;
}

function isSameAllergen(a: string, b: string): boolean {
  const fold = (name: string): string => name.toLowerCase().replace(/s$/, "");
  return fold(a) === fold(b);
}
