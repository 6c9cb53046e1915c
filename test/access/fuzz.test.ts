import {
  CreateContextSnapshotRequest,
  ERROR_RULES,
  GenerateSoapDraftRequest,
  GetPatientHistoryRequest,
  UpdatePatientMedicalRecordRequest,
} from "@patient-medical-history/core";
import fc from "fast-check";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClinic, SLUGS } from "../support/clinic.ts";
import { TOLD } from "../support/silence/canary.ts";
import { ACCESS_RUNS } from "./access-runs.ts";
import { watchFunctionMemory } from "./function-memory.ts";
import { requestBody } from "./request-body.ts";

/** Bodies per function: `FUZZ_BODIES`, or 300 in the suite and 20,000 in a proof. */
const BODIES = Number(process.env["FUZZ_BODIES"] ?? (ACCESS_RUNS === 1 ? 300 : 2_000 * ACCESS_RUNS));
const AT_ONCE = 20;
/** What the platform gives a function. */
const MEMORY_MEGABYTES = 256;
/** A body that takes longer hangs: not once among others on a busy machine, but each time it is sent alone. */
const HANG_MS = 2_000;
const TRIES_ALONE = 3;
/** Nothing is waited for longer. */
const GIVE_UP_MS = 20_000;

const SCHEMAS = {
  "create-context-snapshot": CreateContextSnapshotRequest,
  "get-patient-history": GetPatientHistoryRequest,
  "update-patient-medical-record": UpdatePatientMedicalRecordRequest,
  "generate-soap-draft-v2": GenerateSoapDraftRequest,
};

const clinic = openClinic();
let ids: string[];
let headers: Record<string, string>;

beforeAll(async () => {
  const encounter = await clinic.book();
  const soapNoteId = await clinic.writeNote(await clinic.book(), {});
  ids = [encounter.id, encounter.appointmentId, encounter.patientId, encounter.providerId, soapNoteId];
  headers = { "content-type": "application/json", "x-firebase-token": await clinic.token("dr-amara") };
});
afterAll(clinic.close);

describe.each(SLUGS)("%s", (slug) => {
  test(`I27 answers ${BODIES} bodies with a success or a code of the list, never 5xx, never late`, async () => {
    const body = requestBody(SCHEMAS[slug], ids);
    // What Deno took to fetch and to compile the function is not what its requests take.
    const readMemory = watchFunctionMemory(clinic.state.pid);
    const codes = new Set<unknown>();
    const slow: Uint8Array<ArrayBuffer>[] = [];
    const send = async (bytes: Uint8Array<ArrayBuffer>) => {
      const signal = AbortSignal.timeout(GIVE_UP_MS);
      const url = `${clinic.state.apiUrl}/functions/v1/${slug}`;
      const startedMs = performance.now();
      const response = await fetch(url, { method: "POST", headers, body: bytes, signal });
      const text = await response.text();
      if (!response.ok) expect(text).not.toMatch(TOLD);
      const answer = JSON.parse(text);
      codes.add(answer.code ?? "success");
      const tookMs = performance.now() - startedMs;
      if (tookMs > HANG_MS) slow.push(bytes);
      return { status: response.status, code: answer.code, tookMs };
    };

    await fc.assert(
      fc.asyncProperty(fc.array(body, { minLength: AT_ONCE, maxLength: AT_ONCE }), async (bodies) => {
        for (const { status, code } of await Promise.all(bodies.map(send))) {
          expect(status).toBeLessThan(500);
          if (status !== 200) expect(ERROR_RULES).toHaveProperty(code);
        }
      }),
      { numRuns: Math.ceil(BODIES / AT_ONCE), endOnFailure: true },
    );

    for (const bytes of slow.splice(0)) {
      const timesMs: number[] = [];
      for (let attempt = 0; attempt < TRIES_ALONE; attempt++) timesMs.push((await send(bytes)).tookMs);
      expect(Math.min(...timesMs)).toBeLessThan(HANG_MS);
    }
    // The run says something only if bodies got through as well as not.
    expect([...codes]).toEqual(expect.arrayContaining(["INVALID_JSON", "INVALID_REQUEST", "MISSING_PARAMS"]));
    for (const megabytes of readMemory()) expect(megabytes).toBeLessThan(MEMORY_MEGABYTES);
  });
});
