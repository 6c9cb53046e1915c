/**
 * Writes a value as JSON that cannot close the tag it stands in: every `<` is escaped, so that no text of a transcript or
 * a record can end its block and speak as instructions.
 *
 * @param value - any JSON value
 * @returns one line of JSON
 */
export function encodeData(value: unknown): string {
  return JSON.stringify(value).replaceAll("<", "\\u003c");
}
