import { expect, test } from "vitest";
import { numberValue } from "./number-value.ts";

test.each<[string, string | null]>([
  ["three five", null],
  ["point five", null],
  ["apples", null],
  ["five hundred five hundred", null],
  ["one thirty", "130"],
  ["one thirty five", "135"],
  ["one hundred and five", "105"],
  ["five hundred", "500"],
  ["two thousand eight", "2008"],
  ["nineteen ninety", "1990"],
  ["twenty-five", "25"],
  ["two point five", "2.5"],
  ["ninety eight point six", "98.6"],
  ["zero point twenty five", "0.25"],
  ["zero point zero five", "0.05"],
  ["ninety eight six", "98.6"],
  ["one oh five", "105"],
  ["one oh", null],
  ["97 7", "97.7"],
  ["1,000", "1000"],
  ["120/80", "120/80"],
])("numberValue() reads %j as %j", (words, expected) => {
  expect(numberValue(words.split(" "))).toBe(expected);
});
