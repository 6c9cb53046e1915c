import { importJWK } from "jose";
import { z } from "zod";

const MAX_BYTES = 256 * 1024;
const MIN_MODULUS_BYTES = 256;

const JsonWebKeySet = z.object({ keys: z.array(z.record(z.string(), z.unknown())).max(100) });

/** RFC 7517 keys we use: RSA for RS256 signatures, at least 2048 bits, named. Any other key in the set is ignored. */
const SigningKey = z.object({
  kty: z.literal("RSA"),
  alg: z.literal("RS256").optional(),
  use: z.literal("sig").optional(),
  kid: z.string().min(1).max(256),
  n: z.base64url().refine((modulus) => Math.floor((modulus.length * 3) / 4) >= MIN_MODULUS_BYTES),
  e: z.base64url(),
});

/** A set of public keys and how long its publisher says it is good for. */
export type KeySet = { readonly keys: ReadonlyMap<string, CryptoKey>; readonly maxAgeSeconds: number | undefined };

/**
 * Downloads a JSON Web Key Set (RFC 7517) once.
 *
 * @param url - where it is published; redirects are refused
 * @param options - `fetch` to use, and the deadline in milliseconds for the whole download
 * @returns the usable keys by id; an id that occurs twice names nothing
 * @throws Error of any kind when there is no set with at least one usable key
 */
export async function fetchKeySet(
  url: string,
  options: { readonly fetch: typeof fetch; readonly deadlineMs: number },
): Promise<KeySet> {
  const response = await options.fetch(url, { redirect: "error", signal: AbortSignal.timeout(options.deadlineMs) });
  if (response.status !== 200) {
    await response.body?.cancel();
    throw new Error(`Cannot read key set: status is ${response.status}`);
  }
  const { keys: published } = JsonWebKeySet.parse(JSON.parse(await readText(response)));

  const keys = new Map<string, CryptoKey>();
  const repeated = new Set<string>();
  for (const candidate of published) {
    const key = SigningKey.safeParse(candidate);
    if (!key.success) continue;
    if (keys.has(key.data.kid)) repeated.add(key.data.kid);
    const imported = await importJWK({ kty: "RSA", n: key.data.n, e: key.data.e }, "RS256");
    if (imported instanceof CryptoKey) keys.set(key.data.kid, imported);
  }
  for (const kid of repeated) keys.delete(kid);
  if (keys.size === 0) throw new Error("Cannot read key set: it has no usable key");
  return { keys, maxAgeSeconds: maxAgeSeconds(response.headers.get("cache-control")) };
}

async function readText(response: Response): Promise<string> {
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    if (text.length > MAX_BYTES) throw new Error("Cannot read key set: it is too large");
  }
  return text;
}

function maxAgeSeconds(cacheControl: string | null): number | undefined {
  const seconds = /(?:^|[,\s])max-age\s*=\s*(\d{1,10})(?:$|[,\s])/i.exec(cacheControl ?? "")?.[1];
  return seconds === undefined ? undefined : Number(seconds);
}
