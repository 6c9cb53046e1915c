import { randomUUID } from "node:crypto";
import { request as httpRequest } from "node:http";
import { afterAll, describe, expect, test } from "vitest";
import { openClinic, SLUGS } from "../../support/clinic.ts";
import { postOnOwnConnection } from "../../support/post-on-own-connection.ts";

const ORIGIN = "https://app.example";
const ID_FIELD = {
  "create-context-snapshot": "encounter_id",
  "get-patient-history": "patientId",
  "update-patient-medical-record": "patientId",
  "generate-soap-draft-v2": "encounter_id",
} as const;
const LIMIT_BYTES = {
  "create-context-snapshot": 65_536,
  "get-patient-history": 65_536,
  "update-patient-medical-record": 65_536,
  "generate-soap-draft-v2": 2_097_152,
} as const;

const clinic = openClinic();
afterAll(clinic.close);

describe.each(SLUGS)("%s", (slug) => {
  const path = `/functions/v1/${slug}`;
  const valid = { [ID_FIELD[slug]]: randomUUID(), soapNoteId: randomUUID() };

  async function post(body: BodyInit | undefined, headers: Record<string, string | undefined> = {}) {
    const token = await clinic.token("dr-amara");
    return clinic.send(
      path,
      "POST",
      { "content-type": "application/json", "x-firebase-token": token, ...headers },
      body,
    );
  }

  test.each<[string, BodyInit, string]>([
    ["I01 an empty body", "", "INVALID_JSON"],
    ["I01 a byte order mark", "\uFEFF{}", "INVALID_JSON"],
    ["I02 a trailing comma", '{"a":1,}', "INVALID_JSON"],
    ["I03 null", "null", "INVALID_REQUEST"],
    ["I03 an array", "[]", "INVALID_REQUEST"],
    ["I04 nothing in it", "{}", "MISSING_PARAMS"],
    ["I09 a hundred levels", `{"a":${"[".repeat(100)}${"]".repeat(100)}}`, "INVALID_REQUEST"],
    ["I14 U+0000", '{"a":"\\u0000"}', "INVALID_REQUEST"],
    ["I15 a lone surrogate", '{"a":"\\ud800"}', "INVALID_REQUEST"],
    ["I15 invalid UTF-8", Uint8Array.of(0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d), "INVALID_JSON"],
  ])("refuses %s", async (_, body, code) => {
    expect(await post(body)).toMatchObject({ status: 400, code });
  });

  test.each([-7_777_777_777, true, {}, ["x"], "x", "00000000-0000-0000-0000-000000000000", "eq.x,or=(id.gt.0)"])(
    "I05 I06 I21 refuses the id %j",
    async (id) => {
      const answer = await post(JSON.stringify({ ...valid, [ID_FIELD[slug]]: id }));
      expect(answer).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
      expect(answer.text).not.toContain(String(id));
    },
  );

  test("I08 takes keys of Object.prototype for unknown ones", async () => {
    const body = `{"__proto__":{"polluted":true},"constructor":{"prototype":{}},${JSON.stringify(valid).slice(1)}`;
    expect((await post(body)).status).toBe(404);
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "application/xml", "application/json; charset=utf-16"])(
    "I13 refuses content type %s",
    async (type) => {
      expect(await post(JSON.stringify(valid), { "content-type": type })).toMatchObject({ status: 415 });
    },
  );

  test("I12 refuses a compressed body", async () => {
    expect(await post(JSON.stringify(valid), { "content-encoding": "gzip" })).toMatchObject({ status: 415 });
  });

  test.each(["GET", "PUT", "DELETE", "PATCH"])("A50 refuses %s", async (method) => {
    const answer = await clinic.send(path, method, {});
    expect(answer).toMatchObject({ status: 405, code: "METHOD_NOT_ALLOWED" });
    expect(answer.headers.get("allow")).toBe("POST, OPTIONS");
  });

  test("A50 answers TRACE with nothing of the request", async () => {
    const { promise, resolve, reject } = Promise.withResolvers<string>();
    const secret = randomUUID();
    const sent = httpRequest(`${clinic.state.apiUrl}${path}`, { method: "TRACE", headers: { "x-secret": secret } });
    sent.on("error", reject);
    sent.on("response", (response) => {
      let text = `${response.statusCode} `;
      response.setEncoding("utf8");
      response.on("data", (data) => {
        text += data;
      });
      response.on("end", () => resolve(text));
    });
    sent.end();
    const answer = await promise;
    expect(answer).not.toContain(secret);
    expect(answer).toMatch(/^405 /);
  });

  test.each(["/debug", "/", "/%2e%2e%2fx", "/health/x"])("A51 knows nothing at %s", async (rest) => {
    expect(await clinic.send(`${path}${rest}`, "POST", {})).toMatchObject({ status: 404, code: "NOT_FOUND" });
  });

  test("C01 C04 answers a preflight with 204", async () => {
    const headers = { origin: ORIGIN, "access-control-request-method": "POST" };
    const answer = await clinic.send(path, "OPTIONS", headers);
    expect(answer.status).toBe(204);
    expect(answer.headers.get("access-control-allow-headers")).toContain("x-firebase-token");
    expect(answer.headers.get("access-control-allow-origin")).not.toBe("*");
  });

  test("C02 gives a foreign origin nothing", async () => {
    const answer = await post(JSON.stringify(valid), { origin: "https://evil.example" });
    expect(answer.headers.get("access-control-allow-origin")).toBeNull();
  });

  test("H07 returns the request id, is never stored and never sniffed", async () => {
    const { headers, json } = await post("", { "x-request-id": "request-1" });
    expect(headers.get("x-request-id")).toBe("request-1");
    expect(json["requestId"]).toBe("request-1");
    expect(headers.get("cache-control")).toBe("no-store");
    expect(headers.get("x-content-type-options")).toBe("nosniff");
  });

  test("S10 tells everybody that it is alive and ready, and nothing more", async () => {
    expect((await clinic.send(`${path}/health`, "GET", {})).json).toEqual({ success: true, status: "ok" });
    expect((await clinic.send(`${path}/ready`, "GET", {})).json).toEqual({
      success: true,
      status: "ok",
      checks: { configuration: "ok", identity_keys: "ok", database: "ok" },
    });
  });

  test.each([
    ["I10 declared", false],
    ["I11 chunked", true],
  ])("%s body over its limit is refused", async (_, chunked) => {
    const headers = { "content-type": "application/json", "x-firebase-token": await clinic.token("dr-amara") };
    const url = new URL(`${clinic.state.apiUrl}${path}`);
    expect(await postOnOwnConnection(url, headers, { bytes: LIMIT_BYTES[slug] + 1, chunked })).toBe(413);
  });
});
