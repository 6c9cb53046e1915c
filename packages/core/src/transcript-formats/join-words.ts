/** A recognised word, or the mark that belongs to the word before it. */
export interface SpokenItem {
  readonly content: string;
  readonly type: "pronunciation" | "punctuation";
}

/**
 * Writes recognised words as a text: a blank before each word, none before a mark.
 *
 * @param items - in the order they were said
 * @returns the text; empty when nothing was said
 */
export function joinWords(items: readonly SpokenItem[]): string {
  return items
    .map(({ content, type }) => (type === "punctuation" ? content : ` ${content}`))
    .join("")
    .trim();
}
