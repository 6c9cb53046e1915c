import { createHash } from "node:crypto";

/**
 * Turns a path into a name that is short, stable and fit for a file.
 *
 * @param path - any text
 * @returns 16 hexadecimal digits of its SHA-256
 */
export function shortHash(path: string): string {
  return createHash("sha256").update(path).digest("hex").slice(0, 16);
}
