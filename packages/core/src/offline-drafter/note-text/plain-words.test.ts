import { expect, test } from "vitest";
import { plainWords } from "./plain-words.ts";

test.each<[string, string]>([
  ["eighteen . two weeks ago", "eighteen . two weeks ago"],
  ["ferrous sulfate , three hundred , twenty five", "ferrous sulfate, three hundred, twenty five"],
  ["five hundred five hundred milligrams", "five hundred five hundred milligrams"],
  ["this one", "this one"],
  ["um , your , your blood pressure is one thirty over sixty eight , okay ?", "your blood pressure is 130/68"],
  ["you're on two point five milligrams", "you're on 2.5 milligrams"],
  ["the temperature was ninety eight . six degrees", "the temperature was 98.6 degrees"],
  ["a zero . zero five percent solution", "a 0.05 percent solution"],
  ["two and a half pills", "2.5 pills"],
  ["okay so i do n't have any pain , you know , at night", "i don't have any pain at night"],
  ["no no chest pain", "no chest pain"],
  ["january 15th 1962", "january 15th 1962"],
])("plainWords() shows %j as %j", (quoted, expected) => {
  expect(plainWords(quoted)).toBe(expected);
});
