import { expect, test } from "vitest";
import { inDigits } from "./in-digits.ts";

test.each([
  ["good", "good"],
  ["ten to twenty milligrams", "ten to twenty milligrams"],
  ["10mg", "10mg"],
  ["2.50 mg", "2.50 mg"],
  ["130/68", "130/68"],
  ["one thirty over sixty eight", "130/68"],
  ["ninety seven . seven", "97.7"],
  ["zero . zero five percent", "0.05 percent"],
  ["zero point twenty five milligrams", "0.25 milligrams"],
  ["two point five milligrams", "2.5 milligrams"],
  ["one tablet", "1 tablet"],
])("inDigits() writes %j as %j", (said, written) => {
  expect(inDigits(said)).toBe(written);
});
