import type { SpeakerRole } from "./transcript-chunk.ts";

/** A word as compared (lower case, straight apostrophes) with its place in the chunk's text, UTF-16 code units. */
export interface Token {
  readonly word: string;
  /** `word` without a plural or possessive ending. */
  readonly singular: string;
  readonly start: number;
  readonly end: number;
}

/** What a clause's own words say about how far it can be believed; see `lexicon/cues.ts`. */
export type Cue = "hypothetical" | "uncertain" | "past" | "others" | "negation";

/**
 * A run of words of one speaker that is quoted and judged as a whole.
 *
 * `mode` is `question` when the words ask, `conditional` when they stand under an "if"; only `statement` can
 * ever become a finding.
 */
export interface Clause {
  readonly sequence: number;
  readonly role: SpeakerRole;
  /** The whole chunk's text; `start` and `end` are offsets into it. */
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly tokens: readonly Token[];
  readonly mode: "statement" | "question" | "conditional";
  readonly cues: ReadonlySet<Cue>;
}
