import type { Token } from "./clause.ts";
import { COUNTED } from "./lexicon/counted.ts";
import { DOSE_UNIT_CODES } from "./lexicon/regimen.ts";
import { numberValue } from "./number-value.ts";
import { numberWords } from "./number-words.ts";
import { readNumber } from "./read-number.ts";

/** A number in a text, spoken or written: indexes of its words, and what it says. */
export interface NumberFact {
  readonly first: number;
  readonly last: number;
  /** Digits without leading or trailing zeros; `130/68` for a pair. */
  readonly value: string;
  /** UCUM code of the dose unit right after it, or null. */
  readonly unit: string | null;
}

/** Units a number may be followed by that are no dose, by the code they are compared as. */
const OTHER_UNITS: ReadonlyMap<string, string> = new Map(
  [
    ["[lb_av]", "pound pounds lb lbs"],
    ["kg", "kilogram kilograms kilo kilos kg"],
    ["[degF]", "fahrenheit f"],
    ["Cel", "celsius c"],
    ["meq", "meq milliequivalent milliequivalents"],
    ["cm", "centimeter centimeters cm"],
    ["[in_i]", "inch inches"],
    ["[ft_i]", "foot feet"],
  ].flatMap(([code = "", words = ""]) => words.split(" ").map((word) => [word, code] as const)),
);

/**
 * Reads every number of a text, so that `one thirty over sixty eight` and `130/68` are known to be the same.
 *
 * @param text The text; offsets of `tokens` point into it.
 * @param tokens Its words.
 * @returns The numbers in order; a lone "one" counts nothing and is left out, unless a unit follows.
 */
export function readNumberFacts(text: string, tokens: readonly Token[]): NumberFact[] {
  const facts: NumberFact[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const fact = pairAt(text, tokens, index) ?? numberAt(text, tokens, index);
    if (fact === null) continue;
    index = fact.last;
    const isPronoun = fact.value === "1" && fact.unit === null && tokens[fact.first]?.word === "one";
    if (!isPronoun) facts.push(fact);
  }
  return facts;
}

function numberAt(text: string, tokens: readonly Token[], index: number): NumberFact | null {
  const span = readNumber(text, tokens, index);
  if (span === null) return null;
  const isCount = span.ambiguousPoint && COUNTED.has(tokens[span.last + 1]?.word ?? "");
  let last = span.last;
  let value = isCount ? null : numberValue(numberWords(text, tokens, index, last));
  // What is no number as a whole is one as far as its longest beginning goes.
  while (value === null && last > index) {
    last -= 1;
    const words = numberWords(text, tokens, index, last);
    value = isCount && words.includes("point") ? null : numberValue(words);
  }
  if (value === null) return null;
  const half = halfAfter(tokens, last);
  return {
    first: index,
    last: half ?? last,
    value: half === null ? plain(value) : plain(`${value}.5`),
    unit: unitAfter(tokens, half ?? last),
  };
}

/** "Two and a half". */
function halfAfter(tokens: readonly Token[], last: number): number | null {
  const words = tokens.slice(last + 1, last + 4).map(({ word }) => word);
  return words.join(" ") === "and a half" ? last + 3 : null;
}

/** "One thirty over sixty eight", "three out of six". */
function pairAt(text: string, tokens: readonly Token[], index: number): NumberFact | null {
  const upper = numberAt(text, tokens, index);
  if (upper === null || upper.value.includes("/")) return null;
  let at = upper.last + 1;
  const isOutOf = tokens[at]?.word === "out" && tokens[at + 1]?.word === "of";
  if (tokens[at]?.word === "over") while (tokens[at]?.word === "over") at += 1;
  else if (isOutOf) at += 2;
  else return null;
  const lower = numberAt(text, tokens, at);
  if (lower === null || lower.value.includes("/")) return null;
  return { first: index, last: lower.last, value: `${upper.value}/${lower.value}`, unit: lower.unit };
}

function unitAfter(tokens: readonly Token[], last: number): string | null {
  const word = tokens[last + 1]?.word ?? "";
  return DOSE_UNIT_CODES.get(word) ?? OTHER_UNITS.get(word) ?? null;
}

const plain = (value: string): string =>
  value
    .split("/")
    .map((part) => (/^\d+(\.\d+)?$/.test(part) ? String(Number(part)) : part))
    .join("/");
