import { expect, test } from "vitest";
import { readNumber } from "./read-number.ts";
import { tokenize } from "./tokenize.ts";

test.each<[string, string | null, boolean]>([
  ["120/80 today", "120/80", false],
  ["one thirty over", "one thirty", false],
  ["ninety eight point six degrees", "ninety eight point six", false],
  ["one hundred and five beats", "one hundred and five", false],
  ["97 . 7 degrees", "97 . 7", true],
  ["3 5", "3", false],
  ["oh okay", null, false],
  ["fine", null, false],
])("readNumber() reads %j as %j", (text, expected, ambiguousPoint) => {
  const tokens = tokenize(text);
  const number = readNumber(text, tokens, 0);
  const words = number === null ? null : text.slice(tokens[number.first]?.start, tokens[number.last]?.end);
  expect(words).toBe(expected);
  expect(number?.ambiguousPoint ?? false).toBe(ambiguousPoint);
});
