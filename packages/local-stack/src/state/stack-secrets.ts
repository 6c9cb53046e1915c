import { randomBytes } from "node:crypto";
import { readFile } from "node:fs/promises";
import { exportJWK, generateKeyPair } from "jose";
import { z } from "zod";
import type { StackPaths } from "./stack-paths.ts";
import { writePrivateFile } from "./write-private-file.ts";

/** An RSA private key as JWK, all of RFC 7518 §6.3 kept. */
const SigningKey = z.looseObject({
  kty: z.literal("RSA"),
  alg: z.literal("RS256"),
  kid: z.string(),
  n: z.string(),
  e: z.string(),
});
export type SigningKey = z.infer<typeof SigningKey>;

/** The shape of `.stack/secrets.json`. */
export const StackSecrets = z.object({
  postgresPassword: z.string(),
  publishableKey: z.string().startsWith("sb_publishable_"),
  secretKey: z.string().startsWith("sb_secret_"),
  signingKey: SigningKey,
});

/** The random passwords and keys of one clone's stack; local only, worth nothing elsewhere. */
export type StackSecrets = z.infer<typeof StackSecrets>;

/**
 * Reads the stack's keys, or makes them at the first start. They outlive restarts, so tokens and clients stay valid.
 *
 * @param paths - the clone's stack paths; the folder exists
 */
export async function stackSecrets(paths: StackPaths): Promise<StackSecrets> {
  const stored = await readFile(paths.secrets, "utf8").catch(() => null);
  if (stored !== null) return StackSecrets.parse(JSON.parse(stored));
  const secrets = await generateSecrets();
  await writePrivateFile(paths.secrets, `${JSON.stringify(secrets, null, 2)}\n`);
  return secrets;
}

async function generateSecrets(): Promise<StackSecrets> {
  const { privateKey } = await generateKeyPair("RS256", { extractable: true });
  const jwk = await exportJWK(privateKey);
  return StackSecrets.parse({
    postgresPassword: randomBytes(24).toString("base64url"),
    publishableKey: `sb_publishable_${randomBytes(24).toString("base64url")}`,
    secretKey: `sb_secret_${randomBytes(24).toString("base64url")}`,
    signingKey: { ...jwk, kid: randomBytes(20).toString("hex"), alg: "RS256", use: "sig" },
  });
}
