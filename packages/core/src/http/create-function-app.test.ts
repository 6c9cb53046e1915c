import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { startTokenIssuer, type TokenIssuer } from "../../../../test/support/token-issuer.ts";
import { createFunctionApp } from "./create-function-app.ts";
import { Id, requestFields } from "./request-fields.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const ENCOUNTER = "5f0c9c6e-2d0b-4b6a-9a39-0d6b3f1a7c11";
const ORIGIN = "https://app.example";

const input = requestFields(
  "LookUpRequest",
  { encounter_id: ["encounter_id", "sessionId"], patient_id: ["patient_id"] },
  z.object({ encounter_id: Id, patient_id: Id.optional() }),
);

let issuer: TokenIssuer;
let token: string;
let handled: unknown[];
let lines: string[];
let app: ReturnType<typeof makeApp>;

function makeApp(changes: Record<string, string | undefined> = {}) {
  const variables: Record<string, string | undefined> = {
    SUPABASE_URL: "http://127.0.0.1:9",
    SUPABASE_ANON_KEY: "sb_publishable_test",
    FIREBASE_PROJECT_ID: issuer.projectId,
    FIREBASE_JWKS_URL: issuer.jwksUrl,
    ALLOWED_ORIGINS: ORIGIN,
    ...changes,
  };
  return createFunctionApp(
    {
      slug: "look-up",
      input,
      handle: async (request) => {
        handled.push(request);
        if (request.patient_id !== undefined) throw new TypeError("Alice Example is allergic to penicillin");
        return { success: true };
      },
    },
    {
      environment: (name) => variables[name],
      clock: () => NOW,
      fetch,
      writeLogLine: (line) => lines.push(line),
    },
  );
}

beforeAll(async () => {
  issuer = await startTokenIssuer();
  token = await issuer.sign("dr-amara-uid", NOW);
});

afterAll(() => issuer.stop());

beforeEach(() => {
  handled = [];
  lines = [];
  app = makeApp();
});

type Sent = { path?: string; method?: string; headers?: Record<string, string | undefined>; body?: BodyInit };

/** Sends an honest request, but for what the test changes; an undefined header is left out. */
async function send({ path = "/look-up", method = "POST", headers = {}, body }: Sent = {}) {
  const all = { "content-type": "application/json", "x-firebase-token": token, ...headers };
  const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
  const defaultBody = method === "POST" ? JSON.stringify({ encounter_id: ENCOUNTER }) : null;
  const request = new Request(`http://localhost${path}`, { method, headers: kept, body: body ?? defaultBody });
  const response = await app.fetch(request);
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, code: codeOf(text) };
}

function codeOf(text: string): unknown {
  return text.startsWith("{") ? JSON.parse(text).code : undefined;
}

describe("a function refuses the wrong place and method", () => {
  test.each(["GET", "PUT", "DELETE", "PATCH", "HEAD"])("A50 %s", async (method) => {
    const { status, headers } = await send({ method });
    expect(status).toBe(405);
    expect(headers.get("allow")).toBe("POST, OPTIONS");
  });

  test("A50 a method override header changes nothing", async () => {
    expect((await send({ method: "GET", headers: { "x-http-method-override": "POST" } })).status).toBe(405);
    expect(handled).toEqual([]);
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
    expect(await send({ path })).toMatchObject({ status: 404, code: "NOT_FOUND" });
    expect(handled).toEqual([]);
  });

  test("POST on a probe", async () => {
    const { status, headers } = await send({ path: "/look-up/health" });
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
    expect(await send(sent)).toMatchObject({ status, code });
    expect(handled).toEqual([]);
  });

  test.each([null, "", "   "])("I04 the id is %j", async (id) => {
    const answer = await send({ body: JSON.stringify({ encounter_id: id }) });
    expect(answer).toMatchObject({ status: 400, code: "MISSING_PARAMS" });
    expect(JSON.parse(answer.text).details).toEqual([{ field: "encounter_id", rule: "required" }]);
  });

  test.each([[7], [[]], [{}], [true], [[ENCOUNTER]]])("I05 the id is %j", async (id) => {
    expect(await send({ body: JSON.stringify({ encounter_id: id }) })).toMatchObject({ code: "INVALID_REQUEST" });
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
    const answer = await send({ body: JSON.stringify({ encounter_id: id }) });
    expect(answer).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
    expect(JSON.parse(answer.text).details).toEqual([{ field: "encounter_id", rule: "uuid" }]);
  });

  test("two names of one field with different ids", async () => {
    const other = ENCOUNTER.replace("5", "6");
    const answer = await send({ body: JSON.stringify({ encounter_id: ENCOUNTER, sessionId: other }) });
    expect(JSON.parse(answer.text)).toMatchObject({
      code: "INVALID_REQUEST",
      details: [{ field: "encounter_id", rule: "conflict" }],
    });
  });

  test("K01 an identity provider that is down is 503 with Retry-After, not 401", async () => {
    app = makeApp({ FIREBASE_JWKS_URL: "http://127.0.0.1:9/jwks" });
    const { status, code, headers } = await send();
    expect({ status, code }).toEqual({ status: 503, code: "IDENTITY_PROVIDER_UNAVAILABLE" });
    expect(headers.get("retry-after")).toBe("5");
  });

  test("S01 a missing variable is 500 CONFIG_ERROR, named in the log alone", async () => {
    app = makeApp({ FIREBASE_PROJECT_ID: undefined });
    const { status, code, text } = await send();
    expect({ status, code }).toEqual({ status: 500, code: "CONFIG_ERROR" });
    expect(text).not.toContain("FIREBASE_PROJECT_ID");
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ fault: "FIREBASE_PROJECT_ID" });
  });

  test("H03 an unforeseen error tells nobody its message", async () => {
    const answer = await send({ body: JSON.stringify({ encounter_id: ENCOUNTER, patient_id: ENCOUNTER }) });
    expect(answer).toMatchObject({ status: 500, code: "INTERNAL_ERROR" });
    expect(answer.text + lines.join()).not.toMatch(/Alice|penicillin/);
  });
});

