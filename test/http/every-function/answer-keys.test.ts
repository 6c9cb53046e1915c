import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { answerKeys } from "../../support/answer-keys.ts";
import { type Answer, openClinic, type Slug } from "../../support/clinic.ts";
import { CANARY, CANARY_PHONE, canaryWord } from "../../support/silence/canary.ts";
import { canaryNote } from "../../support/silence/canary-note.ts";

const SNAPSHOTS = join(import.meta.dirname, "answer-keys");
const { components } = z
  .object({ components: z.object({ schemas: z.record(z.string(), z.unknown()) }) })
  .parse(JSON.parse(readFileSync(join(import.meta.dirname, "../../../docs/openapi.json"), "utf8")));
const SCHEMAS: Readonly<Record<Slug, string>> = {
  "create-context-snapshot": "CreateContextSnapshotResponse",
  "get-patient-history": "GetPatientHistoryResponse",
  "update-patient-medical-record": "UpdatePatientMedicalRecordResponse",
  "generate-soap-draft-v2": "GenerateSoapDraftResponse",
};

const clinic = openClinic();
afterAll(clinic.close);

const answers: { slug: Slug; role: string; answer: Answer }[] = [];

beforeAll(async () => {
  const patient = await clinic.newPatient();
  const patientId = patient.userId;
  const ask = async (slug: Slug, role: string, as: string, body: object) =>
    answers.push({ slug, role, answer: await clinic.call(slug, { as, body }) });

  // A patient whose record has an entry in every list, and a conflict.
  for (const severity of ["severe", "mild"]) {
    const encounter = await clinic.book({ patient: patient.name });
    const soapNoteId = await clinic.writeNote(encounter, canaryNote(severity));
    await ask("update-patient-medical-record", "provider", "dr-amara", { soapNoteId, patientId });
  }
  const { id: encounter_id } = await clinic.book({ patient: patient.name });
  await ask("create-context-snapshot", "provider", "dr-amara", { encounter_id });
  const transcript = [
    { speaker: "provider", text: "Which drugs do you take?" },
    { speaker: "patient", text: `I take lisinopril 10 mg once daily. My knee hurts, says ${canaryWord("kin")}.` },
    { speaker: "provider", text: "Your blood pressure is 128 over 82. Please come back in two weeks." },
  ];
  await ask("generate-soap-draft-v2", "provider", "dr-amara", { sessionId: encounter_id, transcript });
  await ask("get-patient-history", "provider", "dr-amara", { patientId });
  await ask("get-patient-history", "patient", patient.name, { patientId });
  const emergency = { p_patient_id: patientId, p_reason: canaryWord("emergency") };
  await clinic.rpc("open_emergency_access", { as: "dr-okoye", body: emergency });
  await ask("get-patient-history", "provider-in-an-emergency", "dr-okoye", { patientId });
}, 60_000);

test("H08 no answer has a key that the OpenAPI document does not name or leave open", () => {
  for (const { slug, role, answer } of answers) {
    const { unknown } = answerKeys(answer.json, components.schemas[SCHEMAS[slug]], components.schemas);
    expect({ slug, role, status: answer.status, unknown }).toEqual({ slug, role, status: 200, unknown: [] });
  }
});

test("H08 what a function answers is, key by key, what it did, to each role the same", async () => {
  for (const { slug, role, answer } of answers) {
    if (answers.findLast((other) => other.slug === slug && other.role === role)?.answer !== answer) continue;
    const { paths } = answerKeys(answer.json, components.schemas[SCHEMAS[slug]], components.schemas);
    await expect(`${paths.join("\n")}\n`).toMatchFileSnapshot(join(SNAPSHOTS, `${slug}.txt`));
  }
});

test("A47 H08 an emergency read differs by what it leaves out: how the patient is reached", () => {
  const Reached = z.object({ patientData: z.object({ email: z.string().nullable(), phone: z.string().nullable() }) });
  const reached = answers
    .filter(({ slug }) => slug === "get-patient-history")
    .map(({ role, answer }) => [role, Object.values(Reached.parse(answer.json).patientData)]);
  expect(Object.fromEntries(reached)).toEqual({
    "provider-in-an-emergency": [null, null],
    patient: [expect.stringMatching(CANARY), CANARY_PHONE],
    provider: [expect.stringMatching(CANARY), CANARY_PHONE],
  });
});

test("H08 a key nobody named is seen", () => {
  const [{ answer } = { answer: { json: {} } }] = answers;
  const schema = components.schemas[SCHEMAS["update-patient-medical-record"]];
  expect(answerKeys({ ...answer.json, ssn: 1 }, schema, components.schemas).unknown).toEqual(["+ssn"]);
});
