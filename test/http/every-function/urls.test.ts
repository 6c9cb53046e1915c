import { GenerateSoapDraftRequest } from "@patient-medical-history/core";
import { generateSoapDraft } from "@patient-medical-history/core/drafting";
import { afterAll, expect, test } from "vitest";
import { createFunctionApp } from "../../../packages/core/src/http/create-function-app.ts";
import { openClinic } from "../../support/clinic.ts";
import { functionApps } from "../../support/function-apps.ts";
import { CANARY } from "../../support/silence/canary.ts";

const clinic = openClinic();
afterAll(clinic.close);

/** The functions in this process, on the stack's Data API, with every address they ask noted. */
function openNotedFunctions() {
  const { apiUrl, publishableKey, secretKey, firebaseProjectId, jwksUrl } = clinic.state;
  const environment: Readonly<Record<string, string>> = {
    ...{ SUPABASE_URL: apiUrl, SUPABASE_ANON_KEY: publishableKey, SUPABASE_SERVICE_ROLE_KEY: secretKey },
    ...{ FIREBASE_PROJECT_ID: firebaseProjectId, FIREBASE_JWKS_URL: jwksUrl },
  };
  const asked: string[] = [];
  const platform = {
    environment: (name: string) => environment[name],
    clock: () => new Date(),
    fetch: (input: Parameters<typeof fetch>[0], init?: RequestInit) => {
      const request = new Request(input, init);
      asked.push(`${request.method} ${request.url.replace(apiUrl, "")}`);
      return fetch(request);
    },
    writeLogLine: () => undefined,
  };
  const apps = {
    ...functionApps(platform),
    "generate-soap-draft-v2": createFunctionApp(
      {
        ...{ slug: "generate-soap-draft-v2", input: GenerateSoapDraftRequest, handle: generateSoapDraft },
        needsWorkerKey: true,
      },
      platform,
    ),
  };
  const call = async (slug: keyof typeof apps, as: string, body: object) => {
    const headers = { "content-type": "application/json", "x-firebase-token": await clinic.token(as) };
    const sent = new Request(`http://localhost/${slug}`, { method: "POST", headers, body: JSON.stringify(body) });
    return (await apps[slug].fetch(sent)).status;
  };
  return { call, asked, ready: () => apps["get-patient-history"].request("/get-patient-history/ready") };
}

test("H09 no id and nobody's word stands in an address that a function asks: each is an RPC's name, the keys', or constant", async () => {
  const encounter = await clinic.book();
  const noteId = await clinic.writeNote(await clinic.book(), {});
  const { call, asked, ready } = openNotedFunctions();
  const calls = [
    ["create-context-snapshot", { encounter_id: encounter.id }, 200],
    ["get-patient-history", { patientId: encounter.patientId, appointmentId: encounter.appointmentId }, 200],
    ["update-patient-medical-record", { patientId: encounter.patientId, soapNoteId: noteId }, 200],
    ["generate-soap-draft-v2", { sessionId: encounter.id, transcript: "Doctor: Hello.\nPatient: I cough." }, 200],
  ] as const;
  for (const [slug, body, status] of calls) {
    expect(await call(slug, "dr-amara", body)).toBe(status);
    expect(await call(slug, "bob", body)).not.toBe(status);
  }
  expect((await ready()).status).toBe(200);

  const keys = clinic.state.jwksUrl.replace(clinic.state.apiUrl, "");
  const addresses = new Set(asked);
  expect(addresses.size).toBeGreaterThan(calls.length);
  for (const address of addresses) {
    expect(address).not.toMatch(CANARY);
    expect([`GET ${keys}`, "GET /rest/v1/patient_profiles?select=user_id&limit=0", "POST /rest/v1/rpc/"]).toContain(
      address.replace(/(?<=^POST \/rest\/v1\/rpc\/)[a-z_]+$/, ""),
    );
  }
});
