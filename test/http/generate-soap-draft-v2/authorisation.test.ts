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

describe("generate-soap-draft-v2 alone writes drafts", () => {
  test("A53 L12 the encounter's provider, with a lease of their own, stores none through the Data API", async () => {
    const own = await clinic.book();
    const ask = (name: string, body: object) => clinic.rpc(name, { as: "dr-amara", body });
    const begun = await ask("begin_soap_draft", {
      ...{ p_encounter_id: own.id, p_transcript: TRANSCRIPT, p_model: "a-model-of-mine", p_prompt_version: "1" },
    });
    const job = { p_draft_id: begun.json["draft_id"], p_lease_id: begun.json["lease_id"] };
    expect(job.p_lease_id).toEqual(expect.any(String));

    const calls: readonly (readonly [string, object])[] = [
      ["complete_soap_draft", { ...job, p_note: { meta: { model: "forged" } } }],
      ["advance_soap_draft", { ...job, p_phase: "store" }],
      ["claim_soap_draft", { p_draft_id: job.p_draft_id }],
      ["reserve_model_call", { ...job, p_prompt_sha256: "0".repeat(64), p_tokens: 1 }],
      ["settle_model_call", { ...job, p_attempt: 1, p_outcome: { fault: "http_500" } }],
    ];
    for (const [name, body] of calls) {
      const answer = await ask(name, body);
      expect({ name, status: answer.status, code: answer.code }).toEqual({ name, status: 403, code: "42501" });
    }
    const headers = { apikey: clinic.state.publishableKey, authorization: `Bearer ${await clinic.token("dr-amara")}` };
    const lease = await clinic.send(`/rest/v1/soap_drafts?select=lease_id&id=eq.${job.p_draft_id}`, "GET", headers);
    expect(lease).toMatchObject({ status: 403, code: "42501" });

    const { status, json } = await clinic.call(SLUG, { as: "dr-amara", body: { sessionId: own.id } });
    expect(status).toBe(200);
    expect(json).toMatchObject({ soap_status: "draft_ready", soap_draft: { meta: { model: "offline-rules-1" } } });
  });
});

describe("generate-soap-draft-v2 allows", () => {
  test("A32 the encounter's provider", async () => {
    const own = await clinic.book();
    const body = { sessionId: own.id, transcript: TRANSCRIPT };
    expect((await clinic.call(SLUG, { as: "dr-amara", body })).status).toBe(200);
  });
});
