import type { Clause } from "../../clinical-language/clause.ts";
import { contradictionOf } from "../../clinical-language/contradiction-of.ts";
import { ALLERGEN_SYNONYMS, REACTION_LEXICON } from "../../clinical-language/lexicon/allergens.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { allergiesInAnswers } from "./allergies-in-answers.ts";
import { findAllergens } from "./find-allergens.ts";
import { reactionsToldAfter } from "./reactions-told-after.ts";
import { readReaction } from "./read-reaction.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];

const BEFORE_ALLERGEN = new Set("the any to a an all and or very also really both of highly my".split(" "));
const ALLERGY_WORDS = new Set("allergic allergy allergies".split(" "));
const SEVERITIES = new Set("mild moderate severe".split(" "));

/**
 * Allergies on record, all of them and as recorded, then those that were said.
 *
 * What is said of a recorded one joins it: its words stand beside the record's, and a value said otherwise replaces the
 * recorded one before the clinician's eyes. A severity on record is not passed on to another reaction. A denial never takes one away: the clinician is asked.
 *
 * @param scene The encounter.
 */
export function draftAllergies(scene: Scene): Allergy[] {
  const drafted = scene.snapshot.allergies.map(
    (entry, index): Allergy => ({
      id: `allergy-record-${index + 1}`,
      evidence: [{ kind: "snapshot", itemId: entry.id }],
      allergen: entry.allergen,
      reaction: entry.reaction,
      severity: entry.severity,
      status: entry.status,
    }),
  );
  const recorded = drafted.length;
  const stated = scene.clauses
    .filter(({ role }) => role === "patient" || role === "provider")
    .map((clause) => allergiesIn(scene, clause));
  for (const said of [...stated.flat(), ...allergiesInAnswers(scene)]) {
    const at = drafted.findIndex((entry) => isSameAllergen(entry.allergen, said.allergen));
    const known = drafted[at];
    if (known === undefined) drafted.push({ ...said, id: `allergy-${drafted.length - recorded + 1}` });
    else drafted[at] = saidAgain(scene, known, said);
  }
  for (const { clause: _, ...told } of reactionsToldAfter(scene.clauses)) {
    const at = drafted.findIndex((entry) => isSameAllergen(entry.allergen, told.allergen));
    const known = drafted[at];
    if (known !== undefined) drafted[at] = saidAgain(scene, known, { ...known, ...told, severity: null });
  }
  return drafted;
}

