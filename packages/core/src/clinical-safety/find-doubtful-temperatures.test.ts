import { expect, test } from "vitest";
import { SoapNote } from "../soap-note/soap-note.ts";
import { findDoubtfulTemperatures } from "./find-doubtful-temperatures.ts";

const questions = (vital_name: string, vital_value: string, unit: string | null): number => {
  const note = SoapNote.parse({ objective: { vitalSigns: [{ id: "v", vital_name, vital_value, unit }] } });
  return findDoubtfulTemperatures(note.objective.vitalSigns).length;
};

test.each([
  ["temperature", "72", null, 1],
  ["temp", "9.7", "degrees", 1],
  ["temperature", "97.7", null, 0],
  ["temperature", "ninety seven . seven", null, 0],
  ["temperature", "37.2", null, 0],
  ["temperature", "86", "fahrenheit", 0],
  ["heart rate", "72", null, 0],
])("findDoubtfulTemperatures() of %s %s %s asks %i question(s)", (name, value, unit, count) => {
  expect(questions(name, value, unit)).toBe(count);
});
