import type { Clause } from "../../clinical-language/clause.ts";
import { ANALYTE_LEXICON } from "../../clinical-language/lexicon/analytes.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { VITAL_LINKS } from "../../clinical-language/lexicon/vital-signs.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { numberValue } from "../../clinical-language/number-value.ts";
import { numberWords } from "../../clinical-language/number-words.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { readNumber, type SpokenNumber } from "../../clinical-language/read-number.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { quotedBy } from "../summary/quoted-by.ts";

type Diagnostic = SoapNote["objective"]["diagnostics"][number];

const phrases = (list: string) => buildLexicon(list.split("|").map((phrase) => [phrase, true] as const));
/** Words after which a result is told. */
const RESULT_LEADS = phrases(
  "showed|shows|show|reveals|revealed|demonstrates|demonstrated|demonstrate|came back|comes back|is|was|were|are|which was|came out|looks|looked|result was|results were|it looks like|has been|have been",
);
/** Words without which what follows "is" or "was" is no result. */
const RESULT_WORDS = phrases(
  "normal|abnormal|elevated|high|low|negative|positive|unremarkable|stable|borderline|fracture|good|fine|clear|increased|decreased|within normal limits|consistent with|evidence of|" +
    "up a little|improved|higher|lower|disease|effusion|arthritis|regurgitation|stenosis|pumping function|ejection fraction|no signs|infection",
);
const NOT_YET = phrases(
  "order|ordered|ordering|repeat|schedule|get|need|needs|going to|gon na|gonna|wanna|wan na|will|we'll|i'll|want|like to|due for|check|recheck|send you|set you up|do an|let's|show me|pull up|had you done|have you",
);
const DATES = phrases("last year|last month|last week|last visit|last time|today|yesterday|this morning|a year ago");
/** Words after the test's name that make what is told the result of something else. */
const ELSEWHERE = new Set("other others all everything rest but else another patient's".split(" "));
/** Words that may follow a number; before any other it counts something else. */
const AFTER_NUMBER = new Set(
  "% percent today now in and which so but it this here from you that with last yesterday um uh okay right well".split(
    " ",
  ),
);
const EARLIER_RESULT = "A result was said to be of an earlier time";
const LONGEST_LINK_WORDS = 6;
const LONGEST_SHOWING_LINK_WORDS = 14;
const LONGEST_DATE_REACH_WORDS = 3;
const SHOWING = new Set("showed shows show reveals revealed demonstrates demonstrated demonstrate".split(" "));
const RESULT_UNITS = new Set("% percent".split(" "));
const LONGEST_RESULT_WORDS = 40;

/**
 * Results the clinician states: a number right after the test's name, or the words that tell what it showed.
 *
 * A test that is ordered, offered or asked about is no result.
 *
 * @param scene The encounter.
 */
export function draftDiagnostics(scene: Scene): Diagnostic[] {
  const results: Diagnostic[] = [];
  for (const clause of scene.clauses) {
    if (clause.role !== "provider" || clause.mode !== "statement" || clause.cues.has("others")) continue;
    const tests = testsIn(clause);
    for (const [order, test] of tests.entries()) {
      const end = (tests[order + 1]?.first ?? clause.tokens.length) - 1;
      const result = resultOf(clause, test, end, tests.length === 1);
      if (result === null && isEarlierValue(clause, test.last + 1, end))
        askToConfirm(scene, EARLIER_RESULT, [quote(clause)]);
      if (result === null) continue;
      const date = findTerms(DATES, clause.tokens).find(
        ({ first, last }) =>
          (first > test.last && first - test.last <= LONGEST_DATE_REACH_WORDS) || last === test.first - 1,
      );
      const isEarlier = date === undefined && clause.cues.has("past");
      if (isEarlier) {
        askToConfirm(scene, EARLIER_RESULT, [quote(clause)]);
        continue;
      }
      results.push({
        id: `result-${results.length + 1}`,
        evidence: [quote(clause)],
        test_name: wordsOf(clause, test.first, test.last),
        result_value: result.value,
        unit: result.unit,
        interpretation: result.interpretation,
        loinc_code: null,
        date: date === undefined ? null : wordsOf(clause, date.first, date.last),
      });
    }
  }
  const isQuoted = quotedBy(results);
  const alsoStated = scene.chosen.filter(
    ({ section, passage }) => section === "results" && isToldResult(passage) && !isQuoted(passage),
  );
  return [...results, ...alsoStated.map(({ passage }, index) => passageResult(passage, results.length + index + 1))];
}

/** Studies by name, and analytes that are one only where a result follows ("sodium 138", not "a low sodium diet"). */
function testsIn(clause: Clause): Match<true>[] {
  const named = findTerms(TEST_LEXICON, clause.tokens);
  const measured = findTerms(ANALYTE_LEXICON, clause.tokens).filter(
    ({ first, last }) =>
      plausibleAfter(clause, last) !== null && named.every((test) => test.last < first || test.first > last),
  );
  return [...named, ...measured.map((match) => ({ ...match, value: true as const }))].sort((a, b) => a.first - b.first);
}

