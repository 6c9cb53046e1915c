import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

const history = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).subjective.history.map(({ kind, relationship, name, notes }) =>
    [kind, relationship, name, notes].filter((part) => part !== null).join("|"),
  );

describe("what is no history of the patient", () => {
  test.each<[string, Spoken[]]>([
    ["a question", [["provider", "Do you have a history of asthma?"]]],
    ["a denial", [["patient", "I have no history of asthma."]]],
    ["a doubt", [["patient", "I think I have diabetes."]]],
    ["a thing named after a disease", [["patient", "I have an asthma inhaler."]]],
    ["a family's", [["patient", "We have a history of gout."]]],
    ["a thing that may be over", [["patient", "I used to have gout."]]],
    ["a risk", [["provider", "You are at risk of diabetes."]]],
    ["an operation to come", [["provider", "You might need a knee replacement."]]],
    ["an operation that was not had", [["patient", "I never had an appendectomy."]]],
    ["a friend's operation", [["patient", "My friend had a hip replacement."]]],
  ])("%s", (_, spoken) => {
    expect(history(...spoken)).toEqual([]);
  });

  test.each([
    "My wife has asthma.",
    "My mother doesn't have diabetes.",
    "I think my aunt had lupus.",
    "My roommate has asthma and my uncle too.",
    "My dad's mom has diabetes.",
    "My great aunt had a stroke.",
    "My granny on my father side had gout.",
  ])("%j is no family history", (text) => {
    expect(history(["patient", text])).toEqual([]);
  });

  test("a denied relative's disease is put to the clinician", () => {
    const note = draftSpoken([["patient", "My mother never had diabetes."]]);
    expect(questionsOf(note)[0]).toContain("A relative and a condition");
  });
});

describe("history that was stated", () => {
  test.each<[string, Spoken[], string[]]>([
    [
      "a spoken summary",
      [
        [
          "provider",
          "Mr. Reed is a 60-year-old man with a past medical history significant for gout, type 2 diabetes and prior appendectomy who presents with knee pain.",
        ],
      ],
      ["medical|gout", "medical|type 2 diabetes", "surgical|appendectomy"],
    ],
    [
      "the type said after the name",
      [["provider", "She has a history of diabetes mellitus type one."]],
      ["medical|diabetes mellitus type one"],
    ],
    ["own words", [["patient", "I have asthma."]], ["medical|asthma"]],
    ["an operation", [["patient", "I had my appendix removed in 2009."]], ["surgical|appendix removed"]],
    ["a relative's disease", [["patient", "My sister has asthma."]], ["family|sister|asthma"]],
    ["a count is no part of a name", [["patient", "I had two heart attacks."]], ["medical|heart attacks"]],
    ["a relative's disease as what she is", [["patient", "My sister is diabetic."]], ["family|sister|diabetic"]],
    ["one's own disease as what one is", [["patient", "I'm an asthmatic."]], ["medical|asthmatic"]],
    ["an adjective of another disease", [["patient", "My doctor is diabetic and I am tired."]], []],
    [
      "an organ that is out",
      [["patient", "My gallbladder was taken out in 2015."]],
      ["surgical|gallbladder was taken out"],
    ],
    ["an organ they took out", [["patient", "They took my gallbladder out in 2015."]], ["surgical|gallbladder out"]],
    [
      "a condition asked for and had",
      [
        ["provider", "Do you have asthma?"],
        ["patient", "Yes, I do."],
      ],
      ["medical|asthma"],
    ],
    [
      "a condition asked for and not had",
      [
        ["provider", "Do you have asthma?"],
        ["patient", "No."],
      ],
      [],
    ],
    [
      "a condition asked about",
      [
        ["provider", "How is the asthma?"],
        ["patient", "Yes, good."],
      ],
      [],
    ],
    [
      "a relative's condition asked for",
      [
        ["provider", "Does your mother have asthma?"],
        ["patient", "Yes."],
      ],
      ["family|mother|asthma"],
    ],
    [
      "a state answered",
      [
        ["provider", "Do you have diabetes?"],
        ["patient", "I am diabetic, yes."],
      ],
      ["medical|diabetic"],
    ],
    [
      "an operation by its organ",
      [["patient", "I had gallbladder surgery in 2015."]],
      ["surgical|gallbladder surgery"],
    ],
    ["a habit given up by a speaker left out", [["patient", "Quit smoking in 2010."]], ["social|Quit smoking in 2010"]],
    ["a habit given up", [["patient", "I quit smoking."]], ["social|I quit smoking"]],
    [
      "a habit given up, asked about",
      [
        ["provider", "Do you smoke?"],
        ["patient", "I quit ten years ago."],
      ],
      ["social|Do you smoke|I quit ten years ago"],
    ],
    ["no drinking", [["patient", "I don't drink."]], ["social|I don't drink"]],
    [
      "drinking asked about",
      [
        ["provider", "Do you drink?"],
        ["patient", "No."],
      ],
      ["social|Do you drink|No"],
    ],
    ["drinking water", [["patient", "I drink water."]], []],
    [
      "two relatives",
      [["patient", "My mother had breast cancer and my father had a stroke."]],
      ["family|mother|breast cancer", "family|father|stroke"],
    ],
    ["a habit that is denied stays a denial", [["patient", "I don't smoke."]], ["social|I don't smoke"]],
    [
      "a habit asked about",
      [
        ["provider", "Do you smoke?"],
        ["patient", "No."],
      ],
      ["social|Do you smoke|No"],
    ],
  ])("%s", (_, spoken, expected) => {
    expect(history(...spoken)).toEqual(expected);
  });
});
