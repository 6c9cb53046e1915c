import { foldedKey } from "./folded-key.ts";
import type { RuleBook } from "./rule-book.ts";
import { compareText } from "./statement.ts";

const STRENGTH =
  /(?<![\p{L}\p{N}_])\d+([.,]\d+)?\s*(mg|mcg|μg|g|ml|units?|iu|meq|%)(\s*\/\s*(\d+([.,]\d+)?\s*)?(mg|mcg|g|ml|h|hr|actuation))?(?![\p{L}\p{N}_])/gu;
const PARTS = /\s*[/+&](?=\s*\p{L})|\s+and\s+/u;

/** What a medication's name says it is. */
export interface Drug {
  /** With salt and release form; a combination as its sorted parts. */
  readonly ingredient: string;
  /** What its dose form implies (eye drops: ophthalmic), else null. */
  readonly route: string | null;
}

/** Reads a medication's name: brands resolved, strengths left out, since they belong to the dose. */
export function readDrugName(name: string, rules: RuleBook): Drug {
  const strengthless = (foldedKey(name) ?? "").replace(STRENGTH, " ").replace(/[(),]/g, " $& ");
  let words = ` ${strengthless.replace(/\s+/g, " ")} `;
  let route: string | null = null;
  let release = "";
  for (const { term, kind, canonical } of formsLongestFirst(rules)) {
    if (!words.includes(` ${term} `)) continue;
    words = words.replaceAll(` ${term} `, " ");
    if (kind === "dose_form") route ??= canonical;
    else release = ` ${canonical}`;
  }
  // What is left in brackets is another name of the same drug: insulin glargine (Lantus).
  const whole = rules.canonical("drug", words.replace(/\([^)]*\)|,/g, " ") + release) ?? "";
  const parts = whole.split(PARTS).flatMap((part) => rules.canonical("drug", part) ?? []);
  return { ingredient: parts.sort(compareText).join(" / ") || name, route };
}

function formsLongestFirst(rules: RuleBook) {
  return ["dose_form", "release_form"]
    .flatMap((kind) =>
      [...rules.terms(kind)].flatMap(([term, meanings]) => meanings.map((canonical) => ({ kind, term, canonical }))),
    )
    .sort((a, b) => b.term.length - a.term.length || compareText(a.term, b.term));
}
