import { decodeProtectedHeader, errors, jwtVerify } from "jose";
import { z } from "zod";
import { ApiError } from "../http/api-error.ts";
import type { FirebaseKeys } from "./firebase-keys.ts";

/** How far two honest clocks may be apart. */
const TOLERANCE_SECONDS = 5;
const MAX_LIFETIME_SECONDS = 3_600;

const COMPACT_JWS = /^[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+$/;

// biome-ignore lint/suspicious/noControlCharactersInRegex: a uid with control characters is refused
const CONTROLS = /[\u0000-\u001f\u007f-\u009f]/;

/** RFC 7515 header of a Firebase ID token; extensions (`crit`) and unencoded payloads (`b64`) are refused. */
const Header = z.object({
  alg: z.literal("RS256"),
  kid: z.string().min(1).max(256),
  typ: z.literal("JWT").optional(),
  crit: z.undefined().optional(),
  b64: z.undefined().optional(),
});

/** Claims that `jose` leaves open: it accepts a missing `exp`, a future `iat`, an empty `sub` and an array `aud`. */
const Claims = z.object({
  aud: z.string(),
  exp: z.int().positive(),
  iat: z.int().positive(),
  auth_time: z.int().positive(),
  sub: z
    .string()
    .min(1)
    .max(128)
    .refine((sub) => sub.trim() !== "" && !CONTROLS.test(sub)),
  user_id: z.string().optional(),
  provider_id: z.string().optional(),
  firebase: z.object({ sign_in_provider: z.string().optional() }).optional(),
  role: z.unknown().optional(),
});

/** A person Firebase vouches for. */
export type VerifiedIdentity = {
  /** The Firebase uid, from `sub` and nothing else. */
  readonly uid: string;
  /** The token itself, to be handed to the Data API so that row level security sees the same person. */
  readonly token: string;
};

/**
 * Verifies a Firebase ID token by Google's rules and ours.
 *
 * @param token - compact JWS as sent
 * @param options - `projectId` the token must be for, `keys` of its issuer, `clock` in place of the wall clock
 * @returns who the token speaks for
 * @throws ApiError `INVALID_FIREBASE_TOKEN`, `TOKEN_EXPIRED` (`exp` at least 5 s past), `ROLE_CLAIM_MISSING` (role is
 *   not exactly `authenticated`), `FORBIDDEN` (anonymous sign-in), `IDENTITY_PROVIDER_UNAVAILABLE`
 * @see https://firebase.google.com/docs/auth/admin/verify-id-tokens#verify_id_tokens_using_a_third-party_jwt_library
 * @example
 * const { uid } = await verifyFirebaseToken(token, { projectId: "clinic", keys, clock: () => new Date() });
 */
export async function verifyFirebaseToken(
  token: string,
  options: { readonly projectId: string; readonly keys: FirebaseKeys; readonly clock: () => Date },
): Promise<VerifiedIdentity> {
  const key = await options.keys.find(keyId(token));
  if (key === undefined) throw refused("kid");

  const now = options.clock();
  const payload = await jwtVerify(token, key, {
    algorithms: ["RS256"],
    issuer: `https://securetoken.google.com/${options.projectId}`,
    audience: options.projectId,
    clockTolerance: TOLERANCE_SECONDS,
    currentDate: now,
  }).then((verified) => verified.payload, refuse);

  const parsed = Claims.safeParse(payload);
  if (!parsed.success) throw refused("claims");
  const claims = parsed.data;
  const latestSeconds = Math.floor(now.getTime() / 1000) + TOLERANCE_SECONDS;
  if (claims.iat > latestSeconds || claims.auth_time > latestSeconds) throw refused("future");
  if (claims.exp - claims.iat > MAX_LIFETIME_SECONDS + TOLERANCE_SECONDS) throw refused("lifetime");
  if (claims.user_id !== undefined && claims.user_id !== claims.sub) throw refused("user_id");
  if (claims.firebase?.sign_in_provider === "anonymous" || claims.provider_id === "anonymous") {
    throw new ApiError("FORBIDDEN", { fault: "anonymous" });
  }
  if (claims.role !== "authenticated") throw new ApiError("ROLE_CLAIM_MISSING");
  return { uid: claims.sub, token };
}

function keyId(token: string): string {
  if (!COMPACT_JWS.test(token)) throw refused("form");
  try {
    return Header.parse(decodeProtectedHeader(token)).kid;
  } catch {
    throw refused("header");
  }
}

function refuse(error: unknown): never {
  if (error instanceof errors.JWTExpired) throw new ApiError("TOKEN_EXPIRED");
  throw refused(error instanceof errors.JOSEError ? error.code : "verify");
}

function refused(fault: string): ApiError {
  return new ApiError("INVALID_FIREBASE_TOKEN", { fault });
}
