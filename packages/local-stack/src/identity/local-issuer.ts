import { Hono } from "hono";
import type { JWK } from "jose";
import type { SigningKey } from "../state/stack-secrets.ts";

/** The Firebase project every local token is for. */
export const LOCAL_FIREBASE_PROJECT = "patient-medical-history-local";

/** Where the gateway serves the issuer's public keys. */
export const JWKS_PATH = "/identity/jwks";

const MAX_AGE_SECONDS = 3600;

/**
 * Names the issuer of a Firebase project's ID tokens.
 *
 * @param projectId - the Firebase project id
 * @see https://firebase.google.com/docs/auth/admin/verify-id-tokens
 */
export function firebaseIssuer(projectId: string): string {
  return `https://securetoken.google.com/${projectId}`;
}

/**
 * Keeps the public half of an RSA signing key.
 *
 * @param signingKey - the private key as JWK
 */
export function publicJwk(signingKey: SigningKey): JWK {
  const { kty, n, e, kid, alg } = signingKey;
  return { kty, n, e, kid, alg, use: "sig" };
}

/**
 * Serves the local issuer's key set as Google serves Firebase's: public, cacheable.
 *
 * @param signingKey - the private key as JWK; only its public half leaves
 */
export function localIssuer(signingKey: SigningKey): Hono {
  return new Hono().get(JWKS_PATH, (c) =>
    c.json({ keys: [publicJwk(signingKey)] }, 200, {
      "Cache-Control": `public, max-age=${MAX_AGE_SECONDS}, must-revalidate`,
    }),
  );
}
