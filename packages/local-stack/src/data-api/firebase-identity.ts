import type { HonoContext } from "@supabase/lite";
import type { MiddlewareHandler } from "hono";
import { errors, type JWTPayload, type JWTVerifyGetKey, jwtVerify } from "jose";

// The roles the platform's login role may take on; any other in a token is refused by PostgreSQL there.
const REQUEST_ROLES = new Set(["anon", "authenticated", "service_role"]);

const CLOCK_SKEW_MS = 30_000;

/** Which Firebase project's tokens the Data API takes, and by which keys. */
export interface FirebaseTrust {
  readonly issuer: string;
  readonly audience: string;
  readonly keys: JWTVerifyGetKey;
}

/**
 * Verifies the Firebase ID token of a Data API request as the platform's third-party auth does, and makes its claims
 * those of the request: the database role comes from the `role` claim, `anon` without one.
 *
 * @param trust - the project and its keys
 * @returns a middleware for `@supabase/lite`, which by itself knows its own HS256 secret only
 * @see https://supabase.com/docs/guides/auth/third-party/firebase-auth
 * @see https://docs.postgrest.org/en/v13/references/errors.html for PGRST301 and PGRST303
 */
export function firebaseIdentity(trust: FirebaseTrust): MiddlewareHandler<HonoContext> {
  return async (c, next) => {
    const header = c.req.header("Authorization");
    if (header === undefined) return next();
    // Lite reads this one spelling only; any other would fall back to the API key's role, which may be service_role.
    if (!header.startsWith("Bearer "))
      return c.json(refusal("PGRST301", "Authorization must be `Bearer <token>`"), 401);
    const token = header.slice("Bearer ".length).trim();
    // supabase-js sends the API key as bearer when nobody is signed in; an opaque key is no token.
    if (token.startsWith("sb_")) return next();
    const claims = await verify(token, trust);
    if ("refusal" in claims) return c.json(claims.refusal, 401, { "WWW-Authenticate": "Bearer" });
    const role = claims.payload["role"] ?? "anon";
    if (typeof role !== "string" || !REQUEST_ROLES.has(role))
      return c.json(refusal("42501", "permission denied to set role"), 403);
    c.set("jwt", { ...claims.payload, role });
    if (claims.payload.sub !== undefined) c.set("userId", claims.payload.sub);
    c.set("ignoreAuthorization", true);
    return next();
  };
}

type Refusal = { code: string; message: string; details: string | null; hint: string | null };

async function verify(token: string, trust: FirebaseTrust): Promise<{ payload: JWTPayload } | { refusal: Refusal }> {
  try {
    const verified = await jwtVerify(token, trust.keys, {
      algorithms: ["RS256"],
      issuer: trust.issuer,
      audience: trust.audience,
      requiredClaims: ["exp"],
    });
    // jose looks at iat only together with maxTokenAge; PostgREST always does.
    const issuedAtMs = (verified.payload.iat ?? 0) * 1000;
    if (issuedAtMs > Date.now() + CLOCK_SKEW_MS) return { refusal: refusal("PGRST303", "JWT issued at future") };
    return verified;
  } catch (error) {
    if (error instanceof errors.JWTExpired) return { refusal: refusal("PGRST303", "JWT expired") };
    if (error instanceof errors.JWTClaimValidationFailed) return { refusal: refusal("PGRST303", "JWT claims invalid") };
    return { refusal: refusal("PGRST301", "No suitable key or wrong key type") };
  }
}

function refusal(code: string, message: string): Refusal {
  return { code, message, details: null, hint: null };
}
