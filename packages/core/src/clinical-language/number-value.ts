const UNITS = new Map(
  (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen " +
    "eighteen nineteen"
  )
    .split(" ")
    .map((word, value) => [word, value] as const),
);
const TENS = new Map(
  "twenty thirty forty fifty sixty seventy eighty ninety"
    .split(" ")
    .map((word, index) => [word, 20 + 10 * index] as const),
);

/**
 * Converts a number as it was said to digits: `one thirty` is 130 and `ninety eight point six` is 98.6, as clinicians
 * speak pressures, doses and temperatures.
 *
 * @param words The words of one number, lower case, as {@link readNumber} delimits them.
 * @returns Digits with an optional decimal part, `120/80` unchanged, or null where the words are no single number.
 * @example
 * numberValue(["two", "point", "five"]); // "2.5"
 */
export function numberValue(words: readonly string[]): string | null {
  const parts = words.flatMap((word) => word.split("-")).filter((word) => word !== "");
  const point = parts.indexOf("point");
  const whole = point === -1 ? parts : parts.slice(0, point);
  const [head] = whole;
  if (head !== undefined && /^\p{N}/u.test(head)) {
    const digits = head.replace(/,(?=\d{3})/g, "");
    const rest = point === -1 ? whole.slice(1) : [...whole.slice(1), ...parts.slice(point + 1)];
    const [decimals] = rest;
    if (decimals === undefined) return digits;
    const isDecimal = rest.length === 1 && /^\d+$/.test(digits);
    const written = /^\d+$/.test(decimals) ? decimals : digitsOf(decimals);
    return isDecimal && written !== null ? `${digits}.${written}` : null;
  }
  const value = wholeValue(whole) ?? degreesValue(whole);
  if (value === null || point === -1) return value === null ? null : String(value);
  const after = parts.slice(point + 1);
  // "Point twenty five" is 25 hundredths, "point zero five" digit by digit.
  const fraction = wholeValue(after);
  if (fraction !== null) return `${value}.${fraction}`;
  const decimals = after.map(digitsOf);
  return decimals.length > 0 && !decimals.includes(null) ? `${value}.${decimals.join("")}` : null;
}

function digitsOf(word: string): string | null {
  if (/^\d+$/.test(word)) return word;
  const value = wholeValue([word]);
  return value === null ? null : String(value);
}

/** "Ninety eight six": a body temperature without its point, which no other number sounds like. */
function degreesValue(words: readonly string[]): number | null {
  const [tens = "", degrees = "", tenths = ""] = words;
  const [whole, tenth] = [UNITS.get(degrees) ?? 0, UNITS.get(tenths) ?? LARGEST_DIGIT + 1];
  const isSaid = words.length === 3 && tens === "ninety" && whole >= 1 && whole <= LARGEST_DIGIT;
  return isSaid && tenth <= LARGEST_DIGIT ? (900 + whole * 10 + tenth) / 10 : null;
}
const LARGEST_DIGIT = 9;

function wholeValue(words: readonly string[]): number | null {
  if (words.length > 1 && words.at(-1) === "oh") return null;
  let total = 0;
  let group: number | null = null;
  for (const word of words) {
    if (word === "and" && group !== null) continue;
    const small = UNITS.get(word) ?? TENS.get(word) ?? (word === "oh" ? 0 : undefined);
    if (word === "hundred") group = group === null || group < 100 ? (group ?? 1) * 100 : Number.NaN;
    else if (word === "oh" && group !== null && group > 0 && group <= LARGEST_DIGIT) group *= 100;
    else if (word === "thousand") {
      total += (group ?? 1) * 1000;
      group = null;
    } else if (small === undefined) return null;
    else group = group === null ? small : joinSmall(group, small);
    if (group !== null && Number.isNaN(group)) return null;
  }
  return group === null && total === 0 ? null : total + (group ?? 0);
}

/** "Thirty five" adds, "one thirty" and "nineteen ninety" stand side by side, "three five" is no number. */
function joinSmall(group: number, small: number): number {
  if (group >= 100 && group % 100 === 0) return group + small;
  if (group % 10 === 0 && group >= 20 && group < 100 && small < 10) return group + small;
  if (group >= 100 && group % 10 === 0 && group % 100 >= 20 && small < 10) return group + small;
  return group > 0 && group < 100 && small >= 10 ? group * 100 + small : Number.NaN;
}
