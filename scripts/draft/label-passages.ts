import type { Clause } from "../../packages/core/src/clinical-language/clause.ts";

/** Words that are left out when a draft is shown, so that they earn a passage nothing. */
const UNSHOWN = new Set("um uh uhm okay".split(" "));
/** A passage this little of which is in the section still to be covered is not worth its words. */
const LEAST_SHARE = 0.3;

/**
 * Says which section each passage would serve best in, by choosing greedily: again and again the passage whose words
 * cover the largest share of itself in what a reference section still lacks.
 *
 * @param passages Passages of one encounter.
 * @param references The reference note's sections, in the order of the labels.
 * @returns For each passage the index of its section plus 1, or 0 for none.
 */
export function labelPassages(passages: readonly Clause[], references: readonly string[]): number[] {
  const lacking = references.map((text) => countWords(wordsIn(text)));
  const counts = passages.map(({ text, start, end }) =>
    countWords(wordsIn(text.slice(start, end)).filter((word) => !UNSHOWN.has(word))),
  );
  const labels = passages.map(() => 0);
  const left = new Set(passages.keys());
  for (;;) {
    let best = { share: LEAST_SHARE, passage: -1, section: -1 };
    for (const passage of left) {
      const own = counts[passage] ?? new Map<string, number>();
      const total = sum(own.values());
      for (const [section, words] of lacking.entries()) {
        const covered = sum([...own].map(([word, count]) => Math.min(count, words.get(word) ?? 0)));
        const share = total < 2 ? 0 : covered / (total + 1);
        if (share > best.share) best = { share, passage, section };
      }
    }
    const words = lacking[best.section];
    if (words === undefined) return labels;
    labels[best.passage] = best.section + 1;
    left.delete(best.passage);
    for (const [word, count] of counts[best.passage] ?? [])
      words.set(word, Math.max(0, (words.get(word) ?? 0) - count));
  }
}

/** Words as ROUGE counts them (https://github.com/google-research/google-research/tree/master/rouge). */
const wordsIn = (text: string): string[] => text.toLowerCase().match(/[a-z0-9]+/g) ?? [];

const sum = (numbers: Iterable<number>): number => [...numbers].reduce((total, number) => total + number, 0);

function countWords(words: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return counts;
}
