import type { TranscriptChunk } from "../clinical-language/transcript-chunk.ts";

/** Nearly two hours of speech; reading more would outlast the two seconds of processor time a function has. */
export const MOST_READ_CHARACTERS = 100_000;

/** What of a transcript is read. */
export interface LimitedTranscript {
  readonly chunks: readonly TranscriptChunk[];
  /** UTF-16 code units that are left unread at the end. */
  readonly unreadCharacters: number;
}

/**
 * Takes the beginning of a transcript, as far as it can be read in time.
 *
 * @param transcript Chunks in the order of talk.
 * @returns Whole chunks and at most one cut short at its end, so that every offset into a chunk stays true.
 */
export function limitTranscript(transcript: readonly TranscriptChunk[]): LimitedTranscript {
  const chunks: TranscriptChunk[] = [];
  let left = MOST_READ_CHARACTERS;
  let unreadCharacters = 0;
  for (const chunk of transcript) {
    const text = chunk.text.length <= left ? chunk.text : upToWord(chunk.text, left);
    if (text !== "") chunks.push({ ...chunk, text });
    left -= Math.min(chunk.text.length, left);
    unreadCharacters += chunk.text.length - text.length;
  }
  return { chunks, unreadCharacters };
}

/** Cuts before a word, so that no part of one is read as another. */
function upToWord(text: string, length: number): string {
  const end = text.lastIndexOf(" ", length);
  return end === -1 ? "" : text.slice(0, end);
}
