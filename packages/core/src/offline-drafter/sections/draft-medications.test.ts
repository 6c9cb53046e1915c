import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

interface Drug {
  readonly status: string | null;
  readonly medication_name: string;
  readonly dose: string | null;
  readonly route: string | null;
  readonly frequency: string | null;
  readonly duration: string | null;
}
const line = ({ status, medication_name, dose, route, frequency, duration }: Drug): string =>
  [status, medication_name, dose, route, frequency, duration].map((part) => part ?? "-").join("|");
const reported = (...spoken: Spoken[]): string[] => draftSpoken(spoken).subjective.medications.map(line);
const planned = (...spoken: Spoken[]): string[] => draftSpoken(spoken).plan.medications.map(line);

describe("a drug that is not taken", () => {
  test.each<[string, Spoken[]]>([
    ["asked about", [["provider", "Do you take aspirin?"]]],
    [
      "asked about and denied",
      [
        ["provider", "Are you taking lisinopril?"],
        ["patient", "No."],
      ],
    ],
    [
      "asked about and half denied",
      [
        ["provider", "Are you taking lisinopril?"],
        ["patient", "Yes, but I ran out."],
      ],
    ],
    ["stopped", [["patient", "I stopped taking lisinopril."]]],
    ["taken in the past", [["patient", "I was on prednisone years ago."]]],
    ["not taken", [["patient", "I'm not taking ibuprofen."]]],
    ["taken by a relative", [["patient", "My mother is on warfarin."]]],
    ["only named", [["patient", "I saw lisinopril on the shelf."]]],
    [
      "said by the provider and corrected by the patient",
      [
        ["provider", "You're on metformin."],
        ["patient", "No, I stopped that."],
      ],
    ],
    ["an allergen", [["patient", "I'm allergic to penicillin."]]],
  ])("%s", (_, spoken) => {
    expect(reported(...spoken)).toEqual([]);
  });
});

describe("a drug that is taken", () => {
  test.each<[string, Spoken[], string[]]>([
    ["own words", [["patient", "I take lisinopril 10 mg daily."]], ["take|lisinopril|10 mg|-|daily|-"]],
    [
      "spoken numbers stay as said",
      [["patient", "i'm taking metformin five hundred milligrams twice a day"]],
      ["taking|metformin|five hundred milligrams|-|twice a day|-"],
    ],
    [
      "route",
      [["patient", "I use albuterol, two puffs inhaled every 4 hours as needed."]],
      ["use|albuterol|two puffs|inhaled|every 4 hours as needed|-"],
    ],
    ["dose before the name", [["patient", "I'm on 20 milligrams of Lipitor."]], ["on|Lipitor|20 milligrams|-|-|-"]],
    [
      "a list",
      [["patient", "I take lisinopril and metformin."]],
      ["take|lisinopril|-|-|-|-", "take|metformin|-|-|-|-"],
    ],
    [
      "a plain yes",
      [
        ["provider", "Are you still taking your Zoloft?"],
        ["patient", "Yes, I am."],
      ],
      ["taking|Zoloft|-|-|-|-"],
    ],
    ["nothing said is nothing known", [["patient", "I take lisinopril."]], ["take|lisinopril|-|-|-|-"]],
    [
      "a number without a unit is no dose",
      [["patient", "I take lisinopril 20 daily."]],
      ["take|lisinopril|-|-|daily|-"],
    ],
    [
      "what is done daily besides is no frequency",
      [["patient", "I take metoprolol and walk daily."]],
      ["take|metoprolol|-|-|-|-"],
    ],
  ])("%s", (_, spoken, expected) => {
    expect(reported(...spoken)).toEqual(expected);
  });

  test("a drug on record and unmentioned is carried over and put to the clinician", () => {
    const snapshot = {
      current_medications: [
        { id: "m1", name: "Lisinopril", dose: "10 mg", frequency: "daily", route: null, status: "active" },
      ],
    };
    const note = draftSpoken([["patient", "Hello."]], snapshot);
    expect(note.subjective.medications).toMatchObject([
      {
        medication_name: "Lisinopril",
        dose: "10 mg",
        status: "active",
        evidence: [{ kind: "snapshot", itemId: "m1" }],
      },
    ]);
    expect(questionsOf(note)[0]).toContain("carried over from the record");
  });
});

describe("a drug that is not planned", () => {
  test.each<[string, Spoken[]]>([
    ["considered", [["provider", "We could start you on prednisone."]]],
    ["under an if", [["provider", "If it gets worse I'll start you on prednisone."]]],
    ["one of two options", [["provider", "One option is to start metformin."]]],
    ["asked about", [["provider", "Shall we start metformin?"]]],
    ["denied", [["provider", "I don't want to start you on prednisone."]]],
    ["done in the past", [["provider", "Last year we started you on Prozac."]]],
    [
      "refused",
      [
        ["provider", "I'd like to start you on prednisone."],
        ["patient", "I'd rather not."],
      ],
    ],
    ["asked for by the patient", [["patient", "Please prescribe me oxycodone."]]],
    ["excepted", [["provider", "Continue taking your medicines except Prozac."]]],
    ["tried out", [["provider", "We can try Flexeril."]]],
    ["told as taken", [["provider", "I'm going to note that you take metformin."]]],
  ])("%s", (_, spoken) => {
    expect(planned(...spoken)).toEqual([]);
  });
});

describe("a drug that is planned", () => {
  test.each<[string, string]>([
    [
      "I'm going to start you on amoxicillin 500 mg by mouth three times a day for 10 days.",
      "start|amoxicillin|500 mg|by mouth|three times a day|for 10 days",
    ],
    [
      "i wan na increase your lisinopril from 10 to 20 milligrams a day , okay ?",
      "increase|lisinopril|20 milligrams|-|a day|-",
    ],
    ["Let's stop the ibuprofen.", "stop|ibuprofen|-|-|-|-"],
    ["Let's continue you on the Keppra.", "continue|Keppra|-|-|-|-"],
    ["I want you to decrease the prednisone to 5 mg.", "decrease|prednisone|5 mg|-|-|-"],
    ["You should continue to take Tylenol.", "continue|Tylenol|-|-|-|-"],
  ])("%s", (text, expected) => {
    expect(planned(["provider", text], ["patient", "Okay."])).toEqual([expected]);
  });

  test("a no to a later question of the same chunk is no refusal", () => {
    expect(planned(["provider", "I'll start you on Zoloft. Any questions?"], ["patient", "No."])).toHaveLength(1);
  });

  test("against an allergy on record the clinician is asked", () => {
    const snapshot = {
      allergies: [{ id: "a1", allergen: "Penicillin", severity: "severe", reaction: null, status: "active" }],
    };
    const note = draftSpoken([["provider", "I'll prescribe amoxicillin."]], snapshot);
    expect(questionsOf(note)).toContain("A medication in the plan is, or belongs with, an allergen on record");
  });
});
