import { expect, test } from "vitest";
import { readNumberFacts } from "./number-facts.ts";
import { tokenize } from "./tokenize.ts";

test.each([
  ["one thirty over sixty eight", "130/68", null],
  ["130/68", "130/68", null],
  ["140 over over 70", "140/70", null],
  ["two point five milligrams", "2.5", "mg"],
  ["2.50 mg", "2.5", "mg"],
  ["1,000 mcg", "1000", "ug"],
  ["two and a half", "2.5", null],
  ["ninety eight point six", "98.6", null],
  ["97 . 7", "97.7", null],
  ["ninety seven . seven", "97.7", null],
  ["ninety eight six", "98.6", null],
  ["one oh five over seventy", "105/70", null],
  ["zero . zero five percent", "0.05", "%"],
  ["three out of six", "3/6", null],
  ["a hundred pounds", "100", "[lb_av]"],
  ["one pill", "1", "{tablet}"],
])("readNumberFacts() reads %s as %s %s", (text, value, unit) => {
  expect(readNumberFacts(text, tokenize(text))).toMatchObject([{ value, unit }]);
});

test("readNumberFacts() finds no number in a pronoun", () => {
  expect(readNumberFacts("this one is fine", tokenize("this one is fine"))).toEqual([]);
});

test("readNumberFacts() reads no decimal where the number after the dot counts something", () => {
  const text = "it is eighty . two weeks ago";
  expect(readNumberFacts(text, tokenize(text)).map(({ value }) => value)).toEqual(["80", "2"]);
});
