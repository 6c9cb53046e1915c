import type { DraftSection } from "./draft-progress.ts";

/**
 * The id of a `section` event: which draft, which part, and a fingerprint of what it said. A client that was told a part
 * which has changed since is so found out when it resumes.
 *
 * @param draftId - of the draft
 * @param section - the part
 * @param content - what the event carries; the order of its keys does not matter
 * @returns one word without line breaks, as an event's id must be (WHATWG HTML §9.2)
 */
export async function sectionEventId(draftId: string, section: DraftSection, content: unknown): Promise<string> {
  const bytes = new TextEncoder().encode(JSON.stringify(inOrder(content)));
  const digest = new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).subarray(0, 8);
  return `${draftId}:${section}:${digest.reduce((hex, byte) => hex + byte.toString(16).padStart(2, "0"), "")}`;
}

function inOrder(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(inOrder);
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).filter(([, content]) => content !== undefined);
  return Object.fromEntries(
    entries.sort(([a], [b]) => (a < b ? -1 : 1)).map(([key, content]) => [key, inOrder(content)]),
  );
}
