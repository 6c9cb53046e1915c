import { describe, expect, test } from "vitest";
import { readStance, type Stance } from "./read-stance.ts";
import type { SpeakerRole } from "./transcript-chunk.ts";
import { readUtterance } from "./utterance.ts";

/** What is said of the words in brackets. */
function stanceOf(marked: string, role: SpeakerRole = "patient"): Stance {
  const start = marked.indexOf("[");
  const end = marked.indexOf("]") - 1;
  const text = marked.replace("[", "").replace("]", "");
  const utterance = readUtterance({ sequence: 1, speaker_role: role, text });
  const first = utterance.tokens.findIndex((token) => token.start >= start);
  const last = utterance.tokens.findLastIndex((token) => token.end <= end);
  return readStance(utterance, first, last);
}

describe("readStance() reads a finding as denied in", () => {
  test.each([
    "I have no [chest pain].",
    "I don't have any really bad [chest pain].",
    "No fever, chills, or [chest pain].",
    "She denies fever, denies [chest pain].",
    "I haven't noticed my [face drooping].",
    "I don't think I have [chest pain].",
    "I don't feel like [fainting].",
    "[Chest pain], no, but a cough.",
    "[Chest pain] was negative.",
    "I do n't have [chest pain]",
    "never any [chest pain]",
    "I ain't got no [chest pain]",
    "I don't want you to take [ibuprofen].",
  ])("%s", (marked) => {
    expect(stanceOf(marked).polarity).toBe("negated");
  });
});

describe("readStance() reads a finding as there in", () => {
  test.each([
    "I have [chest pain].",
    "No fever but I have [chest pain].",
    "No, I have [chest pain].",
    "I can't shake this [cough].",
    "I can't sleep because of the [cough].",
    "I can't deny [chest pain].",
    "I'm never without [chest pain].",
    "The cough doesn't help my [chest pain].",
    "I'm not sure why I have [chest pain].",
    "No fever, [chest pain] when I walk.",
    "[Chest pain], no fever.",
    "not only [chest pain]",
    "The [cough] won't go away.",
  ])("%s", (marked) => {
    expect(stanceOf(marked).polarity).toBe("affirmed");
  });
});

describe("readStance() tells whose it is", () => {
  test.each([
    ["My mother had a [stroke].", "other"],
    ["My brother passed out and he had [chest pain].", "other"],
    ["[Diabetes] runs in the family.", "other"],
    ["A [stroke] in my father.", "other"],
    ["My wife says I have [slurred speech].", "patient"],
    ["My father died and now I have [chest pain].", "patient"],
    ["My wife noticed [slurred speech].", "patient"],
    ["She has a [fever].", "patient"],
  ] as const)("%s %s", (marked, person) => {
    expect(stanceOf(marked).person).toBe(person);
  });
});

describe("readStance() tells what is real", () => {
  test.each([
    ["patient", "What if I get [chest pain]?", "hypothetical"],
    ["patient", "If I climb stairs I get [chest pain].", "actual"],
    ["patient", "Why does my [chest hurt]?", "actual"],
    ["patient", "Is it a [stroke]?", "asked"],
    ["provider", "Call me if you get [chest pain].", "hypothetical"],
    ["provider", "Go to the emergency room for [chest pain].", "hypothetical"],
    ["provider", "It can cause [dizziness].", "hypothetical"],
    ["provider", "Any [chest pain]?", "asked"],
    ["provider", "We'll start [lisinopril], okay?", "actual"],
    ["provider", "If it gets worse call, but right now you have a [fever].", "actual"],
  ] as const)("%s: %s %s", (role, marked, reality) => {
    expect(stanceOf(marked, role).reality).toBe(reality);
  });
});

describe("readStance() tells what is over", () => {
  test.each([
    ["I had a [seizure] twenty years ago.", "past"],
    ["I used to have [asthma].", "past"],
    ["I had a [seizure] in 1998.", "past"],
    ["In the past three days I had [chest pain].", "present"],
    ["Since last year I've had [chest pain].", "present"],
    ["The [cough] started two months ago.", "present"],
    ["I had surgery years ago and now my [leg is numb].", "present"],
  ] as const)("%s %s", (marked, time) => {
    expect(stanceOf(marked).time).toBe(time);
  });

  test("and what is doubted", () => {
    expect(stanceOf("It could possibly be [pneumonia].", "provider").doubtful).toBe(true);
    expect(stanceOf("You have [pneumonia].", "provider").doubtful).toBe(false);
  });
});
