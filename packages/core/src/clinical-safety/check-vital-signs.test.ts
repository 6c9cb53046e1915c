import { expect, test } from "vitest";
import { SoapNote } from "../soap-note/soap-note.ts";
import { checkVitalSigns } from "./check-vital-signs.ts";

const vitals = (vital_name: string, vital_value: string) =>
  SoapNote.parse({ objective: { vitalSigns: [{ id: "v", vital_name, vital_value }] } }).objective.vitalSigns;

test.each([
  ["blood pressure", "128/82"],
  ["blood pressure", "one thirty over sixty eight"],
  ["heart rate", "98"],
  ["temperature", "ninety eight point six"],
  ["temperature", "37.2"],
  ["temperature", "ninety seven . seven"],
  ["temperature", "ninety eight six"],
  ["temperature", "72"],
  ["temperature", "9.7"],
  ["oxygen saturation", "97"],
  ["respiratory rate", "16"],
  ["weight", "250"],
  ["blood pressure", "good"],
])("checkVitalSigns() raises nothing on %s %s", (name, value) => {
  expect(checkVitalSigns(vitals(name, value), 50)).toEqual([]);
});

test.each([
  ["blood pressure", "84/50"],
  ["bp", "one ninety over one ten"],
  ["blood pressure", "150/124"],
  ["heart rate", "140"],
  ["pulse", "38"],
  ["temperature", "104.2"],
  ["temperature", "40.1"],
  ["temperature", "34.5"],
  ["o2 saturation", "eighty eight"],
  ["respiratory rate", "30"],
])("checkVitalSigns() raises a critical alert on %s %s", (name, value) => {
  expect(checkVitalSigns(vitals(name, value), null)).toMatchObject([
    { alert_type: "vital_sign", severity: "critical" },
  ]);
});

test("checkVitalSigns() holds no child against the limits of adults", () => {
  expect(checkVitalSigns(vitals("heart rate", "140"), 1)).toEqual([]);
});
