import { randomUUID } from "node:crypto";
import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClinic } from "../../support/clinic.ts";

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
      { providerId: randomUUID() },
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
