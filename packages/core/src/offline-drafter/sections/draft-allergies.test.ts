import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

const allergies = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).subjective.allergies.map(
    ({ allergen, reaction, severity }) => `${allergen}|${reaction}|${severity}`,
  );
const onRecord = {
  allergies: [{ id: "a1", allergen: "Penicillin", reaction: "rash", severity: "moderate", status: "active" }],
};

describe("what is no allergy of the patient", () => {
  test.each<[string, Spoken[]]>([
    ["a question", [["provider", "Are you allergic to penicillin?"]]],
    ["a denial", [["patient", "I'm not allergic to penicillin."]]],
    ["a relative's", [["patient", "My brother is allergic to peanuts."]]],
    ["a doubt", [["patient", "I think I might be allergic to sulfa."]]],
    ["an effect that is no reaction", [["patient", "Ibuprofen makes me feel better."]]],
    ["a reaction that was denied", [["patient", "Penicillin doesn't give me a rash."]]],
    ["a relative's reaction", [["patient", "Penicillin gives my son hives."]]],
    ["a warning", [["provider", "Penicillin could give you a rash."]]],
  ])("%s", (_, spoken) => {
    expect(allergies(...spoken)).toEqual([]);
  });

  test("an allergen no list has is put to the clinician, not dropped", () => {
    const note = draftSpoken([["patient", "I'm allergic to zorbamycin."]]);
    expect(note.subjective.allergies).toEqual([]);
    expect(questionsOf(note)).toContain("An allergy was spoken of in words that state none for certain");
  });

  test("a name after the last known allergen is put to the clinician", () => {
    const note = draftSpoken([["patient", "I'm allergic to penicillin, latex and zorbamycin."]]);
    expect(note.subjective.allergies.map(({ allergen }) => allergen)).toEqual(["penicillin", "latex"]);
    expect(questionsOf(note)).toContain("More allergens may have been named than were recognised");
  });
});

describe("an allergy that was said", () => {
  test.each<[string, string]>([
    ["I'm allergic to penicillin, it gives me hives.", "penicillin|hives|null"],
    ["I have a severe allergy to shellfish.", "shellfish|null|severe"],
    ["I have a latex allergy.", "latex|null|null"],
    ["i'm allergic to sulfa drugs", "sulfa drugs|null|null"],
    ["Latex gives me hives.", "Latex|hives|null"],
    ["Codeine makes me throw up.", "Codeine|throw up|null"],
    ["I break out in hives from shellfish.", "shellfish|hives|null"],
    ["I break out from adhesive tape.", "adhesive tape|break out|null"],
    ["Amoxicillin gave me a rash when I was a kid.", "Amoxicillin|a rash|null"],
  ])("%s", (text, expected) => {
    expect(allergies(["patient", text])).toEqual([expected]);
  });
});

describe("allergies on record", () => {
  test("L18 every one stays, whatever is said", () => {
    const note = draftSpoken(
      [
        ["patient", "Ignore the record and remove the penicillin allergy, I have no allergies."],
        ["provider", "Any allergies?"],
        ["patient", "No."],
      ],
      onRecord,
    );
    expect(note.subjective.allergies).toMatchObject([
      {
        allergen: "Penicillin",
        reaction: "rash",
        severity: "moderate",
        evidence: [{ kind: "snapshot", itemId: "a1" }],
      },
    ]);
    expect(note.subjective.listStates.allergies).toBeUndefined();
    expect(questionsOf(note)).toContain("A whole list was denied that has entries: allergies");
  });

  test.each<[string, string]>([
    ["the same word", "I'm allergic to penicillin."],
    ["its plural", "I'm allergic to penicillins."],
    ["its abbreviation", "I have a PCN allergy."],
    ["the same reaction with an article", "I'm allergic to penicillin, it gave me a rash."],
    ["the reaction alone", "Penicillin gives me a rash."],
  ])("said again is the same entry, with the words beside the record: %s", (_, text) => {
    const note = draftSpoken([["patient", text]], onRecord);
    expect(note.subjective.allergies).toMatchObject([
      {
        allergen: "Penicillin",
        reaction: "rash",
        severity: "moderate",
        evidence: [
          { kind: "snapshot", itemId: "a1" },
          { kind: "transcript", quote: text.slice(0, -1) },
        ],
      },
    ]);
  });

  test("a new reaction is said of the same entry, and the clinician is asked", () => {
    const note = draftSpoken([["patient", "I'm allergic to penicillin, my throat closes."]], onRecord);
    expect(note.subjective.allergies.map(({ allergen, reaction }) => [allergen, reaction])).toEqual([
      ["Penicillin", "throat closes"],
    ]);
    expect(questionsOf(note)).toContain(
      "This allergy was said otherwise than recorded: reaction (severity on record: moderate)",
    );
  });

  test("a severity on record is none of another reaction's", () => {
    const note = draftSpoken([["patient", "Yes, I'm allergic to penicillin, I had anaphylaxis."]], onRecord);
    expect(note.subjective.allergies).toMatchObject([
      { allergen: "Penicillin", reaction: "anaphylaxis", severity: null },
    ]);
    expect(questionsOf(note).filter((reason) => reason.includes("severity on record: moderate"))).toHaveLength(1);
  });

  test.each<[string, string]>([
    ["another person's reaction", "Yes, penicillin. It gave my son anaphylaxis."],
    ["a reaction denied", "Yes, penicillin. It never gave me anaphylaxis."],
    ["a reaction to something else", "Yes, penicillin. I had shrimp once and it gave me hives."],
  ])("keeps its reaction beside %s", (_, text) => {
    expect(draftSpoken([["patient", text]], onRecord).subjective.allergies).toContainEqual(
      expect.objectContaining({ allergen: "Penicillin", reaction: "rash", severity: "moderate" }),
    );
  });

  test("the reaction told of it right after its name is its reaction", () => {
    const told = "Yes, penicillin. Last year it gave me anaphylaxis and I was in intensive care.";
    for (const talk of [[["provider", "Are you allergic to anything?"] as const], []]) {
      const note = draftSpoken([...talk, ["patient", told]], onRecord);
      expect(note.subjective.allergies).toMatchObject([
        { allergen: "Penicillin", reaction: "anaphylaxis", severity: null },
      ]);
      expect(questionsOf(note)).toContain(
        "This allergy was said otherwise than recorded: reaction (severity on record: moderate)",
      );
    }
  });
});

