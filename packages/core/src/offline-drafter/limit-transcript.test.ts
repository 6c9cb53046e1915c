import { expect, test } from "vitest";
import { limitTranscript, MOST_READ_CHARACTERS } from "./limit-transcript.ts";

const chunk = (sequence: number, text: string) => ({ sequence, speaker_role: "patient", text }) as const;

test("limitTranscript() leaves an ordinary transcript as it is", () => {
  const transcript = [chunk(1, "Hello."), chunk(2, "I have a cough.")];
  expect(limitTranscript(transcript)).toEqual({ chunks: transcript, unreadCharacters: 0 });
});

test("limitTranscript() cuts before a word and counts what is left", () => {
  const long = "word ".repeat(MOST_READ_CHARACTERS / 4);
  const { chunks, unreadCharacters } = limitTranscript([chunk(1, "First."), chunk(2, long), chunk(3, "Last.")]);
  const read = chunks.map(({ text }) => text).join("");
  expect(read.length + unreadCharacters).toBe("First.".length + long.length + "Last.".length);
  expect(read.length).toBeLessThanOrEqual(MOST_READ_CHARACTERS);
  expect(chunks.at(-1)?.text.endsWith("word")).toBe(true);
});

test("limitTranscript() reads nothing of one word that is too long", () => {
  expect(limitTranscript([chunk(1, "a".repeat(MOST_READ_CHARACTERS + 1))]).chunks).toEqual([]);
});
