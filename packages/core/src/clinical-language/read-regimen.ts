import type { Clause, Token } from "./clause.ts";
import { inDigits } from "./in-digits.ts";
import { CORRECTIONS } from "./lexicon/corrections.ts";
import { MEDICATION_LEXICON } from "./lexicon/medications.ts";
import { DOSE_UNITS, DURATION_UNITS, FREQUENCIES, REGIMEN_LINKS, ROUTES } from "./lexicon/regimen.ts";
import { buildLexicon, findTerms, type Lexicon, lexiconOf } from "./lexicon.ts";
import { wordsOf } from "./quote.ts";
import { readNumber } from "./read-number.ts";

const FREQUENCY = buildLexicon(FREQUENCIES.map((phrase) => [phrase, true] as const));
const ROUTE = buildLexicon(ROUTES.map((phrase) => [phrase, true] as const));
const EVERY_UNITS = new Set("hours hour day days morning night evening week weeks month months minutes".split(" "));
const LONGEST_PHRASE_WORDS = 5;

/** What was said of how a drug is taken: exact words, a dose's number in digits, null where nothing was said that belongs to it for certain. */
export interface Regimen {
  readonly dose: string | null;
  readonly route: string | null;
  readonly frequency: string | null;
  readonly duration: string | null;
  /** A number or a second dose stands here that the rules could not place. */
  readonly doubtful: boolean;
}

interface Span {
  readonly first: number;
  readonly last: number;
}

/**
 * Reads the words that directly follow a drug's name (or "dose of" before it), as far as each one belongs to a regimen.
 *
 * @param clause The clause.
 * @param first Index of the drug's first token.
 * @param last Index of the drug's last token.
 * @returns Verbatim parts, the dose with its number in digits. `from 10 to 20 milligrams` gives the dose after "to".
 */
export function readRegimen(clause: Clause, first: number, last: number): Regimen {
  const { tokens } = clause;
  const doses: Span[] = [];
  const parts: Record<"route" | "frequency" | "duration", Span | null> = {
    route: null,
    frequency: null,
    duration: null,
  };
  let doubtful = false;
  let isFrom = false;
  let isCorrected = false;
  let index = last + 1;
  while (index < tokens.length && !isClosed(clause, index)) {
    const frequency = readFrequency(clause, index);
    const route = phraseAt(ROUTE, tokens, index);
    const duration = readDuration(clause, index);
    const number = readNumber(clause.text, tokens, index);
    if (frequency !== null) {
      parts.frequency = { first: parts.frequency?.first ?? index, last: frequency };
      index = frequency + 1;
    } else if (route !== null) {
      parts.route ??= { first: index, last: route };
      index = route + 1;
    } else if (duration !== null) {
      parts.duration ??= { first: index, last: duration };
      index = duration + 1;
    } else if (number !== null) {
      const unit = tokens[number.last + 1];
      const hasUnit = unit !== undefined && DOSE_UNITS.has(unit.word);
      // "… and 20 mg of B": the dose belongs to what follows "of".
      if (hasUnit && tokens[number.last + 2]?.word === "of") break;
      if (hasUnit && !isFrom) doses.push({ first: number.first, last: number.last + 1 });
      else if (!isFrom) doubtful = true;
      isFrom = false;
      index = number.last + (hasUnit ? 2 : 1);
    } else if (correctionAt(clause, index) !== null) {
      // "Five milligrams, no wait, ten milligrams": what was said last holds.
      index = correctionAt(clause, index) ?? index;
      doses.length = 0;
      doubtful = false;
      isCorrected = true;
    } else if (tokens[index]?.word === "from") {
      isFrom = true;
      index += 1;
    } else if (REGIMEN_LINKS.has(tokens[index]?.word ?? "")) index += 1;
    else break;
  }
  const before = isCorrected ? null : doseBefore(clause, first);
  if (before !== null) doses.push(before);
  const isSplit = doses.length > 0 && hasFurtherDose(clause, index);
  const [dose] = doses;
  const text = (span: Span | null | undefined): string | null =>
    span === null || span === undefined ? null : wordsOf(clause, span.first, span.last);
  const said = doses.length === 1 && !isSplit ? text(dose) : null;
  return {
    dose: said === null ? null : inDigits(said),
    route: text(parts.route),
    frequency: text(parts.frequency),
    duration: text(parts.duration),
    doubtful: doubtful || isSplit || doses.length > 1 || isFrom,
  };
}

