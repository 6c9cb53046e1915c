import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

const problems = (text: string): string[] =>
  draftSpoken([["provider", text]]).assessment.problems.map(({ diagnosis_name: name }) => name);
const plan = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).plan.items.map(({ category, description, due }) => `${category}|${description}|${due}`);

describe("problems", () => {
  test.each([
    "You might have pneumonia.",
    "I suspect this is gout.",
    "You don't have pneumonia.",
    "Do you think you have asthma?",
    "If you have asthma we would see wheezing.",
    "We worry about cancer.",
    "For your diabetes medication I'd keep the dose.",
  ])("%j names none", (text) => {
    expect(problems(text)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["For your first problem, your hypertension, I think we are doing well.", ["hypertension"]],
    ["so for your second problem the right knee pain we'll keep going", ["right knee pain"]],
    ["I think you have acute bronchitis.", ["acute bronchitis"]],
    ["My assessment is type two diabetes.", ["type two diabetes"]],
  ])("%s", (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test("an impression is put to the clinician, and no code is guessed", () => {
    const note = draftSpoken([["provider", "I think you have acute bronchitis."]]);
    expect(questionsOf(note)).toContain("This problem was stated as an impression");
    expect(note.assessment.problems[0]).toMatchObject({ icd10_code: null, severity: null, status: null });
    expect(note.coding).toEqual([]);
  });
});

describe("plan", () => {
  test.each<[string, Spoken[]]>([
    ["considered", [["provider", "We could get an mri."]]],
    ["denied", [["provider", "I don't want to order an x-ray."]]],
    ["conditional", [["provider", "If that fails we'll order an mri."]]],
    ["asked", [["provider", "Would you like a referral to cardiology?"]]],
    ["a command to a recorder", [["provider", "Let's see, show me the ekg."]]],
    [
      "refused",
      [
        ["provider", "I'd like to order a colonoscopy."],
        ["patient", "No, I'd rather not."],
      ],
    ],
    ["asked for by the patient", [["patient", "I want you to order an mri."]]],
  ])("nothing is planned that was only %s", (_, spoken) => {
    expect(plan(...spoken)).toEqual([]);
  });

  test.each<[string, string]>([
    ["I'd like to order a chest x-ray.", "diagnostic_test|I'd like to order a chest x-ray|null"],
    ["I'm going to refer you to cardiology.", "referral|I'm going to refer you to cardiology|null"],
    ["I want to see you back in three months.", "follow_up|I want to see you back in three months|in three months"],
    ["I want you to do physical therapy.", "therapy|I want you to do physical therapy|null"],
    ["I want you to watch your diet.", "lifestyle|I want you to watch your diet|null"],
  ])("%s", (text, expected) => {
    expect(plan(["provider", text])).toEqual([expected]);
  });

  test("advice for a worsening is kept as the condition it is", () => {
    const note = draftSpoken([["provider", "If you get chest pain, call the office."]]);
    expect(note.plan.items).toMatchObject([
      { category: "education", description: "If you get chest pain, call the office" },
    ]);
    expect(note.subjective.reviewOfSystems).toEqual([]);
  });
});
