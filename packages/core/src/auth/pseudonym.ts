/**
 * A stable name for a person in log lines: two lines can be matched, the person cannot be read from them.
 *
 * @param projectId - Firebase project, so that the same uid elsewhere has another pseudonym
 * @param uid - Firebase uid
 * @returns 16 hexadecimal characters of SHA-256
 */
export async function pseudonym(projectId: string, uid: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(`${projectId}\n${uid}`));
  return Array.from(new Uint8Array(digest, 0, 8), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
