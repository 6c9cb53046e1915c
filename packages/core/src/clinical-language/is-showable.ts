/**
 * Links, markup and characters nobody can say: zero-width and direction controls (Unicode UTS #39,
 * https://www.unicode.org/reports/tr39/).
 */
const UNSHOWABLE =
  /https?:|www\.|\]\(|<\/?[a-z!]|(?!\t)[\p{Cc}\p{Cs}\p{Co}\u{200B}-\u{200F}\u{202A}-\u{202E}\u{2060}-\u{2069}\u{FEFF}]/iu;

/**
 * Tells whether words may be shown in a note: a transcript or a model cannot plant links or hidden text in it.
 *
 * @param words Any text.
 */
export function isShowable(words: string): boolean {
  return !UNSHOWABLE.test(words);
}