describe("a function serves", () => {
  test("an honest request, ids in lower case, unknown keys dropped", async () => {
    const body = JSON.stringify({ sessionId: ENCOUNTER.toUpperCase(), userId: "alice", role: "admin" });
    expect(await send({ body })).toMatchObject({ status: 200, text: '{"success":true}' });
    expect(handled).toEqual([{ encounter_id: ENCOUNTER }]);
  });

  test.each(["application/json", "application/json; charset=utf-8", 'application/json;charset="UTF-8"'])(
    "I13 content type %s",
    async (type) => {
      expect((await send({ headers: { "content-type": type } })).status).toBe(200);
    },
  );

  test("under the gateway's prefix too", async () => {
    expect((await send({ path: "/functions/v1/look-up" })).status).toBe(200);
  });

  test("/health without credentials or settings", async () => {
    app = makeApp({ SUPABASE_URL: undefined, FIREBASE_PROJECT_ID: undefined });
    const { status, text } = await send({ path: "/look-up/health", method: "GET" });
    expect({ status, text }).toEqual({ status: 200, text: '{"success":true,"status":"ok"}' });
  });

  test("S10 /ready telling what failed and nothing more", async () => {
    const answer = await send({ path: "/look-up/ready", method: "GET", headers: { "x-firebase-token": undefined } });
    expect(answer).toMatchObject({ status: 503, code: "DATABASE_UNAVAILABLE" });
    expect(JSON.parse(answer.text).checks).toEqual({ configuration: "ok", identity_keys: "ok", database: "failed" });
    app = makeApp({ FIREBASE_PROJECT_ID: undefined });
    expect(await send({ path: "/look-up/ready", method: "GET" })).toMatchObject({ status: 500, code: "CONFIG_ERROR" });
  });
});

describe("every answer", () => {
  test.each<[string, Sent]>([
    ["200", {}],
    ["400", { body: "" }],
    ["401", { headers: { "x-firebase-token": "x" } }],
    ["404", { path: "/look-up/x" }],
    ["405", { method: "PUT" }],
    ["500", { body: JSON.stringify({ encounter_id: ENCOUNTER, patient_id: ENCOUNTER }) }],
    ["204", { method: "OPTIONS" }],
  ])(
    "H07 C03 of status %s carries its id, is not stored, not sniffed, and readable by our origin",
    async (status, sent) => {
      const headers = { ...sent.headers, origin: ORIGIN, "x-request-id": "request-1" };
      const answer = await send({ ...sent, headers });
      expect(String(answer.status)).toBe(status);
      expect(answer.headers.get("x-request-id")).toBe("request-1");
      expect(answer.headers.get("cache-control")).toBe("no-store");
      expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
      expect(answer.headers.get("access-control-allow-origin")).toBe(ORIGIN);
      expect(answer.headers.get("vary")).toContain("Origin");
      if (answer.text !== "") expect(answer.headers.get("content-type")).toContain("application/json");
    },
  );

  test("of status 401 carries WWW-Authenticate", async () => {
    const { headers } = await send({ headers: { "x-firebase-token": "x" } });
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  test.each(["", "a b", "x".repeat(65), 'a"b', "日本"])("I24 replaces the request id %j by one of ours", async (id) => {
    const { headers } = await send({ headers: { "x-request-id": encodeURI(id) === id ? id : "%" } });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("leaves one log line, with a pseudonym and without token or uid", async () => {
    await send({ headers: { "x-request-id": "request-1" } });
    expect(lines).toHaveLength(1);
    expect(JSON.parse(lines[0] ?? "{}")).toMatchObject({ requestId: "request-1", function: "look-up", status: 200 });
    expect(lines[0]).not.toContain("dr-amara");
    expect(lines[0]).not.toContain(token.slice(-20));
  });
});

describe("CORS", () => {
  const preflight = (origin: string) =>
    send({
      method: "OPTIONS",
      headers: { origin, "access-control-request-method": "POST", "x-firebase-token": undefined },
    });

  test.each([
    "https://evil.example",
    "null",
    "https://app.example.evil.example",
    "https://evil-app.example",
    "https://sub.app.example",
    "http://app.example",
    "https://app.example:8443",
    "https://APP.example",
  ])("C02 gives origin %s nothing", async (origin) => {
    expect((await preflight(origin)).headers.get("access-control-allow-origin")).toBeNull();
    expect((await send({ headers: { origin } })).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("C01 C04 C05 answers the preflight of an allowed origin, asking nobody", async () => {
    const downloads = issuer.downloads();
    const { status, headers } = await preflight(ORIGIN);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("vary")).toContain("Origin");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("access-control-allow-headers")?.split(",")).toContain("x-firebase-token");
    expect(headers.get("access-control-allow-headers")?.split(",")).not.toContain("x-user-id");
    expect(issuer.downloads()).toBe(downloads);
    expect(handled).toEqual([]);
  });

  test("C02 gives every origin nothing where none is configured", async () => {
    app = makeApp({ ALLOWED_ORIGINS: undefined });
    expect((await preflight(ORIGIN)).headers.get("access-control-allow-origin")).toBeNull();
  });
});
