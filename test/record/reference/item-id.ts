import { createHash } from "node:crypto";

/**
 * Id of an item: the head of the SHA-256 of its section and identity, so that it is the same whatever came first.
 *
 * @returns a UUID in text
 */
export function itemId(section: string, key: string): string {
  const hex = createHash("sha256").update(`${section}\n${key}`).digest("hex");
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20, 32)].join("-");
}
