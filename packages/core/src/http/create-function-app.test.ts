import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ENCOUNTER, type Sent, startLookUp } from "../../../../test/support/look-up-function.ts";

let lookUp: Awaited<ReturnType<typeof startLookUp>>;
beforeAll(async () => {
  lookUp = await startLookUp();
});
beforeEach(() => lookUp.restart());
afterAll(() => lookUp.issuer.stop());

/** Small enough in total: it is their number that counts. */
const THOUSAND_HEADERS = Object.fromEntries(Array.from({ length: 1000 }, (_, index) => [`x-${index}`, "y"]));

describe("a function refuses the wrong place and method", () => {
  test.each(["GET", "PUT", "DELETE", "PATCH", "HEAD"])("A50 %s", async (method) => {
    const { status, headers } = await lookUp.send({ method });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("POST, OPTIONS");
  });

  test("A50 a method override header changes nothing", async () => {
    expect((await lookUp.send({ method: "GET", headers: { "x-http-method-override": "POST" } })).status).toBe(405);
    expect(lookUp.handled).toEqual([]);
  });

  test.each([
    "/look-up/",
    "/look-up/debug",
    "//look-up",
    "/look-up/%2e%2e/x",
    "/",
    "/other",
    "/look-up%2f",
    "/LOOK-UP",
  ])("A51 path %s", async (path) => {
    expect(await lookUp.send({ path })).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(lookUp.handled).toEqual([]);
  });

  test("POST on a probe", async () => {
    const { status, headers } = await lookUp.send({ path: "/look-up/health" });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("GET, OPTIONS");
  });
});

