import type { Clause } from "../../clinical-language/clause.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { RELATIVES } from "../../clinical-language/lexicon/people.ts";
import { PROCEDURE_LEXICON } from "../../clinical-language/lexicon/procedures.ts";
import { DOSE_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { SYMPTOM_LEXICON } from "../../clinical-language/lexicon/symptoms.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { VITAL_LEXICON } from "../../clinical-language/lexicon/vital-signs.ts";
import { buildLexicon, findTerms, type Lexicon } from "../../clinical-language/lexicon.ts";
import { isSpokenNumber } from "../../clinical-language/read-number.ts";
import { EXAM_CLOSERS, EXAM_LEXICON, EXAM_ONLY, EXAM_OPENERS, FINDING_LEXICON } from "../lexicon/examination.ts";
import { ILLNESS_WORDS } from "../lexicon/illness.ts";
import { INTENTS } from "../lexicon/intent.ts";
import { PLAN_RULES } from "../lexicon/plan.ts";

const phrases = (list: readonly string[]): Lexicon<true> => buildLexicon(list.map((phrase) => [phrase, true] as const));

/** Clinical word lists whose terms are counted; none was made from recordings, so each is a general feature. */
const LEXICONS: Readonly<Record<string, Lexicon<unknown>>> = {
  symptom: SYMPTOM_LEXICON,
  condition: CONDITION_LEXICON,
  drug: MEDICATION_LEXICON,
  procedure: PROCEDURE_LEXICON,
  test: TEST_LEXICON,
  vital: VITAL_LEXICON,
  region: EXAM_LEXICON,
  finding: FINDING_LEXICON,
  examOnly: phrases(EXAM_ONLY),
  opener: phrases(EXAM_OPENERS),
  closer: phrases(EXAM_CLOSERS),
  intent: phrases(INTENTS),
  plan: phrases(PLAN_RULES.flatMap(([, list]) => list.split("|"))),
  illness: phrases(ILLNESS_WORDS),
  relative: phrases(RELATIVES),
};
/** Lists that show what a passage's neighbours are about. */
const AROUND = ["symptom", "region", "finding", "test", "intent", "plan", "drug", "condition", "illness"] as const;
const NEIGHBOURS = 3;
const MOST_COUNTED = 3;
const MOST_NEIGHBOURS = 4;
const POSITIONS = 10;
const SHORT_REPLY_WORDS = 4;

type Phase = "interview" | "examination" | "plan";

/** A passage with what its own words and its place in the encounter say about it. */
export interface Described {
  readonly passage: Clause;
  readonly features: readonly string[];
}

/**
 * Describes passages by features that hold for any encounter: who speaks, how, after what; which clinical lists its words
 * are in; what stands around it; where in the encounter it stands; and its words themselves.
 *
 * @param passages All passages of the encounter, in order.
 */
export function describePassages(passages: readonly Clause[]): Described[] {
  const counts = passages.map(countTerms);
  const phases = phasesOf(passages, counts);
  return passages.map((passage, index) => {
    const speaker = passage.role === "provider" ? "D" : passage.role === "patient" ? "P" : "O";
    const place = Math.floor((POSITIONS * index) / passages.length);
    const phase = phases[index] ?? "interview";
    const plain = [
      `mode ${passage.mode}`,
      `phase ${phase}`,
      `place ${place}`,
      ...[...passage.cues].map((cue) => `cue ${cue}`),
    ];
    const own = Object.entries(counts[index] ?? {});
    return {
      passage,
      features: [
        "any",
        `speaker ${speaker}`,
        `length ${Math.min(8, Math.floor(passage.tokens.length / 3))}`,
        `density ${own.length}`,
        ...plain,
        ...plain.map((feature) => `${feature} ${speaker}`),
        ...new Set(passage.tokens.map(({ word }) => `word ${word}`)),
        ...own.flatMap(([name, count]) => [`${name} ${count}`, `${name} ${speaker}`, `${name} ${phase}`]),
        ...neighbourhood(passages, counts, index),
      ],
    };
  });
}

type Counts = Readonly<Record<string, number>>;

function countTerms(passage: Clause): Counts {
  const counts: Record<string, number> = {};
  const add = (name: string, count: number): void => {
    if (count > 0) counts[name] = Math.min(MOST_COUNTED, count);
  };
  for (const [name, lexicon] of Object.entries(LEXICONS)) add(name, findTerms(lexicon, passage.tokens).length);
  add("number", passage.tokens.filter((token) => isSpokenNumber(token) && token.word !== "one").length);
  add("unit", passage.tokens.filter((token) => DOSE_UNITS.has(token.word)).length);
  return counts;
}

/** The clinician's own words open and close the examination. */
function phasesOf(passages: readonly Clause[], counts: readonly Counts[]): Phase[] {
  let phase: Phase = "interview";
  return passages.map((passage, index) => {
    const own = counts[index] ?? {};
    if (passage.role !== "provider") return phase;
    if (own["opener"] !== undefined) phase = "examination";
    else if (own["closer"] !== undefined) phase = "plan";
    else if (phase !== "interview" && own["intent"] !== undefined && own["plan"] !== undefined) phase = "plan";
    return phase;
  });
}

function neighbourhood(passages: readonly Clause[], counts: readonly Counts[], index: number): string[] {
  const features: string[] = [];
  const around = [-3, -2, -1, 1, 2, NEIGHBOURS].map((offset) => counts[index + offset] ?? {});
  for (const name of AROUND) {
    const near = around.filter((neighbour) => neighbour[name] !== undefined).length;
    if (near > 0) features.push(`near ${name} ${Math.min(MOST_NEIGHBOURS, near)}`);
  }
  const before = passages[index - 1];
  const after = passages[index + 1];
  const role = passages[index]?.role;
  if (before !== undefined) features.push(`after ${before.mode} ${before.role === role ? "own" : "other's"}`);
  if (after !== undefined && after.role !== role)
    features.push("last of turn", `answered ${after.tokens.length < SHORT_REPLY_WORDS ? "shortly" : "at length"}`);
  return features;
}
