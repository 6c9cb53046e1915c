import fc from "fast-check";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { cachedFirebaseKeys } from "../../packages/core/src/auth/cached-firebase-keys.ts";
import { verifyFirebaseToken } from "../../packages/core/src/auth/verify-firebase-token.ts";
import { type IssuerKey, makeIssuerKey, startTokenIssuer, type TokenIssuer } from "../support/token-issuer.ts";
import { ACCESS_RUNS } from "./access-runs.ts";
import { type FirebaseAdminVerifier, startFirebaseAdminVerifier } from "./firebase-admin-verifier.ts";
import { serialise, type TokenMutant, tokenMutant } from "./token-mutant.ts";

const TOKENS = 1_000 * ACCESS_RUNS;
const UID = "dr-amara-uid";
/** The one thing we grant and Google does not: clocks that are so far apart, either way. */
const TOLERANCE_SECONDS = 5;

let issuer: TokenIssuer;
let oracle: FirebaseAdminVerifier;
let signers: Readonly<Record<"named" | "second" | "stranger", IssuerKey>>;
let nowSeconds: number;

beforeAll(async () => {
  issuer = await startTokenIssuer();
  const [second, stranger] = await Promise.all([makeIssuerKey("key-2"), makeIssuerKey("key-1")]);
  signers = { named: issuer.key, second, stranger };
  issuer.publish([issuer.key.jwk, second.jwk]);
  oracle = await startFirebaseAdminVerifier(issuer.projectId, [issuer.key.jwk, second.jwk]);
  // Both verifiers live in one moment, so that no token expires between the two.
  vi.useFakeTimers({ toFake: ["Date"] });
  nowSeconds = Math.floor(Date.now() / 1000);
});

afterAll(async () => {
  vi.useRealTimers();
  await oracle?.stop();
  await issuer?.stop();
});

async function tokenOf(mutant: TokenMutant): Promise<string> {
  const { signer, repeated } = mutant;
  const honest = JSON.parse(Buffer.from((await honestToken()).split(".")[1] ?? "", "base64url").toString());
  const again = (part: "header" | "payload") => (repeated?.part === part ? repeated.member : undefined);
  const header = serialise({ alg: "RS256", kid: "key-1", typ: "JWT" }, mutant.header, again("header"));
  const payload = serialise(honest, mutant.claims, again("payload"));
  const input = [header, payload].map((text) => Buffer.from(text).toString("base64url")).join(".");
  const signature =
    signer === "none"
      ? new ArrayBuffer(0)
      : await crypto.subtle.sign("RSASSA-PKCS1-v1_5", signers[signer].privateKey, Buffer.from(input));
  let token = `${input}.${Buffer.from(signature).toString("base64url")}`;
  for (const { at, to } of mutant.edits) {
    const index = Math.floor(at * token.length);
    token = token.slice(0, index) + to + token.slice(index + 1);
  }
  return token;
}

const honestToken = () => issuer.sign(UID, new Date(nowSeconds * 1000));

test(`T42 of ${TOKENS} mutated tokens we accept none that firebase-admin refuses, nor another person`, async () => {
  const keys = cachedFirebaseKeys({ url: issuer.jwksUrl, clock: () => new Date(), fetch });
  const at = (token: string, offsetSeconds: number) => {
    const clock = () => new Date((nowSeconds + offsetSeconds) * 1000);
    return verifyFirebaseToken(token, { projectId: issuer.projectId, keys, clock }).then(
      ({ uid }) => uid,
      () => undefined,
    );
  };
  // What is accepted at both ends of the tolerance rests on none of it.
  const ours = async (token: string) => (await at(token, TOLERANCE_SECONDS)) && (await at(token, -TOLERANCE_SECONDS));
  const seen = { both: 0, theirsAlone: 0, neither: 0 };

  await fc.assert(
    fc.asyncProperty(tokenMutant(issuer.projectId, nowSeconds), async (mutant) => {
      const token = await tokenOf(mutant);
      const uid = await ours(token);
      const theirs = await oracle.verify(token);
      if (uid !== undefined) expect(theirs).toBe(uid);
      seen[uid !== undefined ? "both" : theirs !== undefined ? "theirsAlone" : "neither"]++;
    }),
    { numRuns: TOKENS },
  );

  // The run says something only if honest tokens, forged ones and those we alone refuse all came up.
  for (const count of Object.values(seen)) expect(count).toBeGreaterThan(TOKENS / 100);
  expect(oracle.downloads()).toBeGreaterThan(0);
});