/** The number right after an analyte's name, where it can be its result. */
function plausibleAfter({ text, tokens }: Clause, last: number): SpokenNumber | null {
  const number = readNumber(text, tokens, last + 1);
  const analyte = findTerms(ANALYTE_LEXICON, tokens).find((match) => match.last === last);
  if (number === null || analyte === undefined) return null;
  const value = Number(numberValue(numberWords(text, tokens, number.first, number.last)) ?? Number.NaN);
  return value >= analyte.value.lowest && value <= analyte.value.highest ? number : null;
}

/** "All the other labs" names no test. */
function isToldResult({ role, mode, tokens }: Clause): boolean {
  const isVague = tokens.some(({ word }) => word === "other" || word === "others");
  return role === "provider" && mode === "statement" && !isVague && findTerms(NOT_YET, tokens).length === 0;
}

/** A passage about a result whose value the rules cannot take apart: it is quoted whole. */
function passageResult(passage: Clause, number: number): Diagnostic {
  const words = passage.text.slice(passage.start, passage.end);
  const [test] = findTerms(TEST_LEXICON, passage.tokens);
  return {
    id: `result-${number}`,
    evidence: [quote(passage)],
    test_name: test === undefined ? words : wordsOf(passage, test.first, test.last),
    result_value: null,
    unit: null,
    interpretation: words,
    loinc_code: null,
    date: null,
  };
}

/** "Your a1c six months ago was 8.2": a value of another day, which no rule here dates. */
function isEarlierValue(clause: Clause, from: number, end: number): boolean {
  if (!clause.cues.has("past") || clause.cues.has("negation")) return false;
  return clause.tokens
    .slice(from, end)
    .some(({ word }, index) => WAS.has(word) && readNumber(clause.text, clause.tokens, from + index + 1) !== null);
}
const WAS = new Set("was were".split(" "));

interface Result {
  readonly value: string | null;
  readonly unit: string | null;
  readonly interpretation: string | null;
}

function resultOf(clause: Clause, test: Match<true>, end: number, alone: boolean): Result | null {
  const around = clause.tokens.slice(Math.max(0, test.first - 8), Math.min(clause.tokens.length, end + 1));
  if (findTerms(NOT_YET, around).length > 0) return null;
  const value = numberAfter(clause, test, end);
  const told = clause.tokens.slice(test.last + 1, end + 1);
  const lead = findTerms(RESULT_LEADS, told).find(({ first, last }) => {
    const shows = SHOWING.has(told[last]?.word ?? "");
    const linked = told.slice(0, first).every((token) => !ELSEWHERE.has(token.word) && (shows || token.word !== "and"));
    const isFar = !linked || first > (shows ? LONGEST_SHOWING_LINK_WORDS : LONGEST_LINK_WORDS);
    if (isFar) return false;
    const rest = told.slice(last + 1);
    return shows || findTerms(RESULT_WORDS, rest).length > 0;
  });
  // "Does not show a fracture": what is told starts with the negation, or is not told at all.
  const denial = told.findIndex((token, index) => index <= (lead?.last ?? -1) && isNegation(token.word));
  const first = lead === undefined ? -1 : test.last + 1 + (denial === -1 ? lead.last + 1 : denial);
  const before = clause.tokens.slice(Math.max(0, test.first - LONGEST_LINK_WORDS), test.first);
  if (before.some(({ word }) => isNegation(word) || word === "other")) return null;
  const readable = lead !== undefined && alone && first <= end && end - first < LONGEST_RESULT_WORDS;
  if (value === null && !readable) return null;
  return {
    value: value?.value ?? null,
    unit: value?.unit ?? null,
    interpretation: readable ? wordsOf(clause, first, end) : null,
  };
}

const isNegation = (word: string): boolean =>
  word === "no" || word === "not" || word === "never" || word.endsWith("n't");

/** The next test is named right here. */
const isNamed = (clause: Clause, index: number): boolean => testsIn(clause).some(({ first }) => first === index);

const DECIMAL = /^\d+\.\d+$/;

/** A number that follows the test's name with linking words only; a decimal one may follow at once. */
function numberAfter(clause: Clause, test: Match<true>, end: number): { value: string; unit: string | null } | null {
  let first = test.last + 1;
  while (first <= end && VITAL_LINKS.has(clause.tokens[first]?.word ?? "")) first += 1;
  const number = first <= end ? readNumber(clause.text, clause.tokens, first) : null;
  if (number === null || number.ambiguousPoint || number.last > end) return null;
  // "Potassium 5.9", "sodium 138" are values; "the mri 2 months ago" counts.
  const isBare = first === test.last + 1 && !DECIMAL.test(clause.tokens[first]?.word ?? "");
  if (isBare && plausibleAfter(clause, test.last) === null) return null;
  const isLast = number.last === end;
  const next = isLast && isNamed(clause, number.last + 1) ? "" : (clause.tokens[number.last + 1]?.word ?? "");
  const isDate = clause.tokens[number.first]?.word.includes("/") === true;
  const gap = clause.text.slice(
    clause.tokens[number.last]?.end ?? 0,
    clause.tokens[number.last + 1]?.start ?? clause.end,
  );
  if (isDate || (next !== "" && !gap.includes(",") && !AFTER_NUMBER.has(next))) return null;
  const unit = RESULT_UNITS.has(next) ? wordsOf(clause, number.last + 1, number.last + 1) : null;
  return { value: wordsOf(clause, number.first, number.last), unit };
}
