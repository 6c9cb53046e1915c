import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { postgresHome } from "../../packages/local-stack/src/postgres/postgres-home.ts";
import { stackPaths } from "../../packages/local-stack/src/state/stack-paths.ts";
import { type Answer, openClinic, SLUGS } from "../support/clinic.ts";

/** In every field that can hold something of a patient's; letters nothing else is spelled with, and a number to call. */
const CANARY = /kanarievogel|555-739-1846|1911-11-13/i;
const word = (field: string) => `Kanarievogel ${field}`;

const clinic = openClinic();
afterAll(clinic.close);

/** Whatever was refused, to anybody. */
const refused: Answer[] = [];

beforeAll(async () => {
  const patient = await clinic.newPatient();
  await clinic.sql`
    update public.users set first_name = ${word("first")}, last_name = ${word("last")}, email = 'kanarievogel@example.org',
      phone = '+1 555-739-1846', profile_image_url = 'https://example.org/kanarievogel.png', gender = ${word("gender")},
      date_of_birth = '1911-11-13'
    where id = ${patient.userId}`;
  await clinic.sql`
    update public.patient_profiles set patient_number = ${`${word("number")} ${patient.userId}`}, address = ${word("street")},
      emergency_contact_name = ${word("kin")}, emergency_contact_phone = '555-739-1846',
      emergency_contact_relationship = ${word("relationship")}
    where user_id = ${patient.userId}`;
  const encounter = await clinic.book({ patient: patient.name });
  await clinic.sql`
    update public.appointments set chief_complaint = ${word("complaint")} where id = ${encounter.appointmentId}`;
  const ids = { encounter_id: encounter.id, patientId: encounter.patientId, soapNoteId: encounter.id };
  const call = async (slug: (typeof SLUGS)[number], body: unknown, as = "dr-amara") => {
    const answer = await clinic.call(slug, { as, body });
    if (answer.status >= 400) refused.push(answer);
    return answer;
  };
  const rpc = async (name: string, body: object, as = "dr-amara") => {
    const answer = await clinic.rpc(name, { as, body });
    if (answer.status >= 400) refused.push(answer);
    return answer;
  };

  // A whole visit, with a canary in every field somebody may write.
  const chunks = [1, 2].map((sequence) => ({
    sequence,
    text: `I have had ${word(`symptom ${sequence}`)} for two weeks.`,
  }));
  await rpc("append_transcript_chunks", { p_encounter_id: encounter.id, p_chunks: chunks }, patient.name);
  await call("create-context-snapshot", { encounter_id: encounter.id });
  const drafted = await clinic.call("generate-soap-draft-v2", { as: "dr-amara", body: { sessionId: encounter.id } });
  expect(drafted.text, "canaries reach who may read them").toMatch(CANARY);
  const saved = await rpc("save_soap_note", { p_encounter_id: encounter.id, p_note: note() });
  expect(saved).toMatchObject({ status: 200 });
  const noteId: unknown = JSON.parse(saved.text);
  await clinic.acceptAll(encounter);
  await rpc("merge_preview", { p_soap_note_id: noteId });
  expect((await rpc("sign_soap_note", { p_soap_note_id: noteId })).status).toBe(200);
  await call("update-patient-medical-record", { soapNoteId: noteId, patientId: encounter.patientId });
  expect((await call("get-patient-history", { patientId: encounter.patientId }, patient.name)).text).toMatch(CANARY);
  await rpc("open_emergency_access", { p_patient_id: patient.userId, p_reason: word("emergency") }, "dr-okoye");
  await call("get-patient-history", { patientId: encounter.patientId }, "dr-okoye");
  await rpc("amend_soap_note", { p_soap_note_id: noteId, p_note: note(), p_reason: word("typo") });
  await rpc("who_accessed", { p_patient_id: patient.userId }, patient.name);

  // And everything that can be refused, with canaries where something is wrong.
  for (const slug of SLUGS) {
    for (const body of [
      word("text"),
      [word("list")],
      { ...ids, encounter_id: word("id"), patientId: word("id"), soapNoteId: word("id") },
    ]) {
      await call(slug, body);
    }
    await call(slug, ids, "bob");
    await call(slug, { ...ids, sessionId: encounter.appointmentId, transcript: [{ [word("key")]: word("value") }] });
  }
  const wrong = [
    { [word("key")]: word("value") },
    { ...note(), schemaVersion: word("version") },
    { ...note(), subjective: { allergies: [{ id: "a", allergen: word("allergen"), severity: word("severity") }] } },
  ];
  for (const p_note of wrong) {
    await rpc("save_soap_note", { p_encounter_id: encounter.id, p_note });
    await rpc("amend_soap_note", { p_soap_note_id: noteId, p_note, p_reason: word("reason") });
  }
  await rpc("dismiss_safety_alert", { p_alert_id: word("alert"), p_reason: word("reason") });
  await rpc("append_transcript_chunks", {
    p_encounter_id: encounter.id,
    p_chunks: [{ sequence: 1, text: word("other") }],
  });
}, 60_000);

