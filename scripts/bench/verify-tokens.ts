import { createServer } from "node:http";
import { Agent } from "node:https";
import { connect } from "node:net";
import { exportJWK, exportSPKI, generateKeyPair, SignJWT } from "jose";

// Prints what one library costs, as JSON: importing it, and verifying tokens one after the other with warm keys.
const PROJECT = "bench-clinic";
const TOKENS = 3_000;

const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
const jwks = { keys: [{ ...(await exportJWK(publicKey)), kid: "key-1", alg: "RS256", use: "sig" }] };
const pems = { "key-1": await exportSPKI(publicKey) };
const nowSeconds = Math.floor(Date.now() / 1000);
const token = await new SignJWT({ user_id: "alice-uid", role: "authenticated", auth_time: nowSeconds })
  .setProtectedHeader({ alg: "RS256", kid: "key-1", typ: "JWT" })
  .setIssuer(`https://securetoken.google.com/${PROJECT}`)
  .setAudience(PROJECT)
  .setSubject("alice-uid")
  .setIssuedAt(nowSeconds)
  .setExpirationTime(nowSeconds + 3600)
  .sign(privateKey);

const server = createServer((request, response) => {
  response.setHeader("cache-control", "public, max-age=3600");
  response.setHeader("content-type", "application/json");
  response.end(JSON.stringify(request.url?.includes("x509") ? pems : jwks));
});
await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
const address = server.address();
const port = typeof address === "object" ? (address?.port ?? 0) : 0;

const beforeImportMs = performance.now();
const verify = process.argv[2] === "firebase-admin" ? await theirs() : await ours();
const importMs = performance.now() - beforeImportMs;
await verify();
const startedMs = performance.now();
for (let count = 0; count < TOKENS; count++) await verify();
const tokensPerSecond = (TOKENS * 1000) / (performance.now() - startedMs);
console.log(JSON.stringify({ importMs, tokensPerSecond }));
process.exit(0);

async function ours(): Promise<() => Promise<unknown>> {
  const { cachedFirebaseKeys } = await import("../../packages/core/src/auth/cached-firebase-keys.ts");
  const { verifyFirebaseToken } = await import("../../packages/core/src/auth/verify-firebase-token.ts");
  const clock = () => new Date();
  const keys = cachedFirebaseKeys({ url: `http://127.0.0.1:${port}/jwks`, clock, fetch });
  return () => verifyFirebaseToken(token, { projectId: PROJECT, keys, clock });
}

async function theirs(): Promise<() => Promise<unknown>> {
  const { initializeApp } = await import("firebase-admin/app");
  const { getAuth } = await import("firebase-admin/auth");
  const httpAgent = new Agent();
  httpAgent.createConnection = () => connect(port, "127.0.0.1");
  const auth = getAuth(initializeApp({ projectId: PROJECT, httpAgent }));
  return () => auth.verifyIdToken(token);
}
