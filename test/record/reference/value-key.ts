import { foldedKey } from "./folded-key.ts";
import type { RuleBook } from "./rule-book.ts";

/**
 * What two wordings of one value of a field have in common when they mean the same: frequencies and routes by the
 * rules that are data, doses without the space before a unit, everything else by spelling.
 */
export function valueKey(field: string, value: string | null | undefined, rules: RuleBook): string | null {
  switch (field) {
    case "frequency":
    case "route":
      return rules.canonical(field, value);
    case "dose":
      return foldedKey(value)?.replace(/(\d) (?=[\p{L}%μ])/gu, "$1") ?? null;
    default:
      return foldedKey(value);
  }
}
