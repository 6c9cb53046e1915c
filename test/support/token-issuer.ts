import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { exportJWK, generateKeyPair, type JWK, type JWTHeaderParameters, type JWTPayload, SignJWT } from "jose";

/** An RSA key pair under the id it is published as. */
export type IssuerKey = { readonly kid: string; readonly privateKey: CryptoKey; readonly jwk: JWK };

/** What a token differs in from an honest one; an undefined claim is left out. */
export type Forgery = {
  readonly claims?: JWTPayload;
  readonly header?: Partial<JWTHeaderParameters>;
  readonly key?: CryptoKey | Uint8Array;
};

/** A Firebase project of a test's own: real keys, a real key set behind a real HTTP server. */
export type TokenIssuer = {
  readonly projectId: string;
  readonly jwksUrl: string;
  readonly key: IssuerKey;
  /** How often the key set was asked for. */
  readonly downloads: () => number;
  /** Answers the next requests for the key set in the test's own way; undefined returns to the honest one. */
  readonly answerWith: (answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined) => void;
  /** Publishes these keys from now on. */
  readonly publish: (keys: readonly JWK[], cacheControl?: string) => void;
  /** Signs a token for `uid` at the time `at`. */
  readonly sign: (uid: string, at: Date, forgery?: Forgery) => Promise<string>;
  readonly stop: () => Promise<void>;
};

/**
 * Makes a signing key.
 *
 * @param kid - id it is published under
 * @returns the pair and its public JWK
 */
export async function makeIssuerKey(kid: string): Promise<IssuerKey> {
  const { privateKey, publicKey } = await generateKeyPair("RS256", { extractable: true });
  return { kid, privateKey, jwk: { ...(await exportJWK(publicKey)), kid, alg: "RS256", use: "sig" } };
}

/**
 * Starts an issuer on a free loopback port.
 *
 * @returns the issuer; stop it when done
 */
export async function startTokenIssuer(): Promise<TokenIssuer> {
  const projectId = "test-clinic";
  const key = await makeIssuerKey("key-1");
  let keys: readonly JWK[] = [key.jwk];
  let cacheControl = "public, max-age=3600";
  let count = 0;
  let answer: ((request: IncomingMessage, response: ServerResponse) => void) | undefined;

  const server = createServer((request, response) => {
    count++;
    if (answer !== undefined) return answer(request, response);
    response.setHeader("cache-control", cacheControl);
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify({ keys }));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => resolve(portOf(server.address())));
  });

  return {
    projectId,
    jwksUrl: `http://127.0.0.1:${port}/jwks`,
    key,
    downloads: () => count,
    answerWith: (next) => {
      answer = next;
    },
    publish: (next, control = cacheControl) => {
      keys = next;
      cacheControl = control;
    },
    sign: (uid, at, forgery = {}) => signToken(projectId, key, uid, at, forgery),
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

function signToken(projectId: string, key: IssuerKey, uid: string, at: Date, forgery: Forgery): Promise<string> {
  const nowSeconds = Math.floor(at.getTime() / 1000);
  const claims = {
    iss: `https://securetoken.google.com/${projectId}`,
    aud: projectId,
    auth_time: nowSeconds,
    user_id: uid,
    sub: uid,
    iat: nowSeconds,
    exp: nowSeconds + 3600,
    email: "somebody@people.example",
    firebase: { identities: {}, sign_in_provider: "password" },
    role: "authenticated",
    ...forgery.claims,
  };
  return new SignJWT(claims)
    .setProtectedHeader({ alg: "RS256", kid: key.kid, typ: "JWT", ...forgery.header })
    .sign(forgery.key ?? key.privateKey);
}

function portOf(address: string | AddressInfo | null): number {
  if (address === null || typeof address === "string") throw new Error("Cannot start issuer: it has no port");
  return address.port;
}
