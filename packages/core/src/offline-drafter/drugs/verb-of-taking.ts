import type { Clause } from "../../clinical-language/clause.ts";

const TAKING = new Set("take takes taking on use uses using".split(" "));
const PRESENT_SUBJECTS = new Set("i i'm i've you're you you've he's she's he she patient we".split(" "));
const AUXILIARIES = new Set(
  "am are is been being currently still also now just already have has do does regularly both only usually mainly really actually".split(
    " ",
  ),
);
const NEGATIONS = new Set("not n't never don't doesn't haven't isn't aren't ain't dont havent".split(" "));
const BEFORE_DRUG = new Set(
  "the my your his her a an some over counter daily and any that this like low dose both".split(" "),
);
/** "Put you on", "want you on", "have you take" speak of what shall be, not of what is. */
const ORDERING = new Set(
  "want put start started keep kept get got continue place placed make made let switch switched starting putting placing should could can to".split(
    " ",
  ),
);
const LONGEST_REACH_WORDS = 6;

/** "Xarelto instead of warfarin" names a drug that is not taken. */
const EXCEPTING = new Set("instead except besides than without not".split(" "));
const range = (from: number, to: number): number[] =>
  Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);

/** How a clause says that somebody present takes a drug. */
export interface Taking {
  /** Index of the verb. */
  readonly verb: number;
  readonly denied: boolean;
}

/**
 * Finds the words that say somebody present takes a drug: "I'm taking", "you are on", "she has not been using".
 *
 * @param clause The clause.
 * @param drug Index of the drug's first token.
 */
export function verbOfTaking(clause: Clause, drug: number): Taking | null {
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  let at = drug - 1;
  const floor = drug - LONGEST_REACH_WORDS;
  while (at >= floor && BEFORE_DRUG.has(word(at))) at -= 1;
  // A dose may stand between the verb and the drug: "taking 20 milligrams of".
  const reach = word(at) === "of" ? at - 3 : at;
  if (range(reach, drug).some((index) => EXCEPTING.has(word(index)))) return null;
  for (let verb = at; verb >= Math.max(0, reach); verb -= 1) {
    if (!TAKING.has(word(verb))) continue;
    let subject = verb - 1;
    let denied = false;
    while (AUXILIARIES.has(word(subject)) || NEGATIONS.has(word(subject))) {
      denied ||= NEGATIONS.has(word(subject));
      subject -= 1;
    }
    const ordered = ORDERING.has(word(subject - 1)) || (word(subject - 1) === "have" && word(verb) !== "on");
    return PRESENT_SUBJECTS.has(word(subject)) && !ordered ? { verb, denied } : null;
  }
  return null;
}
