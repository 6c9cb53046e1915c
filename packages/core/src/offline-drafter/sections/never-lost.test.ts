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

describe("an answer that settles nothing is asked about, with the question", () => {
  const QUESTIONS = "Conditions were asked about and the answer does not settle which the patient has";

  test.each<[string, Spoken[], string, string[]]>([
    [
      "which of several conditions",
      [
        ["provider", "Diabetes? High blood pressure? Asthma?"],
        ["patient", "The second one."],
      ],
      QUESTIONS,
      ["Diabetes", "High blood pressure", "Asthma", "The second one"],
    ],
    [
      "a yes to several conditions",
      [
        ["provider", "Do you have diabetes? Asthma?"],
        ["patient", "Yes."],
      ],
      QUESTIONS,
      ["Do you have diabetes", "Asthma", "Yes"],
    ],
    [
      "a yes after two questions",
      [
        ["provider", "Any trouble sleeping at home? Do you have asthma?"],
        ["patient", "Yes."],
      ],
      QUESTIONS,
      ["Do you have asthma", "Yes"],
    ],
    [
      "a habit",
      [
        ["provider", "Do you smoke?"],
        ["patient", "It depends."],
      ],
      "A habit was asked about and the answer gives no clear yes or no",
      ["Do you smoke", "It depends"],
    ],
  ])("%s", (_, spoken, reason, words) => {
    const note = draftSpoken(spoken);
    const asked = note.meta.aiFlags.needs_clinician_confirmation.find((entry) => entry.reason === reason);
    expect(asked?.evidence.map((evidence) => (evidence.kind === "transcript" ? evidence.quote : ""))).toEqual(words);
    expect(note.subjective.history).toEqual([]);
  });

  test("allergies asked for have rules of their own", () => {
    const note = draftSpoken([
      ["provider", "Any other allergies?"],
      ["patient", "Nope, just penicillin."],
    ]);
    expect(questionsOf(note)).not.toContain(QUESTIONS);
  });

  test("a no to several conditions settles them", () => {
    const note = draftSpoken([
      ["provider", "Diabetes? Asthma?"],
      ["patient", "No."],
    ]);
    expect(questionsOf(note)).toEqual([]);
    expect(note.subjective.history).toEqual([]);
  });
});

describe("a value of another day is asked about, not drafted as today's", () => {
  test.each([
    [
      "Last month your blood pressure was 140/85.",
      "A measurement was said that is not for certain one of this encounter",
    ],
    ["Your a1c six months ago was 8.2.", "A result was said to be of an earlier time"],
    ["Last month your blood pressure was 140/85. Today it's 128/76.", "A blood pressure was said without its name"],
  ])("%s", (text, reason) => {
    const note = draftSpoken([["provider", text]]);
    expect(questionsOf(note)).toContain(reason);
    expect(note.objective.vitalSigns).toEqual([]);
    expect(note.objective.diagnostics).toEqual([]);
  });
});

test.each([
  ["Your potassium was 5.9.", ["potassium 5.9"]],
  ["Potassium 5.9, sodium 138.", ["Potassium 5.9", "sodium 138"]],
  ["labs show sodium one thirty eight and creatinine 1.1", ["sodium one thirty eight", "creatinine 1.1"]],
  ["Let's try a sodium 2 gram diet.", []],
  ["Take potassium 20 daily.", []],
])("%j gives its results and nothing else", (text, results) => {
  const { diagnostics } = draftSpoken([["provider", text]]).objective;
  expect(diagnostics.map(({ test_name, result_value }) => `${test_name} ${result_value}`)).toEqual(results);
});
