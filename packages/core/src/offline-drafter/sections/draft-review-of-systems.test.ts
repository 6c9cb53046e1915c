import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

const symptoms = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).subjective.reviewOfSystems.map(({ finding, status }) => `${status} ${finding}`);

describe("what is no symptom of the patient", () => {
  test.each<[string, Spoken[]]>([
    ["a question nobody answers", [["provider", "Any chest pain?"]]],
    ["a question in unpunctuated speech", [["provider", "do you get chest pain when you climb stairs"]]],
    ["an if", [["provider", "If you get chest pain, call us."]]],
    [
      "an if torn over two chunks",
      [
        ["provider", "and if you get"],
        ["patient", "mm-hmm"],
        ["provider", "chest pain you call us"],
      ],
    ],
    ["a patient's if", [["patient", "What should I do if I have chest pain"]]],
    ["a relative's symptom", [["patient", "My sister has chest pain a lot."]]],
    ["a colleague's symptom", [["patient", "My boss had a bad cough and I sit next to him."]]],
    ["a thing feared", [["patient", "I was worried about chest pain."]]],
    ["a doubt", [["patient", "I think I may have had a fever."]]],
    ["a symptom that is over", [["patient", "I used to have back pain years ago."]]],
    ["a programme named after a symptom", [["patient", "I joined a weight loss program."]]],
    ["something the provider explains", [["provider", "Chest pain is common with this."]]],
    ["words of somebody who is neither of the two", [["other", "I have chest pain."]]],
    ["words of an unknown speaker", [["unknown", "I have chest pain."]]],
  ])("%s", (_, spoken) => {
    expect(symptoms(...spoken)).toEqual([]);
  });

  test("a symptom the question only refers to is not denied with it", () => {
    expect(symptoms(["provider", "Any fever along with the headache?"], ["patient", "No."])).toEqual([
      "negative fever",
    ]);
  });

  test.each([
    "Mm-hmm.",
    "Yes.",
    "Yeah, no.",
    "Not really.",
    "Maybe.",
    "No, but sometimes at night.",
    "No, only the cough.",
  ])("a list answered with %j settles nothing and is put to the clinician", (answer) => {
    const note = draftSpoken([
      ["provider", "Any nausea, vomiting or diarrhea?"],
      ["patient", answer],
    ]);
    const answeredItself = answer.includes("cough");
    expect(note.subjective.reviewOfSystems).toEqual([]);
    expect(questionsOf(note).some((reason) => reason.startsWith("Symptoms were asked about"))).toBe(!answeredItself);
  });

  test("a yes to two things of which the rules know one settles nothing", () => {
    expect(symptoms(["provider", "Any slime in your spit or chest pain?"], ["patient", "Yes, I do."])).toEqual([]);
  });

  test("a qualified symptom is not denied without its qualification", () => {
    expect(symptoms(["provider", "Any wheezing or chest pain that wakes you at night?"], ["patient", "No."])).toEqual([
      "negative wheezing",
    ]);
    expect(symptoms(["provider", "Any rash while coughing?"], ["patient", "No."])).toEqual([]);
    expect(symptoms(["patient", "I have never felt palpitations like this."])).toEqual([]);
  });

  test("an answer that somebody else's words stand before answers nothing", () => {
    expect(symptoms(["provider", "Any nausea?"], ["other", "He threw up."], ["patient", "No."])).toEqual([]);
  });
});

describe("what the patient has not", () => {
  test.each(["No.", "no , no", "Nope, nothing like that.", "Not that I know of.", "uh , no", "None."])(
    "a plain %j denies every symptom of the list, with question and answer as evidence",
    (answer) => {
      const note = draftSpoken([
        ["provider", "Any nausea, vomiting or diarrhea?"],
        ["patient", answer],
      ]);
      const found = note.subjective.reviewOfSystems;
      expect(found.map(({ finding, status }) => `${status} ${finding}`)).toEqual([
        "negative nausea",
        "negative vomiting",
        "negative diarrhea",
      ]);
      for (const { evidence } of found)
        expect(evidence.map((piece) => piece.kind === "transcript" && piece.sequence)).toEqual([1, 2]);
    },
  );

  test.each([
    "I don't have any chest pain.",
    "no chest pain",
    "i do n't have chest pain",
    "I have not noticed any chest pain",
    "I’ve never had chest pain.",
  ])("%j", (text) => {
    expect(symptoms(["patient", text])).toEqual(["negative chest pain"]);
  });

  test("one negation governs a list", () => {
    expect(symptoms(["patient", "No fever, chills or night sweats."])).toEqual([
      "negative fever",
      "negative chills",
      "negative night sweats",
    ]);
  });

  test("a provider's report of a denial", () => {
    expect(symptoms(["provider", "She denies shortness of breath."])).toEqual(["negative shortness of breath"]);
  });
});

describe("what the patient has", () => {
  test.each<[string, Spoken[], string[]]>([
    ["own words", [["patient", "I've been having chest pain since Monday."]], ["positive chest pain"]],
    [
      "a yes to one symptom",
      [
        ["provider", "Any wheezing?"],
        ["patient", "Yes, every night."],
      ],
      ["positive wheezing"],
    ],
    ["a no that is only an answer leaves the rest unread", [["patient", "No, I have chest pain."]], []],
    ["a clause that turns is left unread", [["patient", "I have no fever but some chills."]], []],
  ])("%s", (_, spoken, expected) => {
    expect(symptoms(...spoken)).toEqual(expected);
  });

  test("affirmed and denied stays affirmed and is put to the clinician", () => {
    const note = draftSpoken([
      ["provider", "Any dizziness?"],
      ["patient", "No."],
      ["patient", "I have dizziness in the morning."],
    ]);
    expect(note.subjective.reviewOfSystems.map(({ status }) => status)).toEqual(["positive"]);
    expect(questionsOf(note)).toContain("This symptom was both affirmed and denied");
  });
});

test("words of having and when affirm what was asked", () => {
  const note = draftSpoken([
    ["provider", "Any fever?"],
    ["patient", "I do, every night."],
  ]);
  expect(note.subjective.reviewOfSystems).toMatchObject([{ finding: "fever", status: "positive" }]);
});

test("words of having something else affirm nothing that was asked", () => {
  const note = draftSpoken([
    ["provider", "Any fever?"],
    ["patient", "I have a dry cough."],
  ]);
  expect(note.subjective.reviewOfSystems).toMatchObject([{ finding: "dry cough", status: "positive" }]);
});

describe("a no taken back at once", () => {
  test.each(["No. Well, yes, in my knee.", "No, well, actually yes.", "No... well, yes, in my knee."])(
    "%j is a yes",
    (answer) => {
      const note = draftSpoken([
        ["provider", "Any knee pain?"],
        ["patient", answer],
      ]);
      expect(note.subjective.reviewOfSystems).toMatchObject([{ finding: "knee pain", status: "positive" }]);
      expect(note.subjective.hpi.map(({ description }) => description).join()).not.toMatch(/no$/i);
    },
  );

  test("of what names no system is quoted whole and denies nothing", () => {
    const note = draftSpoken([
      ["provider", "Any pain?"],
      ["patient", "No… well, yes, in my knee."],
    ]);
    expect(note.subjective.reviewOfSystems).toEqual([]);
    expect(note.subjective.hpi.map(({ description }) => description)).toEqual(["Any pain — No… well, yes, in my knee"]);
  });
});
