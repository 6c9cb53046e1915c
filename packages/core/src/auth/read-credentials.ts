import { ApiError } from "../http/api-error.ts";

/** A Firebase ID token is about 1 kB; past this nothing is decoded, let alone verified. */
const MAX_CREDENTIAL_BYTES = 8 * 1024;

const BEARER = /^bearer(?:\s+(.*))?$/i;

/**
 * Finds the one Firebase ID token of a request: `x-firebase-token`, else a Bearer token that is not an API key.
 *
 * Clients send their API key as Bearer too, so a Bearer token counts as a user's only if it has the form of a JWT and
 * is neither the `apikey` header nor one of the configured keys. A `Bearer ` prefix in `x-firebase-token` is taken off.
 * No other header, and no query parameter, is looked at.
 *
 * @param headers - as received
 * @param apiKeys - the project's publishable and anon keys
 * @returns the token, not verified yet
 * @throws ApiError `HEADERS_TOO_LARGE`, `MISSING_TOKEN`, `AMBIGUOUS_CREDENTIALS`
 */
export function readCredentials(headers: Headers, apiKeys: readonly string[]): string {
  const authorization = headers.get("authorization")?.trim() ?? "";
  const firebaseHeader = headers.get("x-firebase-token")?.trim() ?? "";
  const apikey = headers.get("apikey")?.trim() ?? "";
  if ([authorization, firebaseHeader, apikey].some((value) => value.length > MAX_CREDENTIAL_BYTES)) {
    throw new ApiError("HEADERS_TOO_LARGE");
  }

  const isApiKey = (token: string) => token === apikey || apiKeys.includes(token);
  const own = withoutBearer(firebaseHeader);
  const bearer = BEARER.test(authorization) ? withoutBearer(authorization) : "";
  const userBearer = isJwt(bearer) && !isApiKey(bearer) ? bearer : "";

  if (own !== "" && userBearer !== "" && own !== userBearer) throw new ApiError("AMBIGUOUS_CREDENTIALS");
  const token = own !== "" ? own : userBearer;
  if (token === "" || isApiKey(token)) throw new ApiError("MISSING_TOKEN");
  return token;
}

function withoutBearer(header: string): string {
  const match = BEARER.exec(header);
  return match === null ? header : (match[1] ?? "");
}

function isJwt(token: string): boolean {
  return token.split(".").length >= 3;
}
