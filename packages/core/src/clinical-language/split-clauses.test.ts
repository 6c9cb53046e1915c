import { describe, expect, test } from "vitest";
import { splitClauses } from "./split-clauses.ts";
import type { SpeakerRole } from "./transcript-chunk.ts";

const clausesOf = (text: string, speaker_role: SpeakerRole = "provider") =>
  splitClauses([{ sequence: 1, speaker_role, text }]).flat();
const wordsOf = (text: string): string[] =>
  clausesOf(text).map((clause) => clause.text.slice(clause.start, clause.end));

describe("splitClauses()", () => {
  test.each<[string, string, string[]]>([
    ["sentences", "It hurts. It burns!", ["It hurts", "It burns"]],
    ["spaced punctuation", "it hurts . it burns .", ["it hurts", "it burns"]],
    ["a decimal", "It was 98.6 today.", ["It was 98.6 today"]],
    ["a spoken decimal", "it was ninety eight . six today", ["it was ninety eight . six today"]],
    ["a title", "I told Dr. Reed so.", ["I told Dr. Reed so"]],
    ["a pause", "it ... burns", ["it ... burns"]],
    ["lines", "one day\nanother day", ["one day", "another day"]],
    ["no words", " ... ?! ", []],
  ])("%s", (_, text, expected) => {
    expect(wordsOf(text)).toEqual(expected);
  });

  test.each<[string, "question" | "statement" | "conditional"]>([
    ["It hurts?", "question"],
    ["do you smoke", "question"],
    ["so any fever", "question"],
    ["You have been smoking , okay ?", "statement"],
    ["You take it daily, right?", "question"],
    ["Call me if it hurts.", "conditional"],
    ["It hurts.", "statement"],
  ])("%j is a %s", (text, mode) => {
    expect(clausesOf(text)[0]?.mode).toBe(mode);
  });

  test("unpunctuated speech is cut before openers, never after a word that cannot end a thought", () => {
    const text =
      "it has been a while since the last time we met here and you told me about the garden and the fence you built last summer with your neighbor okay your blood pressure is fine but if your lungs were to get wet you would notice that";
    const words = wordsOf(text);
    expect(words).toContain("okay your blood pressure is fine");
    expect(words.at(-1)).toBe("but if your lungs were to get wet you would notice that");
    expect(words.join(" ")).toBe(text);
  });

  test.each([
    "🙂 naïve café",
    "e\u0301te\u0301 was hot",
    "👩‍⚕️ said no fever",
    "İstanbul ſevere pain",
    "\u202ehidden",
    "a\ud83d lone half",
  ])("offsets are exact in %j", (text) => {
    for (const clause of clausesOf(text)) {
      for (const token of clause.tokens) {
        expect(text.slice(token.start, token.end).toLowerCase().replaceAll("’", "'")).toBe(token.word);
      }
    }
  });
});
