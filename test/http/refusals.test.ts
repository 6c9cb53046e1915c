import { mintToken, readStackState } from "@patient-medical-history/local-stack";
import { describe, expect, inject, test } from "vitest";
import { bookAliceWithAmara, callRaw, signIn } from "../support/mobile-caller.ts";
import { walkMainJobOnce } from "../support/walk-main-job-once.ts";

const SLUGS = [
  "create-context-snapshot",
  "get-patient-history",
  "update-patient-medical-record",
  "generate-soap-draft-v2",
];
const JSON_TYPE = { "content-type": "application/json" };

/** A well-formed request to each function about one encounter. */
async function requests(): Promise<Record<string, Record<string, unknown>>> {
  const { id, patientId } = await bookAliceWithAmara();
  return {
    "create-context-snapshot": { encounter_id: id },
    "get-patient-history": { patientId },
    "update-patient-medical-record": { soapNoteId: crypto.randomUUID(), patientId },
    "generate-soap-draft-v2": { encounter_id: id },
  };
}

describe.each(SLUGS)("%s", (slug) => {
  test("T01 A44 refuses a caller without a Firebase token, whatever key they hold", async () => {
    const { publishableKey, secretKey } = await readStackState(inject("stackRoot"));
    for (const key of [publishableKey, secretKey]) {
      const headers = { ...JSON_TYPE, apikey: key, authorization: `Bearer ${key}` };
      const answer = await callRaw(slug, { method: "POST", headers, body: "{}" });
      expect(answer).toMatchObject({ status: 401, body: { code: "MISSING_TOKEN" } });
      expect(answer.headers.get("www-authenticate")).toContain("Bearer");
    }
  });

  test.each([
    ["T16 expired", { exp: 1_700_000_000, iat: 1_699_996_400 }, 401, "TOKEN_EXPIRED"],
    ["T23 of another audience", { aud: "another-project" }, 401, "INVALID_FIREBASE_TOKEN"],
    ["T24 of another issuer", { iss: "https://securetoken.google.com/another-project" }, 401, "INVALID_FIREBASE_TOKEN"],
    ["T27 whose user_id is not its sub", { user_id: "bob-uid" }, 401, "INVALID_FIREBASE_TOKEN"],
    ["T30 with the role service_role", { role: "service_role" }, 403, "ROLE_CLAIM_MISSING"],
    ["T30 without a role", { role: null }, 403, "ROLE_CLAIM_MISSING"],
  ])("refuses a token %s", async (_kind, claims, status, code) => {
    const app = await signIn("dr-amara", claims);
    expect(await app.callFunction(slug, (await requests())[slug] ?? {})).toMatchObject({ status, body: { code } });
  });

  test("T33 refuses a person who was never provisioned", async () => {
    const app = await signIn("nobody-uid");
    const answer = await app.callFunction(slug, (await requests())[slug] ?? {});
    expect(answer).toMatchObject({ status: 403, body: { code: "USER_NOT_PROVISIONED" } });
  });

  test("A02 A06 A16 answers an unrelated provider as if the resource did not exist", async () => {
    const stranger = await signIn("dr-okoye");
    const real = (await requests())[slug] ?? {};
    const invented = Object.fromEntries(Object.keys(real).map((key) => [key, crypto.randomUUID()]));
    const [seen, absent] = [await stranger.callFunction(slug, real), await stranger.callFunction(slug, invented)];
    expect(seen.status).toBe(404);
    expect({ ...seen.body, requestId: null }).toEqual({ ...absent.body, requestId: null });
  });

  test.each([
    ["I01 an empty body", "", "INVALID_JSON"],
    ["I02 broken JSON", "{'a': 1,}", "INVALID_JSON"],
    ["I03 a list", "[]", "INVALID_REQUEST"],
    ["I04 nothing that is required", "{}", "MISSING_PARAMS"],
  ])("refuses %s", async (_kind, body, code) => {
    const { publishableKey } = await readStackState(inject("stackRoot"));
    const token = await mintToken(inject("stackRoot"), "dr-amara");
    const headers = { ...JSON_TYPE, apikey: publishableKey, "x-firebase-token": token };
    const answer = await callRaw(slug, { method: "POST", headers, body });
    expect(answer).toMatchObject({ status: 400, body: { code } });
    expect(answer.headers.get("cache-control")).toBe("no-store");
  });

  test("A50 refuses other methods and tells which it takes", async () => {
    const answer = await callRaw(slug, { method: "PUT", headers: JSON_TYPE, body: "{}" });
    expect(answer).toMatchObject({ status: 405, body: { code: "METHOD_NOT_ALLOWED" } });
    expect(answer.headers.get("allow")).toContain("POST");
  });

  test("S10 answers /health and /ready without a token", async () => {
    expect((await callRaw(`${slug}/health`, {})).status).toBe(200);
    expect((await callRaw(`${slug}/ready`, {})).status).toBe(200);
  });
});

describe("roles", () => {
  test.each([
    ["A03", "create-context-snapshot"],
    ["A30", "generate-soap-draft-v2"],
  ])("%s a patient can never use %s", async (_id, slug) => {
    const patient = await signIn("alice");
    const answer = await patient.callFunction(slug, (await requests())[slug] ?? {});
    expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
  });

  test("A21 a patient can never merge a note, not even one they may read", async () => {
    const { soapNoteId } = await walkMainJobOnce();
    const { patientId } = await bookAliceWithAmara();
    const answer = await (await signIn("alice")).callFunction("update-patient-medical-record", {
      soapNoteId,
      patientId,
    });
    expect(answer).toMatchObject({ status: 403, body: { code: "FORBIDDEN" } });
  });

  test("A13 another patient is answered as if alice did not exist", async () => {
    const bob = await signIn("bob");
    const answer = await bob.callFunction("get-patient-history", (await requests())["get-patient-history"] ?? {});
    expect(answer).toMatchObject({ status: 404, body: { code: "PATIENT_NOT_FOUND" } });
  });

  test("L15 a draft without a transcript is refused", async () => {
    const provider = await signIn("dr-amara");
    const answer = await provider.callFunction(
      "generate-soap-draft-v2",
      (await requests())["generate-soap-draft-v2"] ?? {},
    );
    expect(answer).toMatchObject({ status: 422, body: { code: "TRANSCRIPT_EMPTY" } });
  });
});
