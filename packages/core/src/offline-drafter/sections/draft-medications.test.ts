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
const isDecided = (drug: string): boolean => !/^(?:considered|refused)\|/.test(drug);

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

describe("a drug that was given up", () => {
  test.each<[string, string, string]>([
    ["stopped", "I stopped taking lisinopril.", "stopped|lisinopril|-|-|-|-"],
    ["taken in the past", "I was on prednisone years ago.", "stopped|prednisone|-|-|-|-"],
  ])("%s", (_, text, expected) => {
    expect(reported(["patient", text])).toEqual([expected]);
  });

  test("of the record is stopped in its own row", () => {
    const onRecord = { current_medications: [{ id: "m1", name: "Lisinopril", dose: "10 mg", status: "active" }] };
    const note = draftSpoken([["patient", "I stopped taking my lisinopril."]], onRecord);
    expect(note.subjective.medications.map(line)).toEqual(["stopped|Lisinopril|10 mg|-|-|-"]);
  });
});

describe("a drug that is taken", () => {
  test.each<[string, Spoken[], string[]]>([
    ["own words", [["patient", "I take lisinopril 10 mg daily."]], ["active|lisinopril|10 mg|-|daily|-"]],
    [
      "a spoken dose is written in digits",
      [["patient", "i'm taking metformin five hundred milligrams twice a day"]],
      ["active|metformin|500 milligrams|-|twice a day|-"],
    ],
    [
      "route",
      [["patient", "I use albuterol, two puffs inhaled every 4 hours as needed."]],
      ["active|albuterol|2 puffs|inhaled|every 4 hours as needed|-"],
    ],
    ["dose before the name", [["patient", "I'm on 20 milligrams of Lipitor."]], ["active|Lipitor|20 milligrams|-|-|-"]],
    [
      "a list",
      [["patient", "I take lisinopril and metformin."]],
      ["active|lisinopril|-|-|-|-", "active|metformin|-|-|-|-"],
    ],
    [
      "a plain yes",
      [
        ["provider", "Are you still taking your Zoloft?"],
        ["patient", "Yes, I am."],
      ],
      ["active|Zoloft|-|-|-|-"],
    ],
    ["nothing said is nothing known", [["patient", "I take lisinopril."]], ["active|lisinopril|-|-|-|-"]],
    [
      "a number without a unit is no dose",
      [["patient", "I take lisinopril 20 daily."]],
      ["active|lisinopril|-|-|daily|-"],
    ],
    [
      "what is done daily besides is no frequency",
      [["patient", "I take metoprolol and walk daily."]],
      ["active|metoprolol|-|-|-|-"],
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
    expect(planned(...spoken).filter(isDecided)).toEqual([]);
  });
});

describe("a drug that is planned", () => {
  test.each<[string, string]>([
    [
      "I'm going to start you on amoxicillin 500 mg by mouth three times a day for 10 days.",
      "started|amoxicillin|500 mg|by mouth|three times a day|for 10 days",
    ],
    [
      "i wan na increase your lisinopril from 10 to 20 milligrams a day , okay ?",
      "increased|lisinopril|20 milligrams|-|a day|-",
    ],
    ["Let's stop the ibuprofen.", "stopped|ibuprofen|-|-|-|-"],
    ["Let's continue you on the Keppra.", "continued|Keppra|-|-|-|-"],
    ["I want you to decrease the prednisone to 5 mg.", "decreased|prednisone|5 mg|-|-|-"],
    ["You should continue to take Tylenol.", "continued|Tylenol|-|-|-|-"],
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

describe("a drug of the record that is spoken of", () => {
  const lisinopril = {
    id: "m1",
    name: "Lisinopril",
    dose: "10 mg",
    frequency: "once daily",
    route: "oral",
    status: "started",
  };
  const onRecord = { current_medications: [lisinopril] };
  const transcript = (text: string) => ({ kind: "transcript", quote: text });

  test.each<[string, string]>([
    ["the record's spelling", "I take Lisinopril 10 mg once daily."],
    ["other words for the same dose and frequency", "I take lisinopril ten milligrams once a day."],
    ["its brand", "I'm taking Zestril."],
  ])("is one row with the record's values: %s", (_, text) => {
    const note = draftSpoken([["patient", text]], onRecord);
    expect(note.subjective.medications.map(line)).toEqual(["active|Lisinopril|10 mg|oral|once daily|-"]);
    expect(note.subjective.medications[0]?.evidence).toMatchObject([
      { kind: "snapshot", itemId: "m1" },
      transcript(text.slice(0, -1)),
    ]);
    expect(questionsOf(note).join()).not.toContain("carried over");
  });

  test("takes the newly said dose with its words, and the clinician is asked", () => {
    const note = draftSpoken([["patient", "I take lisinopril 20 mg once a day."]], onRecord);
    expect(note.subjective.medications.map(line)).toEqual(["active|Lisinopril|20 mg|oral|once daily|-"]);
    expect(questionsOf(note)).toContain("This medication was said to be taken otherwise than recorded: dose");
  });

  test("keeps its strength when tablets are counted", () => {
    const note = draftSpoken([["patient", "I take lisinopril, one tablet daily."]], onRecord);
    expect(note.subjective.medications.map(line)).toEqual(["active|Lisinopril|10 mg|oral|once daily|-"]);
    expect(questionsOf(note)).toContain("This medication was said to be taken otherwise than recorded: dose");
  });

  test("two regimens of one drug stay two rows and take no third", () => {
    const evening = { ...lisinopril, id: "m2", dose: "5 mg", frequency: "nightly" };
    const note = draftSpoken([["patient", "I take lisinopril."]], { current_medications: [lisinopril, evening] });
    expect(note.subjective.medications).toHaveLength(2);
    expect(questionsOf(note)).toContain(
      "A medication on record in several regimens was spoken of: which one is not certain",
    );
  });

  test("a plan for it is about the same drug", () => {
    const text = "Continue lisinopril 10 mg once a day.";
    const note = draftSpoken([["provider", text]], onRecord);
    expect(note.plan.medications.map(line)).toEqual(["continued|Lisinopril|10 mg|-|once a day|-"]);
    expect(note.plan.medications[0]?.evidence).toMatchObject([
      transcript(text.slice(0, -1)),
      { kind: "snapshot", itemId: "m1" },
    ]);
  });
});

describe("what is said anew", () => {
  const planned = (...talk: string[]) =>
    draftSpoken(talk.map((text) => ["provider", text])).plan.medications.map(({ medication_name, dose, status }) =>
      [status, medication_name, dose].filter((part) => part !== null).join(" "),
    );

  test.each([
    ["Start lisinopril 5 mg daily. No wait, make that 10 mg.", ["started lisinopril 10 mg"]],
    ["let's start lisinopril five milligrams no wait ten milligrams daily", ["started lisinopril 10 milligrams"]],
    ["increase the metoprolol to fifty actually make it 75 milligrams", ["increased metoprolol 75 milligrams"]],
  ])("%j: the dose said last holds", (text, expected) => {
    expect(planned(text)).toEqual(expected);
  });

  test("a dose before the drug that is taken back is none", () => {
    const said = "I take ten milligrams of lisinopril, well, actually twenty.";
    const [medication] = draftSpoken([["patient", said]]).subjective.medications;
    expect(medication).toMatchObject({ medication_name: "lisinopril", dose: null });
  });

  test('an "it" is the one drug just named, with both clauses as evidence', () => {
    const note = draftSpoken([["provider", "You're on lisinopril 20 mg. Let's cut it in half."]]);
    expect(note.plan.medications).toMatchObject([{ medication_name: "lisinopril", dose: null, status: "decreased" }]);
    expect(note.plan.medications[0]?.evidence).toHaveLength(2);
  });

  test.each([
    ["two drugs were named", ["You take aspirin and Plavix. Let's stop it."]],
    ["the drug was named in another turn", ["You take aspirin.", "How are you? Let's stop it there."]],
    ["the verb says something else", ["Use the mupirocin. Then keep it dry."]],
  ])('an "it" is no drug where %s', (_, talk) => {
    expect(planned(...talk).filter((decision) => /^(stopped|continued)/.test(decision))).toEqual([]);
  });
});