/** A note with a canary in every text. */
function note(): Record<string, unknown> {
  const row = (id: string, fields: Record<string, string>) =>
    Object.assign({ id, evidence: [] }, ...Object.entries(fields).map(([name, text]) => ({ [name]: text })));
  return {
    schemaVersion: "1",
    subjective: {
      chiefComplaint: row("c1", { description: word("chief complaint") }),
      hpi: [row("h1", { element: "narrative", description: word("hpi") })],
      reviewOfSystems: [row("r1", { system: "respiratory", status: "positive", finding: word("review") })],
      history: [row("y1", { kind: "family", name: word("history"), relationship: word("relative") })],
      medications: [row("n1", { medication_name: word("reported drug"), dose: word("dose") })],
      allergies: [
        row("a1", { allergen: word("allergen"), reaction: word("reaction"), severity: "mild", status: "active" }),
      ],
    },
    objective: {
      vitalSigns: [row("v1", { vital_name: word("vital"), vital_value: word("value"), unit: "1" })],
      physicalExam: [row("e1", { system: "eyes", finding: word("exam"), status: "normal" })],
      diagnostics: [row("d1", { test_name: word("test"), result_value: word("result"), unit: "1" })],
    },
    assessment: {
      problems: [row("p1", { diagnosis_name: word("diagnosis"), status: "new", notes: word("problem notes") })],
    },
    plan: {
      medications: [row("m1", { medication_name: word("drug"), dose: word("dose"), status: "started" })],
      items: [row("i1", { category: "follow_up", description: word("plan"), due: word("due") })],
    },
  };
}

test("H01 H02 no refusal of ours, to whomever, holds a word of a patient's", () => {
  const ours = refused.filter(({ json }) => "requestId" in json || /^PT\d{3}$/.test(String(json["code"])));
  expect(ours.length).toBeGreaterThan(20);
  expect(ours.filter(({ text }) => CANARY.test(text)).map(({ text }) => text)).toEqual([]);
});

test("H01 H04 no line of any log holds a word of a patient's, a token or a key", async () => {
  const paths = stackPaths(inject("stackRoot"));
  const files = readdirSync(paths.logs).map((name) => join(paths.logs, name));
  files.push((await postgresHome(paths)).log);
  expect(files.length).toBeGreaterThanOrEqual(SLUGS.length + 1);
  for (const file of files) {
    const text = readFileSync(file, "utf8");
    expect({ file, told: text.match(CANARY)?.[0] }).toEqual({ file, told: undefined });
    expect({
      file,
      secret: text.match(/eyJ[\w-]+\.eyJ|sb_(?:publishable|secret)_\w|postgres(?:ql)?:\/\//)?.[0],
    }).toEqual({
      file,
      secret: undefined,
    });
  }
});

test("U09 H01 no row of the audit holds a word of a patient's, and the scan would find one", async () => {
  const { sql } = clinic;
  const telling = (table: string) =>
    sql`select 1 from ${sql(table)} as t where to_jsonb(t)::text ~* ${CANARY.source} limit 1`;
  expect(await telling("audit.events")).toEqual([]);
  expect(await telling("public.soap_subjective_hpi")).toHaveLength(1);
});

test("H01 a line of a function's log has the fields of the allow-list and no other", () => {
  const { logs } = stackPaths(inject("stackRoot"));
  const lines = SLUGS.flatMap((slug) => readFileSync(join(logs, `${slug}.log`), "utf8").split("\n"));
  const fields = new Set(lines.filter((line) => line.startsWith("{")).flatMap((line) => Object.keys(JSON.parse(line))));
  const allowed = [
    "code",
    "databaseMs",
    "durationMs",
    "fault",
    "function",
    "level",
    "method",
    "requestId",
    "status",
    "time",
    "user",
  ];
  expect([...fields].filter((field) => !allowed.includes(field))).toEqual([]);
  expect(lines.length).toBeGreaterThan(20);
});
