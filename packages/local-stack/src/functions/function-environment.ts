import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { parseEnv } from "node:util";
import { LOCAL_FIREBASE_PROJECT } from "../identity/local-issuer.ts";

/** The addresses and keys of a stack that its functions are told. */
export interface FunctionEnvironmentOptions {
  readonly rootDir: string;
  readonly apiUrl: string;
  readonly jwksUrl: string;
  readonly publishableKey: string;
  readonly secretKey: string;
  /** Laid over everything else; for a stack made by a test. */
  readonly extra: Readonly<Record<string, string>>;
}

/**
 * Builds the environment a function sees: what the platform sets, the project's own variables from an optional `.env`
 * at the root, and nothing of this machine's.
 *
 * @param options - addresses and keys of the stack
 * @returns name and value of each variable
 * @see https://supabase.com/docs/guides/functions/secrets#default-secrets
 */
export async function functionEnvironment(options: FunctionEnvironmentOptions): Promise<Record<string, string>> {
  const dotEnv = parseEnv(await readFile(join(options.rootDir, ".env"), "utf8").catch(() => ""));
  const ownVariables = Object.entries(dotEnv).filter((entry): entry is [string, string] => entry[1] !== undefined);
  return {
    ...Object.fromEntries(ownVariables),
    SUPABASE_URL: options.apiUrl,
    SUPABASE_ANON_KEY: options.publishableKey,
    SUPABASE_PUBLISHABLE_KEYS: JSON.stringify({ default: options.publishableKey }),
    SUPABASE_SERVICE_ROLE_KEY: options.secretKey,
    SUPABASE_SECRET_KEYS: JSON.stringify({ default: options.secretKey }),
    FIREBASE_PROJECT_ID: LOCAL_FIREBASE_PROJECT,
    FIREBASE_JWKS_URL: options.jwksUrl,
    ...options.extra,
  };
}
