import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { ENCOUNTER, ORIGIN, type Sent, startLookUp } from "../../../../test/support/look-up-function.ts";

let lookUp: Awaited<ReturnType<typeof startLookUp>>;
beforeAll(async () => {
  lookUp = await startLookUp();
});
beforeEach(() => lookUp.restart());
afterAll(() => lookUp.issuer.stop());

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
      const answer = await lookUp.send({ ...sent, headers });
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
    const { headers } = await lookUp.send({ headers: { "x-firebase-token": "x" } });
    expect(headers.get("www-authenticate")).toBe("Bearer");
  });

  test.each(["", "a b", "x".repeat(65), 'a"b', "日本"])("I24 replaces the request id %j by one of ours", async (id) => {
    const { headers } = await lookUp.send({ headers: { "x-request-id": encodeURI(id) === id ? id : "%" } });
    expect(headers.get("x-request-id")).toMatch(/^[0-9a-f-]{36}$/);
  });

  test("leaves one log line, with a pseudonym and without token or uid", async () => {
    await lookUp.send({ headers: { "x-request-id": "request-1" } });
    expect(lookUp.lines).toHaveLength(1);
    expect(JSON.parse(lookUp.lines[0] ?? "{}")).toMatchObject({
      requestId: "request-1",
      function: "look-up",
      status: 200,
    });
    expect(lookUp.lines[0]).not.toContain("dr-amara");
    expect(lookUp.lines[0]).not.toContain(lookUp.token.slice(-20));
  });
});

describe("CORS", () => {
  const preflight = (origin: string) =>
    lookUp.send({
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
    expect((await lookUp.send({ headers: { origin } })).headers.get("access-control-allow-origin")).toBeNull();
  });

  test("C01 C04 C05 answers the preflight of an allowed origin, asking nobody", async () => {
    const downloads = lookUp.issuer.downloads();
    const { status, headers } = await preflight(ORIGIN);
    expect(status).toBe(204);
    expect(headers.get("access-control-allow-origin")).toBe(ORIGIN);
    expect(headers.get("vary")).toContain("Origin");
    expect(headers.get("access-control-allow-credentials")).toBeNull();
    expect(headers.get("access-control-allow-headers")?.split(",")).toContain("x-firebase-token");
    expect(headers.get("access-control-allow-headers")?.split(",")).not.toContain("x-user-id");
    expect(lookUp.issuer.downloads()).toBe(downloads);
    expect(lookUp.handled).toEqual([]);
  });

  test("C02 gives every origin nothing where none is configured", async () => {
    lookUp.restart({ ALLOWED_ORIGINS: undefined });
    expect((await preflight(ORIGIN)).headers.get("access-control-allow-origin")).toBeNull();
  });
});
