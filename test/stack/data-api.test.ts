import { generateKeyPairSync } from "node:crypto";
import { once } from "node:events";
import { mintToken, type RunningStack, startStack } from "@patient-medical-history/local-stack";
import { createClient } from "@supabase/supabase-js";
import { decodeJwt, SignJWT, UnsecuredJWT } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type TemporaryClone, usedClone } from "./support/temporary-clone.ts";

let clone: TemporaryClone;
let stack: RunningStack;

beforeAll(async () => {
  clone = await usedClone();
  stack = await startStack({ rootDir: clone.rootDir, functionsDir: "none", temporary: true });
});

afterAll(async () => {
  await stack?.stop();
  await clone?.remove();
});

function rest(path: string, headers: Record<string, string>, init: RequestInit = {}): Promise<Response> {
  return fetch(`${stack.state.apiUrl}/rest/v1/${path}`, { ...init, headers });
}

function bearer(token: string): Record<string, string> {
  return { apikey: stack.state.publishableKey, Authorization: `Bearer ${token}` };
}

function alice(claims: Record<string, unknown> = {}): Promise<string> {
  return mintToken(clone.rootDir, "alice-uid", { claims });
}

async function signedElsewhere(alg: "RS256" | "HS256"): Promise<string> {
  const key = alg === "RS256" ? generateKeyPairSync("rsa", { modulusLength: 2048 }).privateKey : new Uint8Array(32);
  const keySet = await (await fetch(stack.state.jwksUrl)).json();
  return new SignJWT(decodeJwt(await alice())).setProtectedHeader({ alg, kid: keySet.keys[0].kid }).sign(key);
}

describe("the Data API refuses", () => {
  test("a request without an API key, signed in or not", async () => {
    expect((await rest("visits", {})).status).toBe(401);
    expect((await rest("visits", { Authorization: `Bearer ${await alice()}` })).status).toBe(401);
  });

  test("an API key of another project", async () => {
    expect((await rest("visits", { apikey: "sb_publishable_of_another_project" })).status).toBe(401);
  });

  test("T24: a token of another issuer", async () => {
    const iss = "https://securetoken.google.com/another-project";
    expect((await rest("visits", bearer(await alice({ iss })))).status).toBe(401);
  });

  test("a token for another audience, an expired one, and one without an expiry", async () => {
    const expired = await mintToken(clone.rootDir, "alice-uid", { expiresInSeconds: -60 });
    for (const token of [await alice({ aud: "another-project" }), expired, await alice({ exp: null })]) {
      expect((await rest("visits", bearer(token))).status).toBe(401);
    }
  });

  test("T20: a token issued in the future, but for the half minute that clocks may differ", async () => {
    const nowSeconds = Math.floor(Date.now() / 1000);
    expect((await rest("visits", bearer(await alice({ iat: nowSeconds + 90 })))).status).toBe(401);
    expect((await rest("visits", bearer(await alice({ iat: nowSeconds + 5 })))).status).toBe(200);
  });

  test("a token signed by another key, by HS256, or not at all", async () => {
    const unsigned = new UnsecuredJWT(decodeJwt(await alice())).encode();
    for (const token of [await signedElsewhere("RS256"), await signedElsewhere("HS256"), unsigned, "a.b.c", "word"]) {
      expect((await rest("visits", bearer(token))).status).toBe(401);
    }
  });

  test("an Authorization header lite would not read, lest the secret key's role takes the token's place", async () => {
    const headers = { apikey: stack.state.secretKey, Authorization: `bearer ${await alice()}` };
    expect((await rest("rpc/caller", headers, { method: "POST" })).status).toBe(401);
  });

  test("a token whose role is none of the Data API's", async () => {
    for (const role of ["postgres", "supabase_admin", "authenticator", 7]) {
      expect((await rest("rpc/caller", bearer(await alice({ role })), { method: "POST" })).status).toBe(403);
    }
  });

  test("schemas other than public", async () => {
    const headers = { ...bearer(await alice()), "Accept-Profile": "private" };
    expect((await rest("secrets", headers)).status).toBe(406);
  });

  test("tables nobody granted", async () => {
    expect((await rest("unshared", bearer(await alice()))).status).toBe(403);
    expect((await rest("visits", { apikey: stack.state.publishableKey })).status).toBe(401);
    expect((await rest("visits", { apikey: stack.state.secretKey })).status).toBe(403);
  });
});

describe("the Data API", () => {
  test("runs a request as the token's role with the token's claims, so that policies see them", async () => {
    const visits = await rest("visits?select=id", bearer(await alice()));
    expect(await visits.json()).toEqual([{ id: 1 }]);
    const caller = await rest("rpc/caller", bearer(await alice()), { method: "POST" });
    expect(await caller.json()).toMatchObject({ role: "authenticated", sub: "alice-uid" });
  });

  test("runs a token without a role, and the publishable key alone, as anon", async () => {
    const nameless = await rest("rpc/caller", bearer(await alice({ role: null })), { method: "POST" });
    expect(await nameless.json()).toMatchObject({ role: "anon", sub: "alice-uid" });
    const keyOnly = await rest("rpc/caller", { apikey: stack.state.publishableKey }, { method: "POST" });
    expect(await keyOnly.json()).toMatchObject({ role: "anon", sub: null });
  });

  test("runs the secret key as service_role", async () => {
    const caller = await rest("rpc/caller", { apikey: stack.state.secretKey }, { method: "POST" });
    expect(await caller.json()).toMatchObject({ role: "service_role" });
  });

  test.each([
    ["object", { a: 1 }],
    ["array", [{ a: "Grüße" }]],
    ["string", "text"],
    ["number", 1],
    ["boolean", true],
  ])("hands a jsonb %s to a function as what it is", async (type, value) => {
    const client = createClient(stack.state.apiUrl, stack.state.publishableKey, { accessToken: () => alice() });
    expect(await client.rpc("argument_type", { p_value: value })).toMatchObject({ data: type, error: null });
  });

  test("answers a refusal with the function's own status, code and hint, returned or raised", async () => {
    const client = createClient(stack.state.apiUrl, stack.state.publishableKey, { accessToken: () => alice() });
    expect(await client.rpc("refuse_softly")).toMatchObject({
      status: 404,
      error: { code: "PT404", hint: "NOT_FOUND" },
    });
    expect(await client.rpc("refuse_hard")).toMatchObject({
      status: 409,
      error: { code: "PT409", hint: "REVISION_CONFLICT" },
    });
  });
});

test("the identity issuer serves its public key alone, to be cached", async () => {
  const response = await fetch(stack.state.jwksUrl);
  expect(response.headers.get("cache-control")).toMatch(/public, max-age=\d+/);
  const { keys } = await response.json();
  expect(keys.map((key: object) => Object.keys(key).sort())).toEqual([["alg", "e", "kid", "kty", "n", "use"]]);
});

test("the process that serves it can be warned with an Error, as Node warns of a rejection handled late", async () => {
  const warned = once(process, "warning");
  process.emitWarning(new Error("a warning made by a test"));
  expect(String(await warned)).toContain("made by a test");
});
