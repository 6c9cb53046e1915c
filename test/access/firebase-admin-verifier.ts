import { createServer } from "node:http";
import { Agent } from "node:https";
import { connect } from "node:net";
import { deleteApp, initializeApp } from "firebase-admin/app";
import { getAuth } from "firebase-admin/auth";
import { exportSPKI, importJWK, type JWK } from "jose";

/** Google's own verifier, set up for one project of a test's. */
export type FirebaseAdminVerifier = {
  /** The uid `verifyIdToken` answers, or undefined where it refuses. */
  readonly verify: (token: string) => Promise<string | undefined>;
  /** How often it asked for the public keys. */
  readonly downloads: () => number;
  readonly stop: () => Promise<void>;
};

/**
 * Runs `firebase-admin`'s `verifyIdToken` with every connection it opens led to a local server, which answers with the
 * given keys whatever host was meant.
 *
 * @param projectId - Firebase project its tokens are for
 * @param jwks - public keys, each with its `kid`
 */
export async function startFirebaseAdminVerifier(
  projectId: string,
  jwks: readonly JWK[],
): Promise<FirebaseAdminVerifier> {
  const pems = Object.fromEntries(await Promise.all(jwks.map(async (jwk) => [jwk.kid ?? "", await pemOf(jwk)])));
  let count = 0;
  const server = createServer((_, response) => {
    count++;
    response.setHeader("cache-control", "public, max-age=3600");
    response.setHeader("content-type", "application/json");
    response.end(JSON.stringify(pems));
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
    });
  });

  const httpAgent = new Agent();
  httpAgent.createConnection = () => connect(port, "127.0.0.1");
  const app = initializeApp({ projectId, httpAgent }, `verifier-${port}`);
  const auth = getAuth(app);
  return {
    verify: (token) =>
      auth.verifyIdToken(token).then(
        ({ uid }) => uid,
        () => undefined,
      ),
    downloads: () => count,
    stop: async () => {
      await deleteApp(app);
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

async function pemOf(jwk: JWK): Promise<string> {
  const key = await importJWK(jwk, "RS256", { extractable: true });
  if (!(key instanceof CryptoKey)) throw new Error("Cannot export key: it is not asymmetric");
  return exportSPKI(key);
}
