/**
 * Folds a word to what its forms have in common, so that "coughing" and "cough", "stopped" and "stops" are one word.
 * A light suffix rule, not a morphology: it is used to find words again, never to show them.
 *
 * @param word Lower case, as `tokenize` gives it.
 */
export function stemOf(word: string): string {
  const bare = word.replace(/'s?$/, "");
  if (bare.length < 5 || /^\d/.test(bare)) return bare.replace(/^(.{3,})s$/, "$1");
  const stem = bare.replace(/(ations?|ingly|edly|ings?|ied|ies|ed|es|ly|s|y|e)$/, "");
  return stem.length < 3 ? bare : stem.replace(/([b-df-hj-np-tv-z])\1$/, "$1");
}
