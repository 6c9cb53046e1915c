import { randomUUID } from "node:crypto";
import type { Clinic, Slug } from "./clinic.ts";

/** Who may call with what: a title with its case ids, the caller, the answer. */
export type Cell = readonly [title: string, as: string | undefined, status: number, code: string | undefined];

/** A key in place of a user: what the header holds, by the name the cell uses. */
export const KEY_ONLY = "the publishable key";
export const SECRET_KEY_ONLY = "the secret key";

/**
 * Calls a function as a cell says: as a person, as nobody, or with an API key alone.
 *
 * @param clinic - the clinic
 * @param slug - the function
 * @param as - a persona, undefined for no header at all, or one of the keys
 * @param body - the request
 */
export function callAs(clinic: Clinic, slug: Slug, as: string | undefined, body: unknown) {
  const { publishableKey, secretKey } = clinic.state;
  const key = as === KEY_ONLY ? publishableKey : as === SECRET_KEY_ONLY ? secretKey : undefined;
  if (key !== undefined) {
    return clinic.call(slug, { body, headers: { apikey: key, authorization: `Bearer ${key}` } });
  }
  if (as === undefined) return clinic.call(slug, { body, headers: { apikey: undefined, authorization: undefined } });
  return clinic.call(slug, { as, body });
}

/** An id nothing has. */
export const absentId = (): string => randomUUID();
