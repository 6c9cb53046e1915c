import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { openClinic, SLUGS } from "../../support/clinic.ts";

const clinic = openClinic();
afterAll(clinic.close);

const nowSeconds = () => Math.floor(Date.now() / 1000);
const unsigned = (header: object, payload: object) =>
  [header, payload].map((part) => Buffer.from(JSON.stringify(part)).toString("base64url")).join(".");

describe.each(SLUGS)("%s", (slug) => {
  const withToken = (token: string | undefined, headers = {}) =>
    clinic.call(slug, { body: {}, headers: { "x-firebase-token": token, ...headers } });

  test.each<[string, () => Promise<string | undefined>, number, string]>([
    ["T01 no token", async () => undefined, 401, "MISSING_TOKEN"],
    ["T02 a blank token", async () => " ", 401, "MISSING_TOKEN"],
    ["T05 rubbish", async () => "a.b", 401, "INVALID_FIREBASE_TOKEN"],
    [
      "T07 no signature",
      async () => `${unsigned({ alg: "none" }, { sub: "alice-uid" })}.`,
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    ["T16 expired", () => clinic.token("alice", { expiresInSeconds: -60 }), 401, "TOKEN_EXPIRED"],
    [
      "T19 valid for ten years",
      () => clinic.token("alice", { expiresInSeconds: 315_360_000 }),
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    [
      "T20 issued tomorrow",
      () => clinic.token("alice", { claims: { iat: nowSeconds() + 86_400 } }),
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    [
      "T23 another audience",
      () => clinic.token("alice", { claims: { aud: "another" } }),
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    [
      "T24 another issuer",
      () => clinic.token("alice", { claims: { iss: "https://accounts.google.com" } }),
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    [
      "T27 a user_id that is not its subject",
      () => clinic.token("alice", { claims: { user_id: "bob-uid" } }),
      401,
      "INVALID_FIREBASE_TOKEN",
    ],
    ["T26 no subject", () => clinic.token("alice", { claims: { sub: null } }), 401, "INVALID_FIREBASE_TOKEN"],
    [
      "T30 role service_role",
      () => clinic.token("alice", { claims: { role: "service_role" } }),
      403,
      "ROLE_CLAIM_MISSING",
    ],
    ["T30 no role", () => clinic.token("alice", { claims: { role: null } }), 403, "ROLE_CLAIM_MISSING"],
    ["T40 9 kB", async () => `a.${"b".repeat(9_000)}.c`, 431, "HEADERS_TOO_LARGE"],
  ])("refuses %s", async (_, token, status, code) => {
    const answer = await withToken(await token());
    expect(answer).toMatchObject({ status, code });
    if (status === 401) expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });

  test("T33 refuses a person whom nobody provisioned, and provisions nobody", async () => {
    const body = { encounter_id: randomUUID(), patientId: randomUUID(), soapNoteId: randomUUID() };
    const answer = await clinic.call(slug, { as: "nobody-we-know", body });
    expect(answer).toMatchObject({ status: 403, code: "USER_NOT_PROVISIONED" });
    expect(await clinic.sql`select 1 from public.users where firebase_uid = 'nobody-we-know'`).toHaveLength(0);
  });

  test("T04 refuses two different tokens", async () => {
    const headers = { authorization: `Bearer ${await clinic.token("bob")}` };
    expect(await withToken(await clinic.token("alice"), headers)).toMatchObject({
      status: 400,
      code: "AMBIGUOUS_CREDENTIALS",
    });
  });

  test("T43 ignores a token in the query", async () => {
    const token = await clinic.token("alice");
    const headers = { "content-type": "application/json" };
    const answer = await clinic.send(`/functions/v1/${slug}?token=${token}`, "POST", headers, "{}");
    expect(answer).toMatchObject({ status: 401, code: "MISSING_TOKEN" });
  });

  test("accepts the token in Authorization alone", async () => {
    const headers = { authorization: `Bearer ${await clinic.token("alice")}` };
    expect(await withToken(undefined, headers)).toMatchObject({ status: 400, code: "MISSING_PARAMS" });
  });
});

describe("the database says who somebody is", () => {
  const asks = (person: string, userId: string) =>
    clinic.call("get-patient-history", { as: person, body: { patientId: userId } });

  test("T35 a disabled user is refused at once, with a token that is still valid", async () => {
    const { name, userId } = await clinic.newPatient();
    expect((await asks(name, userId)).status).toBe(200);
    await clinic.sql`update public.users set disabled_at = now() where id = ${userId}`;
    expect(await asks(name, userId)).toMatchObject({ status: 403, code: "USER_DISABLED" });
  });

  test("T36 a session that was ended is refused", async () => {
    const { name, userId } = await clinic.newPatient();
    await clinic.sql`update public.users set tokens_valid_after = now() + interval '1 minute' where id = ${userId}`;
    const answer = await asks(name, userId);
    expect(answer).toMatchObject({ status: 401, code: "TOKEN_REVOKED" });
    expect(answer.headers.get("www-authenticate")).toBe("Bearer");
  });
});