/** "I can't take sulfa", "never again", a reaction beside an allergen: at least a question. */
function isAvoided(clause: Clause): boolean {
  if (clause.role !== "patient" || clause.cues.has("others") || findAllergens(clause).length === 0) return false;
  const reacts = ALLERGIC.test(clause.text.slice(clause.start, clause.end));
  return reacts || findTerms(AVOIDING, clause.tokens).length > 0;
}
const AVOIDING = buildLexicon(
  "can't take|cannot take|ca n't take|can't have|cannot have|ca n't have|can't tolerate|never again|had a reaction|bad reaction|reaction to|reacted to|swore off"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/** One entry with another mention of it: its words are evidence, and a value said otherwise is put to the clinician. */
function saidAgain(scene: Scene, known: Allergy, said: Allergy): Allergy {
  const reactsOtherwise =
    known.reaction !== null && said.reaction !== null && reactionKey(known.reaction) !== reactionKey(said.reaction);
  const isOtherSeverity = known.severity !== null && said.severity !== null && known.severity !== said.severity;
  const evidence = [...known.evidence, ...said.evidence].slice(0, 50);
  const differing = [...(reactsOtherwise ? ["reaction"] : []), ...(isOtherSeverity ? ["severity"] : [])];
  const before = known.severity === null ? "" : ` (severity on record: ${known.severity.replaceAll("_", " ")})`;
  if (differing.length > 0)
    askToConfirm(
      scene,
      `This allergy was said otherwise than recorded: ${differing.join(", ")}${before}`,
      evidence,
      known.id,
    );
  return {
    ...known,
    evidence,
    reaction: reactsOtherwise ? said.reaction : (known.reaction ?? said.reaction),
    severity: said.severity ?? (reactsOtherwise ? null : known.severity),
  };
}

function allergiesIn(scene: Scene, clause: Clause): Allergy[] {
  const named = clause.tokens.some((token) => ALLERGY_WORDS.has(token.word));
  const caused = named ? [] : reactedTo(clause);
  if (clause.mode === "question") return [];
  if (!named && caused.length === 0) {
    if (isAvoided(clause))
      askToConfirm(scene, "Something that may be an allergy was said: a reaction, or what the patient cannot take", [
        quote(clause),
      ]);
    return [];
  }
  const found = named ? allergensOf(clause) : caused;
  // A reaction of long ago is an allergy still; whoever outgrew one says so with a negation or a "no longer".
  const doubted = [...clause.cues].some((cue) => cue !== "past" || named);
  if (clause.mode !== "statement" || doubted || found.length === 0) {
    // A denial that names no allergen is about the whole list: see draft-list-states.ts.
    const deniesList = findAllergens(clause).length === 0 && clause.cues.has("negation");
    if (clause.cues.has("others") || deniesList) return [];
    askToConfirm(scene, "An allergy was spoken of in words that state none for certain", [quote(clause)]);
    return [];
  }
  const against = clause.role === "provider" ? contradictionOf(clause, scene.replies.get(clause.sequence)) : null;
  if (against !== null) {
    askToConfirm(scene, "An allergy was named and the patient's next words speak against it", [
      quote(clause),
      quote(against),
    ]);
    return [];
  }
  if (named && mayGoOn(clause, found.at(-1)?.last ?? 0))
    askToConfirm(scene, "More allergens may have been named than were recognised", [quote(clause)]);
  return found.map((match) => ({
    id: "",
    evidence: [quote(clause)],
    allergen: wordsOf(clause, match.first, match.last),
    reaction: found.length === 1 ? readReaction(clause, named ? match.last : -1) : null,
    severity: severityOf(clause),
    status: null,
  }));
}

/**
 * "Codeine makes me throw up", "I break out in hives from latex", "ibuprofen, my face swelled": one cause, the patient and
 * a reaction.
 */
function reactedTo(clause: Clause): Match<string>[] {
  const allergens = findAllergens(clause);
  const reactions = findTerms(REACTION_LEXICON, clause.tokens);
  const [cause] = allergens;
  if (cause === undefined || allergens.length !== 1) return [];
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  const gives = reactions.some(({ first }) =>
    range(cause.last + 1, first).some((index) => CAUSING.has(word(index)) && OWN.has(word(index + 1))),
  );
  const breaksOut = reactions.some(({ last }) => range(last + 1, cause.first).some((index) => word(index) === "from"));
  return gives || (breaksOut && OWN_SUBJECTS.has(word(0))) || isFollowedByReaction(clause, cause) ? [cause] : [];
}

/** "Shrimp, I swell up", "iodine contrast, I went into anaphylaxis": after a pause the patient and what only an allergy does. */
function isFollowedByReaction(clause: Clause, cause: Match<string>): boolean {
  if (clause.role !== "patient") return false;
  const next = clause.tokens[cause.last + 1];
  const gap = clause.text.slice(clause.tokens[cause.last]?.end ?? 0, next?.start ?? 0);
  if (!gap.includes(",") || !(OWN.has(next?.word ?? "") || OWN_SUBJECTS.has(next?.word ?? ""))) return false;
  return ALLERGIC.test(clause.text.slice(next?.start ?? 0, clause.end));
}
const ALLERGIC =
  /\b(?:hives|rash|anaphyla\w+|swell\w*|swoll?en|throat|broke out|break out|itch\w*|couldn'?t breathe|can'?t breathe|welts)\b/i;
const CAUSING = new Set("give gives gave giving make makes made making".split(" "));
const OWN = new Set(["me", "you", "my"]);
const OWN_SUBJECTS = new Set("i i'd i'll i've".split(" "));

const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, i) => from + i);

/** Allergens right after "allergic to" or "allergy to", or right before "allergy". */
function allergensOf(clause: Clause): Match<string>[] {
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  const accepted: Match<string>[] = [];
  for (const match of findAllergens(clause)) {
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

function severityOf(clause: Clause): Allergy["severity"] {
  const at = clause.tokens.findIndex(
    (token, index) =>
      SEVERITIES.has(token.word) && /^(reaction|allergy|allergic)/.test(clause.tokens[index + 1]?.word ?? ""),
  );
  const word = clause.tokens[at]?.word;
  return word === "mild" || word === "moderate" || word === "severe" ? word : null;
}

const allergenKey = (name: string): string => {
  const folded = name.toLowerCase().replace(/s$/, "");
  return ALLERGEN_SYNONYMS.get(folded) ?? folded;
};
const isSameAllergen = (a: string, b: string): boolean => allergenKey(a) === allergenKey(b);

/** "A rash" and "rash" are one reaction. */
const reactionKey = (reaction: string): string => reaction.toLowerCase().replace(/^(?:a|an|the|some) /, "");
