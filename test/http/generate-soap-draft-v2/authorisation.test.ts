import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { absentId, type Cell, callAs, KEY_ONLY, SECRET_KEY_ONLY } from "../../support/caller-cells.ts";
import { openClinic, withoutRequestId } from "../../support/clinic.ts";

const SLUG = "generate-soap-draft-v2";
const TRANSCRIPT = "Doctor: What brings you in?\nPatient: I have had a cough for two weeks.";
const clinic = openClinic();
let encounter: BookedEncounter;

beforeAll(async () => {
  encounter = await clinic.book();
});
afterAll(clinic.close);

const traces = async () => {
  const drafts = await clinic.sql`select 1 from public.soap_drafts where encounter_id = ${encounter.id}`;
  const chunks = await clinic.sql`select 1 from public.call_transcript_chunks where encounter_id = ${encounter.id}`;
  return { drafts: drafts.length, chunks: chunks.length };
};

describe("generate-soap-draft-v2 refuses, storing and drafting nothing", () => {
  const refused: Cell[] = [
    ["A28 anon", undefined, 401, "MISSING_TOKEN"],
    ["A29 the publishable key", KEY_ONLY, 401, "MISSING_TOKEN"],
    ["A30 the patient", "alice", 403, "FORBIDDEN"],
    ["A31 another patient", "bob", 404, "SESSION_NOT_FOUND"],
    ["A34 an unrelated provider", "dr-okoye", 404, "SESSION_NOT_FOUND"],
    ["A36 the secret key", SECRET_KEY_ONLY, 401, "MISSING_TOKEN"],
  ];
  test.each(refused)("%s", async (_, as, status, code) => {
    const body = { sessionId: encounter.id, transcript: TRANSCRIPT };
    expect(await callAs(clinic, SLUG, as, body)).toMatchObject({ status, code });
    expect(await traces()).toEqual({ drafts: 0, chunks: 0 });
  });

  test.each(["bob", "dr-okoye"])(
    "A31 A34 %s, who gets the same answer for an encounter that is not there",
    async (as) => {
      const hidden = await clinic.call(SLUG, { as, body: { encounter_id: encounter.id } });
      const absent = await clinic.call(SLUG, { as, body: { encounter_id: absentId() } });
      expect(withoutRequestId(hidden)).toEqual(withoutRequestId(absent));
    },
  );

  test("A33 a provider whose booking was cancelled", async () => {
    const patient = await clinic.newPatient();
    const ended = await clinic.book({ patient: patient.name });
    await clinic.cancel(ended);
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { sessionId: ended.id, transcript: TRANSCRIPT } });
    expect(answer).toMatchObject({ status: 404, code: "SESSION_NOT_FOUND" });
  });

  test("A42 ids in the body that are not the encounter's", async () => {
    const other = await clinic.book({ patient: "carol" });
    for (const ids of [
      { patientId: other.patientId },
      { appointmentId: other.appointmentId },
      { providerId: absentId() },
    ]) {
      const body = { sessionId: encounter.id, transcript: TRANSCRIPT, ...ids };
      expect(await clinic.call(SLUG, { as: "dr-amara", body })).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
    }
    expect(await traces()).toEqual({ drafts: 0, chunks: 0 });
  });

  test("L15 an encounter without a transcript", async () => {
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { encounter_id: encounter.id } });
    expect(answer).toMatchObject({ status: 422, code: "TRANSCRIPT_EMPTY" });
  });
});

describe("generate-soap-draft-v2 allows", () => {
  test("A32 the encounter's provider", async () => {
    const own = await clinic.book();
    const body = { sessionId: own.id, transcript: TRANSCRIPT };
    expect((await clinic.call(SLUG, { as: "dr-amara", body })).status).toBe(200);
  });
});
