import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { absentId, type Cell, callAs, KEY_ONLY, SECRET_KEY_ONLY } from "../../support/caller-cells.ts";
import { openClinic, withoutRequestId } from "../../support/clinic.ts";

const SLUG = "update-patient-medical-record";
const NOTE = { assessment: { problems: [{ id: "problem-1", diagnosis_name: "Acute bronchitis" }] } };
const clinic = openClinic();
let encounter: BookedEncounter;
let soapNoteId: string;

beforeAll(async () => {
  encounter = await clinic.book();
  soapNoteId = await clinic.writeNote(encounter, NOTE);
});
afterAll(clinic.close);

const merges = async () =>
  (await clinic.sql`select 1 from public.soap_note_merges where soap_note_id = ${soapNoteId}`).length;

describe("update-patient-medical-record refuses", () => {
  const refused: Cell[] = [
    ["A19 anon", undefined, 401, "MISSING_TOKEN"],
    ["A20 the publishable key", KEY_ONLY, 401, "MISSING_TOKEN"],
    ["A21 the patient", "alice", 403, "FORBIDDEN"],
    ["A22 another patient", "bob", 403, "FORBIDDEN"],
    ["A25 an unrelated provider", "dr-okoye", 404, "NOT_FOUND"],
    ["A27 the secret key", SECRET_KEY_ONLY, 401, "MISSING_TOKEN"],
  ];
  test.each(refused)("%s", async (_, as, status, code) => {
    const body = { soapNoteId, patientId: encounter.patientId };
    expect(await callAs(clinic, SLUG, as, body)).toMatchObject({ status, code });
    expect(await merges()).toBe(0);
  });

  test("A25 with the same answer for a note that is hidden, absent or malformed", async () => {
    const ids = [soapNoteId, absentId(), "not-a-note", "'; drop table soap_notes; --"];
    const answers = await Promise.all(
      ids.map((id) => clinic.call(SLUG, { as: "dr-okoye", body: { soapNoteId: id, patientId: encounter.patientId } })),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(withoutRequestId(answer)))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  test("A21 A22 a patient with the same answer for a note that is theirs, another's or absent", async () => {
    const ids = [soapNoteId, absentId()];
    const answers = await Promise.all(
      ["alice", "bob"].flatMap((as) =>
        ids.map((id) => clinic.call(SLUG, { as, body: { soapNoteId: id, patientId: encounter.patientId } })),
      ),
    );
    expect(new Set(answers.map((answer) => JSON.stringify(withoutRequestId(answer)))).size).toBe(1);
    expect(answers[0]).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  test("A24 the author, once the relationship ended", async () => {
    const patient = await clinic.newPatient();
    const ended = await clinic.book({ patient: patient.name });
    const noteId = await clinic.writeNote(ended, NOTE);
    await clinic.cancel(ended);
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { soapNoteId: noteId, patientId: patient.userId } });
    expect(answer).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  test("A38 a note of another patient, changing neither record", async () => {
    const carol = await clinic.book({ patient: "carol" });
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { soapNoteId, patientId: carol.patientId } });
    expect(answer).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(await merges()).toBe(0);
  });

  test("A39 a colleague's signed note of a shared patient", async () => {
    const patient = await clinic.newPatient();
    await clinic.book({ provider: "dr-okoye", patient: patient.name });
    const noteId = await clinic.writeNote(await clinic.book({ patient: patient.name }), NOTE);
    const answer = await clinic.call(SLUG, { as: "dr-okoye", body: { soapNoteId: noteId, patientId: patient.userId } });
    expect(answer).toMatchObject({ status: 403, code: "FORBIDDEN" });
  });

  test("A40 a draft", async () => {
    const open = await clinic.book();
    const draftId = await clinic.writeNote(open, NOTE, { sign: false });
    const answer = await clinic.call(SLUG, {
      as: "dr-amara",
      body: { soapNoteId: draftId, patientId: open.patientId },
    });
    expect(answer).toMatchObject({ status: 409, code: "NOTE_NOT_SIGNED" });
  });
});

describe("A52 the RPC itself refuses and allows as the function does", () => {
  test.each([
    ["the patient", "alice", 403, "FORBIDDEN"],
    ["another patient", "bob", 403, "FORBIDDEN"],
    ["an unrelated provider", "dr-okoye", 404, "NOT_FOUND"],
  ])("%s", async (_, as, status, code) => {
    const body = { p_soap_note_id: soapNoteId, p_patient_id: encounter.patientId };
    const answer = await clinic.rpc("merge_soap_into_cumulative_record", { as, body });
    expect({ status: answer.status, hint: answer.json["hint"] }).toEqual({ status, hint: code });
    expect(await merges()).toBe(0);
  });

  test("nobody", async () => {
    const body = { p_soap_note_id: soapNoteId, p_patient_id: encounter.patientId };
    const { status } = await clinic.rpc("merge_soap_into_cumulative_record", { body });
    expect([401, 403]).toContain(status);
  });

  test("the signer", async () => {
    const patient = await clinic.newPatient();
    const noteId = await clinic.writeNote(await clinic.book({ patient: patient.name }), NOTE);
    const body = { p_soap_note_id: noteId, p_patient_id: patient.userId };
    const answer = await clinic.rpc("merge_soap_into_cumulative_record", { as: "dr-amara", body });
    expect(answer).toMatchObject({ status: 200, json: { totalVisits: 1, replayed: false } });
  });
});
