import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

describe("an allergy is never lost silently", () => {
  test.each<[string, Spoken[]]>([
    ["what cannot be taken", [["patient", "I can't take sulfa, I broke out all over."]]],
    ["never again", [["patient", "Morphine, never again."]]],
    [
      "a hedged answer",
      [
        ["provider", "Any allergies?"],
        ["patient", "Peanuts, I think."],
      ],
    ],
    [
      "a yes without a name",
      [
        ["provider", "Do you have any allergies?"],
        ["patient", "Yes."],
      ],
    ],
  ])("%s is at least a question, and no gap says that none was stated", (_, spoken) => {
    const note = draftSpoken(spoken);
    expect(`${questionsOf(note).join()} ${note.subjective.allergies.map(({ allergen }) => allergen).join()}`).toMatch(
      /allerg|sulfa/i,
    );
    expect(note.meta.aiFlags.missing_critical_info.join()).not.toContain("Allergies: none");
    expect(note.subjective.listStates.allergies).toBeUndefined();
  });

  test.each<[string, Spoken[]]>([
    ["an exception", [["patient", "No known drug allergies... except penicillin."]]],
    [
      "an earlier yes",
      [
        ["provider", "Are you allergic to anything?"],
        ["patient", "Yes, latex and eggs."],
        ["provider", "Any allergies?"],
        ["patient", "No."],
      ],
    ],
  ])("a denial beside %s attests nothing", (_, spoken) => {
    const note = draftSpoken(spoken);
    expect(note.subjective.listStates.allergies).toBeUndefined();
    expect(questionsOf(note).join()).toMatch(/denied|allerg/i);
  });
});

describe("half a regimen is never drafted as the whole", () => {
  test("two doses of one drug are a question", () => {
    const note = draftSpoken([["patient", "I take warfarin 5 mg on weekdays and 2.5 mg at weekends."]]);
    expect(note.subjective.medications).toMatchObject([{ medication_name: "warfarin", dose: null }]);
    expect(questionsOf(note)).toContain("A number was said with this medication that could not be read as its dose");
  });

  test("the next drug's dose is its own", () => {
    const note = draftSpoken([["patient", "I take lisinopril 10 mg and 20 mg of Lasix."]]);
    expect(note.subjective.medications[0]).toMatchObject({ medication_name: "lisinopril", dose: "10 mg" });
  });
});

test("a text of the record over the limit is counted, not dropped silently", () => {
  const note = draftSpoken([], { allergies: [{ id: "a1", allergen: "Latex", reaction: "x".repeat(4001) }] });
  expect(questionsOf(note)).toContain("Allergies or medications on record that could not be read: 1");
});
