import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClinic } from "../support/clinic.ts";

const clinic = openClinic();
let patient: { name: string; userId: string };

beforeAll(async () => {
  patient = await clinic.newPatient();
});
afterAll(clinic.close);

/** Clinical text that is also something else to somebody: SQL, jsonb, HTML, a spreadsheet, a terminal. */
const TEXTS: readonly (readonly [string, string])[] = [
  ["I20 SQL", "'; drop table public.users; --"],
  ["I20 dollar quotes", "$$ or 1=1 $$"],
  ["I20 backslashes", "C:\\new\\table \\' \\u0041"],
  ["I22 a jsonb path", "{allergies,0,name}"],
  ["I22 a JSON path", '$.* ? (@.status == "active")'],
  ["I23 HTML", "<script>alert(1)</script><img src=x onerror=alert(1)>"],
  ["I23 Markdown", "[click](javascript:alert(1)) ![x](https://evil.example/x.png)"],
  ["I23 a formula", '=HYPERLINK("https://evil.example","x")'],
  ["I16 marks and directions", "Amoxi\u0301cillin \u202e\u200b 🩺"],
];

describe("text in a note is stored and shown as it was written", () => {
  test.each(TEXTS)("%s", async (_, text) => {
    const encounter = await clinic.book({ patient: patient.name });
    const problem = { id: "problem-1", diagnosis_name: text, notes: text };
    const soapNoteId = await clinic.writeNote(encounter, { assessment: { problems: [problem] } });
    const rows = await clinic.sql`
      select diagnosis_name, notes from public.soap_assessment_problem_list where soap_note_id = ${soapNoteId}`;
    expect([...rows]).toEqual([{ diagnosis_name: text, notes: text }]);

    const body = { soapNoteId, patientId: patient.userId };
    const merged = await clinic.call("update-patient-medical-record", { as: "dr-amara", body });
    expect(merged.status, merged.text).toBe(200);
    const history = await clinic.call("get-patient-history", { as: patient.name, body: { patientId: patient.userId } });
    expect(history.headers.get("content-type")).toMatch(/^application\/json/);
    expect(history.headers.get("x-content-type-options")).toBe("nosniff");
    expect(JSON.stringify(history.json["record"])).toContain(JSON.stringify(text).slice(1, -1));
  });

  test("I20 and every table is still there", async () => {
    expect(await clinic.sql`select 1 from public.users where id = ${patient.userId}`).toHaveLength(1);
  });
});

describe("keys are names, never paths", () => {
  test("I22 a key that looks like a path of jsonb changes nothing and is no field", async () => {
    const body = { patientId: patient.userId, "{record,metadata}": {}, "$.*": 1, "patientId'--": "x" };
    expect((await clinic.call("get-patient-history", { as: patient.name, body })).status).toBe(200);
  });
});
