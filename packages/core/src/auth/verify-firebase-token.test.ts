import fc from "fast-check";
import { exportSPKI, generateKeyPair, importJWK } from "jose";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { makeIssuerKey, startTokenIssuer, type TokenIssuer } from "../../../../test/support/token-issuer.ts";
import { cachedFirebaseKeys } from "./cached-firebase-keys.ts";
import { verifyFirebaseToken } from "./verify-firebase-token.ts";

const NOW = new Date("2026-03-01T12:00:00Z");
const NOW_SECONDS = NOW.getTime() / 1000;
const UID = "dr-amara-uid";

let issuer: TokenIssuer;
let verify: (token: string, now?: Date) => Promise<string>;

beforeAll(async () => {
  issuer = await startTokenIssuer();
  const keys = cachedFirebaseKeys({ url: issuer.jwksUrl, clock: () => NOW, fetch });
  verify = (token, now = NOW) =>
    verifyFirebaseToken(token, { projectId: issuer.projectId, keys, clock: () => now }).then(
      ({ uid }) => uid,
      (error) => error.code,
    );
});

afterAll(() => issuer.stop());

const withClaims = (claims: Record<string, unknown>) => issuer.sign(UID, NOW, { claims });
const encode = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");

/** A token whose header and payload are any text, genuinely signed with the issuer's key. */
async function signRaw(header: string, payload: string): Promise<string> {
  const input = `${Buffer.from(header).toString("base64url")}.${Buffer.from(payload).toString("base64url")}`;
  const signature = await crypto.subtle.sign("RSASSA-PKCS1-v1_5", issuer.key.privateKey, Buffer.from(input));
  return `${input}.${Buffer.from(signature).toString("base64url")}`;
}

