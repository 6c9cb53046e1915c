import { describe, expect, test } from "vitest";
import type { SpeakerRole } from "../clinical-language/transcript-chunk.ts";
import { readUtterance } from "../clinical-language/utterance.ts";
import { findRedFlags } from "./find-red-flags.ts";
import { RED_FLAG_RULES } from "./red-flag-rules.ts";
import { ANSWERED, DENIED, NOT_SAID, SAID, WARNED } from "./testing/red-flag-cases.ts";

const flagsIn = (...turns: readonly (readonly [SpeakerRole, string])[]): string[] => {
  const talk = turns.map(([speaker_role, text], index) => readUtterance({ sequence: index + 1, speaker_role, text }));
  return findRedFlags(talk, []).map(({ rule }) => rule.id);
};
const spoken = Object.entries(SAID).flatMap(([rule, sentences]) => sentences.map((said) => [rule, said] as const));

describe("findRedFlags() finds nothing", () => {
  test.each(NOT_SAID)("in what is denied, imagined, over, or another's: %s", (said) => {
    expect(flagsIn(["patient", said])).toEqual([]);
  });

  test.each(WARNED)("in a clinician's warning: %s", (said) => {
    expect(flagsIn(["provider", said], ["patient", "Okay."])).toEqual([]);
  });

  test.each(DENIED)("in a question that is answered no: %s %s", (question, answer) => {
    expect(flagsIn(["provider", question], ["patient", answer])).toEqual([]);
  });

  test("in a no that stands", () => {
    expect(flagsIn(["provider", "Any chest pain?"], ["patient", "No. Well, I have not had any."])).toEqual([]);
  });

  test("in a question nobody answered", () => {
    expect(flagsIn(["provider", "Any chest pain?"])).toEqual([]);
  });

  test("in bleeding without a pregnancy", () => {
    expect(flagsIn(["patient", "I cut my finger and it was bleeding."])).toEqual([]);
  });
});

describe("findRedFlags() finds", () => {
  test.each(["No. Well, yes, at night.", "No, well, I do have some.", "No... oh, actually sometimes."])(
    "what a no that is taken back admits: %s",
    (answer) => {
      expect(flagsIn(["provider", "Any chest pain?"], ["patient", answer])).toContain("chest-pain");
    },
  );

  test("more than a hundred phrases of the test list, and every rule among them", () => {
    expect(spoken.length + ANSWERED.length).toBeGreaterThanOrEqual(100);
    expect(Object.keys(SAID).sort()).toEqual(RED_FLAG_RULES.map(({ id }) => id).sort());
  });

  test.each(spoken)("%s: %s", (rule, said) => {
    expect(flagsIn(["patient", said])).toContain(rule);
  });

  test.each(spoken)("%s in speech without punctuation or capitals: %s", (rule, said) => {
    const asRecognised = said.toLowerCase().replaceAll(/[.,]/g, "");
    expect(flagsIn(["patient", asRecognised])).toContain(rule);
  });

  test.each(ANSWERED)("%s: %s %s", (rule, question, answer) => {
    expect(flagsIn(["provider", question], ["patient", answer])).toContain(rule);
  });
});
