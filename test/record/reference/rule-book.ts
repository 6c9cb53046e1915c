import { foldedKey } from "./folded-key.ts";

/** One row of the rules the record keeps as data. */
export interface Rule {
  readonly kind: string;
  readonly term: string;
  readonly canonical: string;
}

const NEGATION = /(?<![\p{L}\p{N}_])(not|no|never|without|don't|unless|if)(?![\p{L}\p{N}_])/u;

/** The rules of the record that are data: what is called the same, what a word means, what denies a list. */
export class RuleBook {
  readonly #rules: ReadonlyMap<string, ReadonlyMap<string, readonly string[]>>;

  /** @param rules - rows of `private.record_synonyms` */
  constructor(rules: readonly Rule[]) {
    const byKind = new Map<string, Map<string, string[]>>();
    for (const { kind, term, canonical } of rules) {
      const terms = byKind.get(kind) ?? new Map<string, string[]>();
      terms.set(term, [...(terms.get(term) ?? []), canonical]);
      byKind.set(kind, terms);
    }
    this.#rules = byKind;
  }

  /** @returns every term of a kind with what it stands for */
  terms(kind: string): ReadonlyMap<string, readonly string[]> {
    return this.#rules.get(kind) ?? new Map();
  }

  /** @returns all that a key may stand for within a kind; none when nobody listed it */
  meanings(kind: string, key: string | null): readonly string[] {
    return key === null ? [] : (this.terms(kind).get(key) ?? []);
  }

  /** @returns the key a text stands for within a kind; a word nobody listed stands for itself */
  canonical(kind: string, text: string | null | undefined): string | null {
    const key = foldedKey(text);
    return this.meanings(kind, key)[0] ?? key;
  }

  /** @returns whether the words deny a whole list ("NKDA", "no current medications") */
  denies(list: string, text: string | null): boolean {
    const denied = this.meanings("none_known", foldedKey(text));
    return denied.includes(list) || denied.includes("any");
  }

  /**
   * @param kind - such as condition_status
   * @param words - the note's own words
   * @returns what they mean: the table's entry, or the one meaning of all listed terms inside a phrase without a
   * negation; null when that is nothing or several things
   */
  status(kind: string, words: string | null | undefined): string | null {
    const key = foldedKey(words);
    if (key === null) return null;
    const exact = this.meanings(kind, key)[0];
    if (exact !== undefined) return exact;
    if (NEGATION.test(key)) return null;
    const phrase = ` ${key.replace(/[^\p{L}\p{N}-]+/gu, " ")} `;
    const found = new Set(
      [...this.terms(kind)].flatMap(([term, meant]) => (phrase.includes(` ${term} `) ? meant : [])),
    );
    const [only] = found;
    return found.size === 1 && only !== undefined ? only : null;
  }
}
