/**
 * What two spellings of one thing have in common: NFKC, lower case, single spaces, no invisible characters, no
 * punctuation at the ends. For comparing only, never shown.
 *
 * @param text - as a note has it
 * @returns the key, or null when nothing is left
 */
export function foldedKey(text: string | null | undefined): string | null {
  if (text === null || text === undefined) return null;
  const key = text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[\u00AD\u200B-\u200D\u2060\uFEFF]/g, "")
    .replace(/[\s\u0085]+/g, " ")
    .replace(/^[ .,;:!?]+|[ .,;:!?]+$/g, "");
  return key === "" ? null : key;
}