describe("verifyFirebaseToken() refuses a token that is not a JWS of ours", () => {
  test.each([
    ["one segment", "abc"],
    ["two segments", "abc.def"],
    ["four segments", "a.b.c.d"],
    ["five segments, a JWE", "a.b.c.d.e"],
    ["characters outside base64url", "e30=.e30=.e30="],
    ["nothing in the segments", ".."],
  ])("T05 %s", async (_, token) => {
    expect(await verify(token)).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each(["null", "[]", "7", '"text"', "{", ""])("T06 header %j or payload %j is no JSON object", async (part) => {
    const header = JSON.stringify({ alg: "RS256", kid: issuer.key.kid });
    expect(await verify(await signRaw(part, "{}"))).toBe("INVALID_FIREBASE_TOKEN");
    expect(await verify(await signRaw(header, part))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each(["none", "None", "NONE", ""])("T07 alg %j without a signature", async (alg) => {
    const payload = (await issuer.sign(UID, NOW)).split(".")[1];
    expect(await verify(`${encode({ alg, kid: issuer.key.kid })}.${payload}.`)).toBe("INVALID_FIREBASE_TOKEN");
    expect(await verify(`${encode({ alg, kid: issuer.key.kid })}.${payload}.AA`)).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("T08 HS256 keyed with our public key", async () => {
    const publicKey = await importJWK(issuer.key.jwk, "RS256", { extractable: true });
    if (!(publicKey instanceof CryptoKey)) throw new Error("Cannot import key: it is not asymmetric");
    for (const secret of [await exportSPKI(publicKey), JSON.stringify(issuer.key.jwk)]) {
      const token = await issuer.sign(UID, NOW, { header: { alg: "HS256" }, key: Buffer.from(secret) });
      expect(await verify(token)).toBe("INVALID_FIREBASE_TOKEN");
    }
  });

  test.each(["RS384", "RS512", "PS256", "ES256"])("T09 %s, genuinely signed", async (alg) => {
    const { privateKey } = await generateKeyPair(alg);
    expect(await verify(await issuer.sign(UID, NOW, { header: { alg }, key: privateKey }))).toBe(
      "INVALID_FIREBASE_TOKEN",
    );
  });

  test("T10 our key id, another's key", async () => {
    const attacker = await makeIssuerKey(issuer.key.kid);
    expect(await verify(await issuer.sign(UID, NOW, { key: attacker.privateKey }))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("T11 a key or key address of the attacker's in the header is never followed", async () => {
    const attacker = await startTokenIssuer();
    const header = { jwk: attacker.key.jwk, jku: attacker.jwksUrl, x5u: attacker.jwksUrl, x5c: ["AAAA"] };
    for (const kid of [issuer.key.kid, "key-of-the-attacker"]) {
      const token = await issuer.sign(UID, NOW, { header: { ...header, kid }, key: attacker.key.privateKey });
      expect(await verify(token)).toBe("INVALID_FIREBASE_TOKEN");
    }
    expect(attacker.downloads()).toBe(0);
    await attacker.stop();
  });

  test.each([undefined, 7, [], {}, null, ""])("T12 key id %j", async (kid) => {
    const token = await signRaw(JSON.stringify({ alg: "RS256", kid }), JSON.stringify({ sub: UID }));
    expect(await verify(token)).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each(["__proto__", "constructor", "toString", "../../x", "x".repeat(10_000), "a\u0000b", "🔑"])(
    "T13 key id %#",
    async (kid) => {
      expect(await verify(await issuer.sign(UID, NOW, { header: { kid } }))).toBe("INVALID_FIREBASE_TOKEN");
    },
  );

  test("T14 the id of another key of the set", async () => {
    const second = await makeIssuerKey("key-2");
    issuer.publish([issuer.key.jwk, second.jwk]);
    const keys = cachedFirebaseKeys({ url: issuer.jwksUrl, clock: () => NOW, fetch });
    const token = await issuer.sign(UID, NOW, { header: { kid: "key-2" } });
    const verifying = verifyFirebaseToken(token, { projectId: issuer.projectId, keys, clock: () => NOW });
    await expect(verifying).rejects.toMatchObject({ code: "INVALID_FIREBASE_TOKEN" });
  });

  test.each([
    ["an unknown extension", { crit: ["exp"], exp: 1 }],
    ["a repeated extension", { crit: ["b64", "b64"], b64: true }],
    ["an unencoded payload", { crit: ["b64"], b64: false }],
  ])("T15 %s", async (_, extra) => {
    const payload = Buffer.from((await issuer.sign(UID, NOW)).split(".")[1] ?? "", "base64url").toString();
    const token = await signRaw(JSON.stringify({ alg: "RS256", kid: issuer.key.kid, ...extra }), payload);
    expect(await verify(token)).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("T37 any changed character of header, payload or signature", async () => {
    const token = await issuer.sign(UID, NOW);
    await fc.assert(
      fc.asyncProperty(fc.nat(token.length - 2), fc.constantFrom(..."AQgw-_059z"), async (index, char) => {
        const changed = token.slice(0, index) + char + token.slice(index + 1);
        fc.pre(changed !== token && token[index] !== ".");
        expect(await verify(changed)).toBe("INVALID_FIREBASE_TOKEN");
      }),
      { numRuns: 500 },
    );
  });

  test("T37 any one flipped bit of the 2048 of the signature", async () => {
    const [header, payload, signature = ""] = (await issuer.sign(UID, NOW)).split(".");
    const bytes = Buffer.from(signature, "base64url");
    expect(bytes).toHaveLength(256);
    for (let bit = 0; bit < 2048; bit++) {
      const flipped = Buffer.from(bytes);
      flipped[bit >> 3] = (flipped[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(await verify(`${header}.${payload}.${flipped.toString("base64url")}`)).toBe("INVALID_FIREBASE_TOKEN");
    }
  }, 60_000);

  test("T38 another spelling of a valid signature names the same person or nobody", async () => {
    const token = await issuer.sign(UID, NOW);
    // 256 bytes leave four unused bits in the last of their base64url characters.
    const alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
    const last = alphabet.indexOf(token.slice(-1));
    const spellings = Array.from(
      { length: 16 },
      (_, unused) => token.slice(0, -1) + alphabet[(last & 0b110000) | unused],
    );
    for (const spelling of spellings) expect([UID, "INVALID_FIREBASE_TOKEN"]).toContain(await verify(spelling));
    for (const spelling of [`${token}==`, `${token} `, `${token}\n`]) {
      expect(await verify(spelling)).toBe("INVALID_FIREBASE_TOKEN");
    }
  });
});

describe("verifyFirebaseToken() holds every claim to its rule", () => {
  test.each([1, 3600])("T16 expired %d s beyond the tolerance", async (seconds) => {
    const token = await withClaims({ exp: NOW_SECONDS - 5 - seconds, iat: NOW_SECONDS - 3600 - seconds });
    expect(await verify(token)).toBe("TOKEN_EXPIRED");
  });

  test("T17 expiry is refused from 5 s past on, and not before", async () => {
    const token = await withClaims({ exp: NOW_SECONDS, iat: NOW_SECONDS - 3600, auth_time: NOW_SECONDS - 3600 });
    expect(await verify(token, new Date(NOW.getTime() + 4_999))).toBe(UID);
    expect(await verify(token, new Date(NOW.getTime() + 5_000))).toBe("TOKEN_EXPIRED");
  });

  test("T17 issue and sign-in times are refused from 6 s ahead on, and not before", async () => {
    for (const claim of ["iat", "auth_time"]) {
      expect(await verify(await withClaims({ [claim]: NOW_SECONDS + 5 }))).toBe(UID);
      expect(await verify(await withClaims({ [claim]: NOW_SECONDS + 6 }))).toBe("INVALID_FIREBASE_TOKEN");
    }
  });

  test.each(["exp", "iat", "auth_time"])("T18 T20 T22 %s must be a whole number", async (claim) => {
    for (const value of [undefined, null, String(NOW_SECONDS), {}, [], true, NOW_SECONDS + 0.5, 1e308]) {
      expect(await verify(await withClaims({ [claim]: value }))).toBe("INVALID_FIREBASE_TOKEN");
    }
  });

  test("T18 a negative expiry is long past", async () => {
    expect(await verify(await withClaims({ exp: -1 }))).toBe("TOKEN_EXPIRED");
  });

  test("T19 a life longer than an hour and the tolerance", async () => {
    expect(await verify(await withClaims({ exp: NOW_SECONDS + 3605 }))).toBe(UID);
    expect(await verify(await withClaims({ exp: NOW_SECONDS + 3606 }))).toBe("INVALID_FIREBASE_TOKEN");
    expect(await verify(await withClaims({ exp: NOW_SECONDS + 315_360_000 }))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("T21 not valid yet", async () => {
    expect(await verify(await withClaims({ nbf: NOW_SECONDS + 60 }))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each([
    ["another-project"],
    [undefined],
    [["test-clinic"]],
    [["test-clinic", "x"]],
    ["Test-Clinic"],
    [""],
    [null],
  ])("T23 audience %j", async (aud) => {
    expect(await verify(await withClaims({ aud }))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each([
    "https://securetoken.google.com/another-project",
    "https://securetoken.google.com/test-clinic/",
    "http://securetoken.google.com/test-clinic",
    "https://securetoken.gооgle.com/test-clinic",
    "https://session.firebase.google.com/test-clinic",
    "https://firebaseappcheck.googleapis.com/1",
    "https://accounts.google.com",
    undefined,
  ])("T24 T28 issuer %j", async (iss) => {
    expect(await verify(await withClaims({ iss }))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("T25 another Firebase project, signed with the same keys", async () => {
    const other = { iss: "https://securetoken.google.com/other-clinic", aud: "other-clinic" };
    expect(await verify(await withClaims(other))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test.each([undefined, "", "   ", "x".repeat(129), 7, ["dr-amara-uid"], {}, "a\u0000b", "a\nb", "a\u0085b"])(
    "T26 subject %j",
    async (sub) => {
      expect(await verify(await withClaims({ sub, user_id: sub }))).toBe("INVALID_FIREBASE_TOKEN");
    },
  );

  test("T26 a subject of 128 characters is accepted", async () => {
    const uid = "x".repeat(128);
    expect(await verify(await issuer.sign(uid, NOW))).toBe(uid);
  });

  test("T27 user_id that is not the subject", async () => {
    expect(await verify(await withClaims({ user_id: "alice-uid" }))).toBe("INVALID_FIREBASE_TOKEN");
    expect(await verify(await withClaims({ user_id: undefined }))).toBe(UID);
  });

  test.each([undefined, null, "service_role", "anon", "Authenticated", ["authenticated"], true, ""])(
    "T30 role %j",
    async (role) => {
      expect(await verify(await withClaims({ role, admin: true }))).toBe("ROLE_CLAIM_MISSING");
    },
  );

  test("T31 anonymous sign-in", async () => {
    const anonymous = { firebase: { sign_in_provider: "anonymous" }, provider_id: "anonymous" };
    expect(await verify(await withClaims(anonymous))).toBe("FORBIDDEN");
  });

  test("T39 of a repeated claim the last one counts, as it does for the database", async () => {
    const payload = Buffer.from((await issuer.sign(UID, NOW)).split(".")[1] ?? "", "base64url").toString();
    const header = JSON.stringify({ alg: "RS256", kid: issuer.key.kid });
    const repeated = payload.replace(/}$/, ',"aud":"other-clinic"}');
    expect(await verify(await signRaw(header, repeated))).toBe("INVALID_FIREBASE_TOKEN");
  });

  test("an ordinary token speaks for its subject", async () => {
    expect(await verify(await issuer.sign(UID, NOW))).toBe(UID);
  });
});
