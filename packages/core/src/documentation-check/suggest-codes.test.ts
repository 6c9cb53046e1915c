import { describe, expect, test } from "vitest";
import { SoapNote, type SoapNoteInput } from "../soap-note/soap-note.ts";
import { suggestDiagnosisCodes } from "./suggest-diagnosis-codes.ts";
import { suggestVisitLevel } from "./suggest-visit-level.ts";

const problem = (diagnosis_name: string, more: object = {}) =>
  SoapNote.parse({ assessment: { problems: [{ id: "p", diagnosis_name, ...more }] } }).assessment.problems;
const quoted = (quote: string) => ({
  evidence: [{ kind: "transcript", sequence: 1, start: 0, end: quote.length, quote }],
});
const HYPERTENSION = { id: "c1", name: "Essential hypertension", icd10: "I10" };
const TYPE_2 = { id: "c2", name: "Type 2 diabetes mellitus", icd10: "E11.9" };
const TYPE_1 = { id: "c3", name: "Type 1 diabetes mellitus", icd10: "E10.9" };

describe("suggestDiagnosisCodes() suggests nothing", () => {
  test.each([
    ["a name without a code anywhere", "asthma", [HYPERTENSION]],
    ["a name two codes could be meant by", "diabetes", [TYPE_1, TYPE_2]],
    ["another type of the same disease", "type 1 diabetes", [TYPE_2]],
    ["a recorded condition without a code", "essential hypertension", [{ ...HYPERTENSION, icd10: null }]],
  ])("for %s", (_, name, recorded) => {
    expect(suggestDiagnosisCodes(problem(name), recorded)).toEqual([]);
  });
});

describe("suggestDiagnosisCodes() suggests, with evidence and never as accepted", () => {
  test.each([
    ["hypertension", "I10"],
    ["high blood pressure", "I10"],
    ["diabetes", "E11.9"],
    ["type two diabetes", "E11.9"],
  ])("the record's code for %s", (name, code) => {
    const [coding] = suggestDiagnosisCodes(problem(name), [HYPERTENSION, TYPE_2]);
    expect(coding).toMatchObject({
      code_system: "ICD-10-CM",
      code,
      status: "suggested",
      evidence: [{ kind: "snapshot" }],
    });
  });

  test("a code that was said with the problem", () => {
    const said = problem("gout", quoted("This is gout, code M10.9."));
    expect(suggestDiagnosisCodes(said, [])).toMatchObject([
      { code: "M10.9", status: "suggested", rationale: expect.stringMatching(/said/) },
    ]);
  });
});

describe("suggestVisitLevel()", () => {
  const level = (note: SoapNoteInput, isNew = false) => suggestVisitLevel(SoapNote.parse(note), isNew);
  const assessment = { problems: [{ id: "p", diagnosis_name: "x", status: "stable" }] };

  test("suggests nothing without a problem", () => {
    expect(level({})).toBeNull();
  });

  test.each<[string, SoapNoteInput, boolean, string]>([
    ["one stable problem and nothing else", { assessment }, false, "99212"],
    [
      "a stable problem and an order",
      { assessment, plan: { items: [{ id: "t", category: "therapy", description: "x" }] } },
      false,
      "99213",
    ],
    [
      "a worsening problem and a prescription",
      {
        assessment: { problems: [{ id: "p", diagnosis_name: "x", status: "worsening" }] },
        plan: { medications: [{ id: "m", medication_name: "lisinopril", status: "increased" }] },
      },
      false,
      "99214",
    ],
    [
      "the same of a new patient",
      {
        assessment: { problems: [{ id: "p", diagnosis_name: "x", status: "worsening" }] },
        plan: { medications: [{ id: "m", medication_name: "lisinopril", status: "increased" }] },
      },
      true,
      "99204",
    ],
    [
      "a drug without prescription",
      { assessment, plan: { medications: [{ id: "m", medication_name: "Tylenol", status: "started" }] } },
      false,
      "99213",
    ],
    [
      "a drug that is only considered",
      { assessment, plan: { medications: [{ id: "m", medication_name: "lisinopril", status: "considered" }] } },
      false,
      "99212",
    ],
  ])("suggests for %s", (_, note, isNew, code) => {
    expect(level(note, isNew)).toMatchObject({
      code_system: "CPT",
      code,
      status: "suggested",
      rationale: expect.stringMatching(/Problems .*; Data .*; Risk /),
    });
  });
});
