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
    ["a result to be fetched", [["provider", "I'll get the x-ray results."]]],
    ["a result that was told", [["provider", "Repeat x-ray showed healing."]]],
    ["a command of the examination", [["provider", "And now come back to normal."]]],
    ["the rest of a finding", [["provider", "Rest of your exam is normal."]]],
    ["decided for a case to come", [["provider", "We'll refer you to a surgeon if we need to."]]],
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
    ["Come back in two weeks.", "follow_up|Come back in two weeks|in two weeks"],
    ["I'll see you back in a month if not before.", "follow_up|I'll see you back in a month if not before|in a month"],
    ["We'll do a blood count.", "diagnostic_test|We'll do a blood count|null"],
    ["I think we should check your liver enzymes.", "diagnostic_test|I think we should check your liver enzymes|null"],
    ["I'd like you to have a chest x-ray.", "diagnostic_test|I'd like you to have a chest x-ray|null"],
    [
      "I'm sending you for an x-ray to rule out a fracture.",
      "diagnostic_test|I'm sending you for an x-ray to rule out a fracture|null",
    ],
    ["I'm putting in a referral to cardiology.", "referral|I'm putting in a referral to cardiology|null"],
    ["Drink plenty of fluids.", "lifestyle|Drink plenty of fluids|null"],
    ["No lifting for two weeks.", "lifestyle|No lifting for two weeks|null"],
  ])("%s", (text, expected) => {
    expect(plan(["provider", text])).toEqual([expected]);
  });

  test("what is decided is no account of the illness", () => {
    const note = draftSpoken([
      ["patient", "My knee hurts since last week."],
      ["provider", "We'll do an x-ray of the knee. Come back in two weeks."],
      ["patient", "Okay."],
    ]);
    expect(note.subjective.hpi.map(({ description }) => description)).toEqual(["My knee hurts since last week"]);
    expect(note.plan.items.map(({ category }) => category)).toEqual(["diagnostic_test", "follow_up"]);
  });

  test("advice for a worsening is kept as the condition it is", () => {
    const note = draftSpoken([["provider", "If you get chest pain, call the office."]]);
    expect(note.plan.items).toMatchObject([
      { category: "education", description: "If you get chest pain, call the office" },
    ]);
    expect(note.subjective.reviewOfSystems).toEqual([]);
  });
});
