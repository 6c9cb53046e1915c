import { FILLERS } from "../clinical-language/lexicon/clause-boundaries.ts";
import type { Utterance } from "../clinical-language/utterance.ts";

/** How an answer takes a question about a danger: a doubtful answer is a yes here, since it must not be overlooked. */
export type AnswerTone = "yes" | "no" | "open";

const YES =
  /^(yes|yeah|yep|yup|yea|correct|absolutely|definitely|sometimes|occasionally|often|always|constantly|exactly|true|unfortunately|somewhat|slightly|maybe|kind of|sort of|a little|a bit|a few|a couple|once|only when|(i (do|am|have|did)|it (does|is|did)|they do)( yeah| yes| sometimes| a| now|$)|mm-hmm|uh-huh|right)\b/;
const NO =
  /^(no|nope|nah|none|never|not|negative|denies|nothing|i don't|i do n't|i haven't|i have n't|i'm not|i am not|i didn't|i did n't|it doesn't|it isn't|it hasn't|uh-uh|mm-mm|hasn't|haven't)\b/;
/** "No, I mean yes", "not always": what opens as a no and is none. */
const TURNED =
  /^(not? (always|every|until|unless|only|just)|no (wait|sorry|actually)|no i (do|am|have)\b(?! n't| not)|never until|no ((well|um|uh|er|oh|hmm|i mean) )+(yes|yeah|yep|yup|actually|sometimes|i (do|am|have)\b(?! n't| not| never)))/;

/**
 * Reads how the patient answers a question about a danger, by the first words of the answer.
 *
 * @param answer The patient's turn after the question.
 */
export function readAnswerTone(answer: Utterance): AnswerTone {
  const words = answer.tokens.map(({ word }) => word);
  const opening = words
    .slice(
      Math.max(
        0,
        words.findIndex((word) => !FILLERS.has(word)),
      ),
    )
    .slice(0, 8)
    .join(" ");
  if (TURNED.test(opening)) return "yes";
  if (NO.test(opening)) return "no";
  return YES.test(opening) ? "yes" : "open";
}
