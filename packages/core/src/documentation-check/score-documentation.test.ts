import { describe, expect, test } from "vitest";
import { SoapNote } from "../soap-note/soap-note.ts";
import { readVisitType } from "./read-visit-type.ts";
import { ELEMENT_GAPS, RUBRICS, type VisitType } from "./rubrics.ts";
import { scoreDocumentation } from "./score-documentation.ts";

const COMPLETE = SoapNote.parse({
  subjective: {
    chiefComplaint: { id: "c", description: "cough" },
    hpi: ["one", "two", "three", "four"].map((id) => ({ id, element: "narrative", description: "x" })),
    reviewOfSystems: (["respiratory", "constitutional", "skin", "cardiovascular"] as const).map((system) => ({
      id: system,
      system,
      finding: "x",
    })),
    history: (["medical", "family", "social"] as const).map((kind) => ({ id: kind, kind, name: "x" })),
    medications: [{ id: "m", medication_name: "x" }],
    listStates: { allergies: "none_known" },
  },
  objective: {
    vitalSigns: [{ id: "v", vital_name: "x", vital_value: "1" }],
    physicalExam: [{ id: "e", system: "skin", finding: "x" }],
    diagnostics: [{ id: "d", test_name: "x" }],
  },
  assessment: { problems: [{ id: "p", diagnosis_name: "x", status: "stable" }] },
  plan: {
    items: [
      { id: "f", category: "follow_up", description: "x" },
      { id: "e", category: "education", description: "x" },
    ],
  },
});
const TYPES: readonly VisitType[] = ["new_patient", "follow_up", "acute", "preventive"];

describe("scoreDocumentation()", () => {
  test.each(TYPES)("gives an empty note nothing and names every element of %s", (type) => {
    const { documentation, missing } = scoreDocumentation(SoapNote.parse({}), type);
    expect(documentation.scorePercent).toBe(0);
    expect(missing).toHaveLength(Object.keys(RUBRICS[type]).length);
  });

  test.each(TYPES)("gives a complete note everything of %s", (type) => {
    const { documentation, missing } = scoreDocumentation(COMPLETE, type);
    expect(documentation).toMatchObject({ rubric: type, scorePercent: 100 });
    expect(missing).toEqual([]);
  });

  test("is the sum of its parts", () => {
    const note = { ...COMPLETE, objective: SoapNote.parse({}).objective };
    const { documentation, missing } = scoreDocumentation(note, "acute");
    const asked = documentation.parts.reduce((sum, { points }) => sum + points, 0);
    const earned = documentation.parts.reduce((sum, part) => sum + part.earned, 0);
    expect(documentation.scorePercent).toBe(Math.round((100 * earned) / asked));
    expect(missing).toEqual([ELEMENT_GAPS.vital_signs, ELEMENT_GAPS.physical_exam]);
  });

  test("counts a denied list as documented, an unasked one not", () => {
    const silent = {
      ...COMPLETE,
      subjective: { ...COMPLETE.subjective, listStates: { allergies: "not_asked" as const } },
    };
    expect(scoreDocumentation(silent, "acute").missing).toEqual([ELEMENT_GAPS.allergies]);
  });
});

test.each([
  ["Follow-up visit", false, "follow_up"],
  ["Annual physical", true, "preventive"],
  ["Urgent care", true, "acute"],
  ["New patient", true, "new_patient"],
  ["video", true, "follow_up"],
  [null, false, "new_patient"],
] as const)("readVisitType() reads %s as booked, seen before %s, as %s", (appointmentType, hasEarlierVisits, type) => {
  expect(readVisitType({ appointmentType, hasEarlierVisits })).toBe(type);
});
