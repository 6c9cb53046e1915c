import type { Cue, Token } from "./clause.ts";
import { CUES } from "./lexicon/cues.ts";
import { findTerms } from "./lexicon.ts";
import type { SpeakerRole } from "./transcript-chunk.ts";

const THIRD_PERSONS = new Set(["he", "she", "him", "his", "her", "he's", "she's"]);

/**
 * Reads what words say about how far they can be believed: a negation, a doubt, a condition, the past, other people.
 *
 * @param tokens The words.
 * @param role Who says them.
 */
export function readCues(tokens: readonly Token[], role: SpeakerRole): Set<Cue> {
  const cues = new Set<Cue>();
  for (const { value } of findTerms(CUES, tokens)) if (value !== null) cues.add(value);
  if (tokens.some((token) => token.word.endsWith("n't"))) cues.add("negation");
  // A patient's "she" is somebody else; a clinician's "she" in a dictated summary is the patient.
  if (role === "patient" && tokens.some((token) => THIRD_PERSONS.has(token.word))) cues.add("others");
  return cues;
}