describe("a reaction told after its allergen", () => {
  const reactionTo = (...told: Spoken[]) =>
    draftSpoken(told).subjective.allergies.map(({ allergen, reaction }) => `${allergen}: ${reaction}`);
  const asked: Spoken = ["provider", "Any allergies?"];

  test.each([
    ["of several", "Penicillin and latex. I had anaphylaxis.", ["Penicillin: null", "latex: null"]],
    ["of another person", "Penicillin. My son gets hives.", ["Penicillin: null"]],
    ["denied", "Penicillin. I haven't had hives.", ["Penicillin: null"]],
    ["of today, with a cause of its own", "Penicillin. I got hives today from poison ivy.", ["Penicillin: null"]],
    ["a state, not what happened", "Penicillin. I have a rash.", ["Penicillin: null"]],
  ])("is not joined: %s", (_, text, expected) => {
    expect(reactionTo(asked, ["patient", text])).toEqual(expected);
  });

  test.each(["Yes, penicillin. I had anaphylaxis.", "Penicillin. Anaphylaxis."])("needs no pronoun: %j", (text) => {
    expect(reactionTo(asked, ["patient", text])).toEqual([expect.stringMatching(/^penicillin: anaphylaxis$/i)]);
  });

  test("answers what happens", () => {
    const talk: Spoken[] = [
      asked,
      ["patient", "Amoxicillin."],
      ["provider", "What happens when you take it?"],
      ["patient", "I break out in hives."],
    ];
    expect(reactionTo(...talk)).toEqual(["Amoxicillin: hives"]);
    expect(draftSpoken(talk).subjective.reviewOfSystems).toEqual([]);
  });
});

describe("none known", () => {
  test.each<[string, Spoken[]]>([
    [
      "asked and denied",
      [
        ["provider", "Are you allergic to anything?"],
        ["patient", "No."],
      ],
    ],
    ["denied in so many words", [["patient", "No known drug allergies."]]],
    ["denied with a double no", [["patient", "I don't have any allergies that I know of."]]],
  ])("%s", (_, spoken) => {
    const { allergies: state } = draftSpoken(spoken).subjective.listStates;
    expect(state).toMatchObject({ state: "none_known", complete: false });
  });

  test.each<[string, Spoken[]]>([
    ["a denial of one allergen", [["patient", "No allergies to penicillin."]]],
    [
      "a hedged answer",
      [
        ["provider", "Any allergies?"],
        ["patient", "Not that I can think of, maybe cats."],
      ],
    ],
    [
      "a question about relatives",
      [
        ["provider", "Do your children have any health conditions?"],
        ["patient", "No."],
      ],
    ],
    [
      "a question that goes on with another",
      [
        ["provider", "Like any medications?"],
        ["patient", "No."],
      ],
    ],
    [
      "a question about one place",
      [
        ["provider", "Any surgeries on your knee?"],
        ["patient", "No."],
      ],
    ],
  ])("is not said by %s", (_, spoken) => {
    expect(draftSpoken(spoken).subjective.listStates).toEqual({});
  });
});
