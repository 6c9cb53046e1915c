import { readFile } from "node:fs/promises";
import { importJWK, SignJWT } from "jose";
import { readStackState } from "../state/read-stack-state.ts";
import { stackPaths } from "../state/stack-paths.ts";
import { StackSecrets } from "../state/stack-secrets.ts";
import { firebaseIssuer } from "./local-issuer.ts";

const ONE_HOUR_SECONDS = 3600;

/** How a minted token differs from an ordinary one. */
export interface MintTokenOptions {
  /** Laid over the ordinary claims; `null` removes one. */
  readonly claims?: Readonly<Record<string, unknown>>;
  /** Seconds from `now` to the expiry, 3600 by default; negative for a token that expired. */
  readonly expiresInSeconds?: number;
  /** The clock, in milliseconds since the epoch. */
  readonly now?: () => number;
}

/**
 * Signs a Firebase ID token for a person of the local stack, with the claims Firebase puts into a real one.
 *
 * @param rootDir - the root of the clone whose stack runs
 * @param person - a persona's name (`alice`) or a Firebase uid
 * @param options - what differs from an ordinary token
 * @returns the token in compact form, RS256
 * @see https://firebase.google.com/docs/rules/rules-and-auth for the claim set
 * @example
 * const token = await mintToken(rootDir, "dr-amara");
 * const expired = await mintToken(rootDir, "alice", { expiresInSeconds: -60 });
 */
export async function mintToken(rootDir: string, person: string, options: MintTokenOptions = {}): Promise<string> {
  const state = await readStackState(rootDir);
  const { signingKey } = StackSecrets.parse(JSON.parse(await readFile(stackPaths(rootDir).secrets, "utf8")));
  const uid = state.personas[person]?.uid ?? person;
  const ordinary = ordinaryClaims(uid, state.firebaseProjectId, options);
  const claims = Object.entries({ ...ordinary, ...options.claims }).filter(([, value]) => value !== null);
  return new SignJWT(Object.fromEntries(claims))
    .setProtectedHeader({ alg: "RS256", kid: signingKey.kid, typ: "JWT" })
    .sign(await importJWK(signingKey));
}

function ordinaryClaims(uid: string, projectId: string, options: MintTokenOptions): Record<string, unknown> {
  const expiresInSeconds = options.expiresInSeconds ?? ONE_HOUR_SECONDS;
  const nowSeconds = Math.floor((options.now ?? Date.now)() / 1000);
  // An expired token was issued an hour before its expiry, as a real one would have been.
  const issuedSeconds = expiresInSeconds > 0 ? nowSeconds : nowSeconds + expiresInSeconds - ONE_HOUR_SECONDS;
  const email = `${uid}@example.test`;
  return {
    iss: firebaseIssuer(projectId),
    aud: projectId,
    auth_time: issuedSeconds,
    user_id: uid,
    sub: uid,
    iat: issuedSeconds,
    exp: nowSeconds + expiresInSeconds,
    email,
    email_verified: true,
    firebase: { identities: { email: [email] }, sign_in_provider: "password" },
    role: "authenticated",
  };
}
