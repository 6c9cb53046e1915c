/** Words that end with a full stop without ending a sentence, as speech recognition writes them. */
export const ABBREVIATIONS: ReadonlySet<string> = new Set(
  "dr mr mrs ms vs st jr sr approx etc no".split(" ").slice(0, -1),
);

/**
 * Where an unpunctuated run of speech may be cut: words with which speakers open a new thought.
 * A cut is made before the phrase.
 */
export const OPENERS: readonly string[] = (
  "okay|ok|alright|all right|and then|now|so|but|let's|lets|i want you to|i'm going to|i'm gon na|i am going to|i'd like|" +
  "i would like|we're going to|we're gon na|we'll|i'll|your blood pressure|your heart rate|your temperature|your respiratory rate|" +
  "your oxygen|your pulse|your weight|on your|for your|do you|have you|are you|did you|any|there is|there's no|" +
  "and your|and i|and you|and we|and she|and he|your lungs|your heart|your abdomen|you have|you do have|i do appreciate|" +
  "i do n't appreciate|i don't appreciate|because|yes|yeah|well"
).split("|");

/** Words that cannot end a thought: no cut is made after them, so that a negation or an "if" keeps what it governs. */
export const DANGLING: ReadonlySet<string> = new Set(
  (
    "if unless no not n't don't doesn't didn't haven't never without deny denies denied any and or nor with to the a an of for " +
    "in on at from your my his her i you we they he she it is are was were be been have has had do does did when whether could " +
    "would might may should can will that than like about because but so as um uh also then there there's i'm you're we're " +
    "i've you've we've it's i'll we'll want wan gon na going get got appreciate hear see feel notice noticed palpate note had that's there's who which while when"
  ).split(" "),
);

/** First words (after fillers) with which a clause asks rather than tells. */
export const QUESTION_STARTS: readonly string[] = (
  "do you|does|did|did you|have you|has|had you|are you|are there|are your|is it|is there|is that|is your|is the|was it|was the|was there|" +
  "were you|were there|can you|could you|would you|will you|should i|should we|what|what's|when did|when was|when is|when are|when do|when does|when have|where|where's|which|who|why|how|" +
  "how's|how about|what about|any|anything|anyone|anybody|no other|so any|tell me|ever|you ever|don't you|do n't you|have n't you"
).split("|");

/** Word pairs that ask wherever they stand; they decide only where no punctuation does. */
export const QUESTION_INSIDE: readonly string[] = (
  "do you|did you|have you|are you|were you|is there any|are there any|does it|does that|did it|has it|how about|what about|" +
  "how long|how often|how much|how many|how are|how is|what is|what are|what did|when did|where is|can you|could you|have had you|any other"
).split("|");

/** Words that may stand before a question or an answer without meaning anything. */
export const FILLERS: ReadonlySet<string> = new Set(
  "um uh uhm er erm hmm hm oh ah well so okay ok alright all right and but now then like you know good great sure please the".split(
    " ",
  ),
);

/** "…, okay?" at the end of a statement asks for consent, not for information. */
export const CONSENT_TAGS: ReadonlySet<string> = new Set(["okay", "ok", "alright", "right"]);
