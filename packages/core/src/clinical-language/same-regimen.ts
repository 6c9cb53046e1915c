import { DOSE_UNIT_CODES, FREQUENCY_CODES } from "./lexicon/regimen.ts";
import { buildLexicon, findTerms } from "./lexicon.ts";
import { numberValue } from "./number-value.ts";
import { numberWords } from "./number-words.ts";
import { readNumber } from "./read-number.ts";
import { tokenize } from "./tokenize.ts";

const FREQUENCY = buildLexicon(FREQUENCY_CODES);

/**
 * Tells whether two wordings of a dose, a route or a frequency mean the same: `10 mg` and `ten milligrams`,
 * `once daily` and `once a day`.
 *
 * @param one Words of a regimen.
 * @param other Words of a regimen.
 */
export function isSameRegimen(one: string, other: string): boolean {
  return codeOf(one) === codeOf(other);
}

function codeOf(words: string): string {
  const tokens = tokenize(words);
  const frequencies = new Map(findTerms(FREQUENCY, tokens).map((match) => [match.first, match]));
  const codes: string[] = [];
  for (let index = 0; index < tokens.length; index += 1) {
    const frequency = frequencies.get(index);
    const number = readNumber(words, tokens, index);
    const digits = number === null ? null : numberValue(numberWords(words, tokens, number.first, number.last));
    if (frequency !== undefined) {
      codes.push(frequency.value);
      index = frequency.last;
    } else if (number !== null && digits !== null) {
      codes.push(digits);
      index = number.last;
    } else {
      const word = tokens[index]?.word ?? "";
      codes.push(DOSE_UNIT_CODES.get(word) ?? word);
    }
  }
  return codes.join(" ");
}