describe("a function refuses before the use case runs", () => {
  test.each<[string, Sent, number, string]>([
    ["T01 no token", { headers: { "x-firebase-token": undefined } }, 401, "MISSING_TOKEN"],
    [
      "T43 a token in the query",
      { path: "/look-up?token=x", headers: { "x-firebase-token": undefined } },
      401,
      "MISSING_TOKEN",
    ],
    ["T05 a token that is none", { headers: { "x-firebase-token": "abc" } }, 401, "INVALID_FIREBASE_TOKEN"],
    ["I26 a thousand headers", { headers: THOUSAND_HEADERS }, 431, "HEADERS_TOO_LARGE"],
    ["I26 a token sent twice", { headers: { "x-firebase-token": "a.b.c, a.b.c" } }, 401, "INVALID_FIREBASE_TOKEN"],
    ["I26 headers of 40 kB", { headers: { "x-padding": "x".repeat(40_000) } }, 431, "HEADERS_TOO_LARGE"],
    ["I13 no content type", { headers: { "content-type": undefined } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["I13 text", { headers: { "content-type": "text/plain" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["I13 UTF-16", { headers: { "content-type": "application/json; charset=utf-16" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["I12 gzip", { headers: { "content-encoding": "gzip" } }, 415, "UNSUPPORTED_MEDIA_TYPE"],
    ["I10 65 kB", { body: JSON.stringify({ padding: "x".repeat(65_536) }) }, 413, "PAYLOAD_TOO_LARGE"],
    ["I01 an empty body", { body: "" }, 400, "INVALID_JSON"],
    ["I03 an array", { body: "[]" }, 400, "INVALID_REQUEST"],
    ["I04 no id", { body: "{}" }, 400, "MISSING_PARAMS"],
    ["P05 a blank idempotency key", { headers: { "idempotency-key": "" } }, 400, "INVALID_REQUEST"],
    ["P05 a long idempotency key", { headers: { "idempotency-key": "x".repeat(256) } }, 400, "INVALID_REQUEST"],
  ])("%s", async (_, sent, status, code) => {
    expect(await lookUp.send(sent)).toMatchObject({ status, code });
    expect(lookUp.handled).toEqual([]);
  });

  test.each([null, "", "   "])("I04 the id is %j", async (id) => {
    const answer = await lookUp.send({ body: JSON.stringify({ encounter_id: id }) });
    expect(answer).toMatchObject({ status: 400, code: "MISSING_PARAMS" });
    expect(JSON.parse(answer.text).details).toEqual([{ field: "encounter_id", rule: "required" }]);
  });

  test.each([[7], [[]], [{}], [true], [[ENCOUNTER]]])("I05 the id is %j", async (id) => {
    expect(await lookUp.send({ body: JSON.stringify({ encounter_id: id }) })).toMatchObject({
      code: "INVALID_REQUEST",
    });
  });

  test.each([
    "x",
    "00000000-0000-0000-0000-000000000000",
    "ffffffff-ffff-ffff-ffff-ffffffffffff",
    `{${ENCOUNTER}}`,
    `${ENCOUNTER}0`,
    "５f0c9c6e-2d0b-4b6a-9a39-0d6b3f1a7c11",
    `eq.${ENCOUNTER}`,
    `${ENCOUNTER}' or 1=1`,
  ])("I06 I21 the id is %j", async (id) => {
    const answer = await lookUp.send({ body: JSON.stringify({ encounter_id: id }) });
    expect(answer).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
    expect(JSON.parse(answer.text).details).toEqual([{ field: "encounter_id", rule: "uuid" }]);
  });

  test("two names of one field with different ids", async () => {
    const other = ENCOUNTER.replace("5", "6");
    const answer = await lookUp.send({ body: JSON.stringify({ encounter_id: ENCOUNTER, sessionId: other }) });
    expect(JSON.parse(answer.text)).toMatchObject({
      code: "INVALID_REQUEST",
      details: [{ field: "encounter_id", rule: "conflict" }],
    });
  });

  test("K01 an identity provider that is down is 503 with Retry-After, not 401", async () => {
    lookUp.restart({ FIREBASE_JWKS_URL: "http://127.0.0.1:9/jwks" });
    const { status, code, headers } = await lookUp.send();
    expect({ status, code }).toEqual({ status: 503, code: "IDENTITY_PROVIDER_UNAVAILABLE" });
    expect(headers.get("retry-after")).toBe("5");
  });

  test("S01 a missing variable is 500 CONFIG_ERROR, named in the log alone", async () => {
    lookUp.restart({ FIREBASE_PROJECT_ID: undefined });
    const { status, code, text } = await lookUp.send();
    expect({ status, code }).toEqual({ status: 500, code: "CONFIG_ERROR" });
    expect(text).not.toContain("FIREBASE_PROJECT_ID");
    expect(JSON.parse(lookUp.lines[0] ?? "{}")).toMatchObject({ fault: "FIREBASE_PROJECT_ID" });
  });

  test("S05 no answer and no line of the log holds a setting's value, whatever is wrong", async () => {
    const settings = {
      SUPABASE_URL: "http://127.0.0.1:9/canary-url",
      SUPABASE_ANON_KEY: "canary-publishable-key",
      FIREBASE_PROJECT_ID: "canary project",
      ALLOWED_ORIGINS: "canary-origin",
    };
    const heard: string[] = [];
    for (const changes of [{}, settings, { ...settings, FIREBASE_PROJECT_ID: "canary-project" }]) {
      lookUp.restart(changes);
      for (const path of [
        "/look-up",
        "/look-up/health",
        "/look-up/ready",
        "/look-up/debug",
        "/look-up/env",
        "/look-up/.env",
      ]) {
        for (const method of ["GET", "POST"]) heard.push((await lookUp.send({ path, method })).text);
      }
      heard.push(...lookUp.lines);
    }
    expect(heard.join("\n")).not.toMatch(/canary/);
  });

  test("H03 an unforeseen error tells nobody its message", async () => {
    const answer = await lookUp.send({ body: JSON.stringify({ encounter_id: ENCOUNTER, patient_id: ENCOUNTER }) });
    expect(answer).toMatchObject({ status: 500, code: "INTERNAL_ERROR" });
    expect(answer.text + lookUp.lines.join()).not.toMatch(/Alice|penicillin/);
  });
});

describe("a function serves", () => {
  test("I07 an honest request, ids in lower case, unknown keys dropped", async () => {
    const body = JSON.stringify({ sessionId: ENCOUNTER.toUpperCase(), userId: "alice", role: "admin" });
    expect(await lookUp.send({ body })).toMatchObject({ status: 200, text: '{"success":true}' });
    expect(lookUp.handled).toEqual([{ encounter_id: ENCOUNTER }]);
  });

  test.each(["application/json", "application/json; charset=utf-8", 'application/json;charset="UTF-8"'])(
    "I13 content type %s",
    async (type) => {
      expect((await lookUp.send({ headers: { "content-type": type } })).status).toBe(200);
    },
  );

  test("under the gateway's prefix too", async () => {
    expect((await lookUp.send({ path: "/functions/v1/look-up" })).status).toBe(200);
  });

  test("/health without credentials or settings", async () => {
    lookUp.restart({ SUPABASE_URL: undefined, FIREBASE_PROJECT_ID: undefined });
    const { status, text } = await lookUp.send({ path: "/look-up/health", method: "GET" });
    expect({ status, text }).toEqual({ status: 200, text: '{"success":true,"status":"ok"}' });
  });

  test("S10 /ready telling what failed and nothing more", async () => {
    const answer = await lookUp.send({
      path: "/look-up/ready",
      method: "GET",
      headers: { "x-firebase-token": undefined },
    });
    expect(answer).toMatchObject({ status: 503, code: "DATABASE_UNAVAILABLE" });
    expect(JSON.parse(answer.text).checks).toEqual({ configuration: "ok", identity_keys: "ok", database: "failed" });
    lookUp.restart({ FIREBASE_PROJECT_ID: undefined });
    expect(await lookUp.send({ path: "/look-up/ready", method: "GET" })).toMatchObject({
      status: 500,
      code: "CONFIG_ERROR",
    });
  });
});