/** Index of the number that takes the place of what was just said, or null. */
function correctionAt({ text, tokens }: Clause, index: number): number | null {
  const taken = phraseAt(CORRECTION, tokens, index);
  if (taken === null) return null;
  let at = taken + 1;
  for (let more = phraseAt(CORRECTION, tokens, at); more !== null; more = phraseAt(CORRECTION, tokens, at))
    at = more + 1;
  while (BEFORE_CORRECTED.has(tokens[at]?.word ?? "")) at += 1;
  return readNumber(text, tokens, at) === null ? null : at;
}
const CORRECTION = lexiconOf([...CORRECTIONS, "actually", "no", "wait", "well"]);
const BEFORE_CORRECTED = new Set("it's its it is to that's um uh the let's do make that".split(" "));

/** "5 mg on weekdays and 2.5 mg at weekends": half of it would be another regimen. */
function hasFurtherDose(clause: Clause, from: number): boolean {
  const { tokens } = clause;
  const reach = Math.min(tokens.length, from + LONGEST_FURTHER_WORDS);
  const [nextDrug] = findTerms(MEDICATION_LEXICON, tokens.slice(from, reach));
  const end = nextDrug === undefined ? reach : from + nextDrug.first;
  for (let index = from; index < end; index += 1) {
    const number = readNumber(clause.text, tokens, index);
    if (number === null) continue;
    const unit = tokens[number.last + 1]?.word ?? "";
    // "… and 20 mg of B", "… and 20 mg B" is the next drug's.
    if (DOSE_UNITS.has(unit) && !TIME_OR_PLACE.has(unit))
      return number.last + 2 < end && tokens[number.last + 2]?.word !== "of";
    index = number.last;
  }
  return false;
}
const LONGEST_FURTHER_WORDS = 10;
const TIME_OR_PLACE = new Set(["%", "percent"]);

/** A comma followed by a new clause is passed by the links alone; "and" and everything unknown closes the regimen. */
function isClosed(clause: Clause, index: number): boolean {
  const previous = clause.tokens[index - 1];
  const token = clause.tokens[index];
  if (previous === undefined || token === undefined) return true;
  return /[:;()]/.test(clause.text.slice(previous.end, token.start));
}

function phraseAt(lexicon: Lexicon<true>, tokens: readonly Token[], index: number): number | null {
  const [match] = findTerms(lexicon, tokens.slice(index, index + LONGEST_PHRASE_WORDS));
  return match?.first === 0 ? index + match.last : null;
}

function readFrequency(clause: Clause, index: number): number | null {
  const { tokens } = clause;
  const phrase = phraseAt(FREQUENCY, tokens, index);
  if (phrase !== null) return phrase;
  if (tokens[index]?.word === "every") {
    const number = readNumber(clause.text, tokens, index + 1);
    const unit = number === null ? index + 1 : number.last + 1;
    const ranged = tokens[unit]?.word === "to" ? readNumber(clause.text, tokens, unit + 1) : null;
    const at = ranged === null ? unit : ranged.last + 1;
    return EVERY_UNITS.has(tokens[at]?.word ?? "") ? at : null;
  }
  const count = readNumber(clause.text, tokens, index);
  if (count === null || tokens[count.last + 1]?.word !== "times") return null;
  const period = tokens[count.last + 3]?.word ?? "";
  const joined = ["a", "per", "each"].includes(tokens[count.last + 2]?.word ?? "");
  if (joined && ["day", "week", "month"].includes(period)) return count.last + 3;
  return ["daily", "weekly"].includes(tokens[count.last + 2]?.word ?? "") ? count.last + 2 : null;
}

function readDuration(clause: Clause, index: number): number | null {
  const { tokens } = clause;
  if (tokens[index]?.word !== "for") return null;
  let at = index + 1;
  while (["the", "next", "another", "about"].includes(tokens[at]?.word ?? "")) at += 1;
  const number = readNumber(clause.text, tokens, at);
  const unit = number === null ? -1 : number.last + 1;
  return DURATION_UNITS.has(tokens[unit]?.word ?? "") ? unit : null;
}

/** "20 milligrams of (the) lisinopril". */
function doseBefore(clause: Clause, first: number): Span | null {
  const { tokens } = clause;
  let at = first - 1;
  while (["the", "your", "her", "his", "oral"].includes(tokens[at]?.word ?? "")) at -= 1;
  if (tokens[at]?.word === "of") at -= 1;
  else if (at !== first - 1) return null;
  if (!DOSE_UNITS.has(tokens[at]?.word ?? "")) return null;
  for (let start = Math.max(0, at - LONGEST_PHRASE_WORDS); start < at; start += 1) {
    const number = readNumber(clause.text, tokens, start);
    if (number?.last === at - 1) return { first: start, last: at };
  }
  return null;
}
