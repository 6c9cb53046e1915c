import { describe, expect, test } from "vitest";
import type { SpeakerRole } from "../clinical-language/transcript-chunk.ts";
import { SoapNote, type SoapNoteInput } from "../soap-note/soap-note.ts";
import { groundNote } from "./ground-note.ts";
import { readGroundingSource } from "./grounding-source.ts";

type Turn = readonly [role: SpeakerRole, text: string];

const SNAPSHOT = {
  appointment_context: { appointment_id: "appointment-1", chief_complaint: "Blood pressure check" },
  allergies: [{ id: "allergy-1", allergen: "Penicillin", reaction: "rash", severity: "moderate", status: "active" }],
  current_medications: [{ id: "medication-1", name: "Lisinopril", dose: "10 mg", frequency: "once daily" }],
};

/** Grounds a note in a talk; evidence may be given as `[turn, words]` and is placed in it. */
function ground(turns: readonly Turn[], note: SoapNoteInput) {
  const transcript = turns.map(([speaker_role, text], index) => ({ sequence: index + 1, speaker_role, text }));
  return groundNote(SoapNote.parse(note), readGroundingSource(transcript, SNAPSHOT));
}

/** A quote of a turn, the whole of it where no words are given. */
const quote = (turns: readonly Turn[], turn: number, words = turns[turn - 1]?.[1] ?? "") => {
  const start = turns[turn - 1]?.[1].indexOf(words) ?? -1;
  return {
    kind: "transcript" as const,
    sequence: turn,
    start: Math.max(0, start),
    end: start + words.length,
    quote: words,
  };
};

const symptom = (
  turns: readonly Turn[],
  finding: string,
  status: "positive" | "negative",
  quoted = turns.map((_, index) => index + 1),
) => ({
  subjective: {
    reviewOfSystems: [
      { id: "r", system: "other" as const, finding, status, evidence: quoted.map((turn) => quote(turns, turn)) },
    ],
  },
});
const planned = (turns: readonly Turn[], medication: object, quoted = [1]) => ({
  plan: {
    medications: [
      { id: "m", medication_name: "lisinopril", ...medication, evidence: quoted.map((turn) => quote(turns, turn)) },
    ],
  },
});
const reasonsOf = (grounded: ReturnType<typeof ground>): string[] => grounded.withheld.map(({ reason }) => reason);

describe("groundNote() withholds what has no evidence", () => {
  const turns: Turn[] = [["patient", "I have a dry cough. A dry cough."]];

  test.each([
    ["none at all", []],
    ["words nobody said", [{ kind: "transcript", sequence: 1, start: 0, end: 12, quote: "I have fever" }]],
    ["a chunk that does not exist", [{ kind: "transcript", sequence: 7, start: 0, end: 12, quote: "I have a rash" }]],
    [
      "words that stand twice at no named place",
      [{ kind: "transcript", sequence: 1, start: 1, end: 12, quote: "dry cough" }],
    ],
    ["blanks", [{ kind: "transcript", sequence: 1, start: 1, end: 2, quote: " " }]],
    ["an item the snapshot does not have", [{ kind: "snapshot", itemId: "allergy-9" }]],
  ] as const)("L13 %s", (_, evidence) => {
    const note = {
      subjective: {
        hpi: [{ id: "h", element: "narrative" as const, description: "dry cough", evidence: [...evidence] }],
      },
    };
    const grounded = ground(turns, note);
    expect(grounded.note.subjective.hpi).toEqual([]);
    expect(grounded.withheld).toMatchObject([
      { itemId: "h", reason: expect.stringMatching(/"dry cough", nothing in the transcript/) },
    ]);
  });

  test("shows no link and no hidden character of a withheld item", () => {
    const item = { id: "h", element: "narrative" as const, description: "see https://evil.example", evidence: [] };
    expect(reasonsOf(ground(turns, { subjective: { hpi: [item] } }))[0]).not.toMatch(/evil/);
  });
});

describe("groundNote() withholds what the evidence does not say", () => {
  const said: Turn[] = [["provider", "I want you to take lisinopril ten milligrams once a day."]];

  test.each([
    ["another dose", { dose: "20 mg" }, /number, dose or unit/],
    ["a unit nobody said", { dose: "10 mcg" }, /number, dose or unit/],
    ["another drug", { medication_name: "losartan" }, /a drug in it/],
    ["another frequency", { frequency: "twice a day" }, /words in it/],
    ["a duration nobody said", { duration: "for 30 days" }, /number, dose or unit/],
    ["a code nobody said", { rxnorm_code: "29046" }, /number, dose or unit/],
    ["an indication nobody said", { indication: "hypertension" }, /words in it/],
  ])("L13 %s", (_, medication, reason) => {
    const grounded = ground(said, planned(said, { dose: "10 mg", status: "started", ...medication }));
    expect(grounded.note.plan.medications).toEqual([]);
    expect(reasonsOf(grounded)).toEqual([expect.stringMatching(reason)]);
  });

  test("a dose without its unit where a unit was not said", () => {
    const turns: Turn[] = [["provider", "Let's start lisinopril ten."]];
    expect(reasonsOf(ground(turns, planned(turns, { dose: "10 mg", status: "started" })))).toHaveLength(1);
  });

  test("a date, a value and an invented diagnosis", () => {
    const turns: Turn[] = [["provider", "Your A1c was 7.2 in March, so the diabetes is stable."]];
    const evidence = [quote(turns, 1)];
    const grounded = ground(turns, {
      objective: {
        diagnostics: [
          { id: "d1", test_name: "A1c", result_value: "7.4", evidence },
          { id: "d2", test_name: "A1c", result_value: "7.2", date: "April", evidence },
        ],
        vitalSigns: [{ id: "v", vital_name: "blood pressure", vital_value: "120/80", evidence }],
      },
      assessment: { problems: [{ id: "p", diagnosis_name: "lung cancer", evidence }] },
    });
    expect(grounded.note.objective).toMatchObject({ diagnostics: [], vitalSigns: [] });
    expect(grounded.note.assessment.problems).toEqual([]);
  });

  test("a value said of the snapshot's item that the item does not have", () => {
    const evidence = [{ kind: "snapshot" as const, itemId: "medication-1" }];
    const grounded = ground([], {
      subjective: { medications: [{ id: "m", medication_name: "Lisinopril", dose: "40 mg", evidence }] },
    });
    expect(grounded.note.subjective.medications).toEqual([]);
  });
});

describe("groundNote() withholds what the wrong person said", () => {
  test("a patient's illness only the clinician told, without a yes", () => {
    const turns: Turn[] = [
      ["provider", "You have had back pain for years."],
      ["patient", "What did you say?"],
    ];
    const note = {
      subjective: {
        hpi: [{ id: "h", element: "narrative" as const, description: "back pain", evidence: [quote(turns, 1)] }],
      },
    };
    expect(reasonsOf(ground(turns, note))).toEqual([expect.stringMatching(/the patient did not say or confirm it/)]);
  });

  test("a plan or an assessment of the patient's own", () => {
    const turns: Turn[] = [["patient", "I will start lisinopril 10 mg, I think I have asthma."]];
    const grounded = ground(turns, {
      ...planned(turns, { status: "started" }),
      assessment: { problems: [{ id: "p", diagnosis_name: "asthma", evidence: [quote(turns, 1)] }] },
    });
    expect(grounded.note.plan.medications).toEqual([]);
    expect(grounded.note.assessment.problems).toEqual([]);
    expect(reasonsOf(grounded)).toHaveLength(2);
  });
});

describe("groundNote() withholds what says otherwise than its evidence", () => {
  test.each<[string, Turn[], string, "positive" | "negative", RegExp]>([
    ["denied", [["patient", "I have no chest pain."]], "chest pain", "positive", /opposite/],
    [
      "denied outside the quote",
      [["patient", "No, I don't have any fever or chest pain."]],
      "chest pain",
      "positive",
      /opposite/,
    ],
    ["affirmed", [["patient", "I have chest pain."]], "chest pain", "negative", /opposite/],
    [
      "answered no",
      [
        ["provider", "Any chest pain?"],
        ["patient", "No."],
      ],
      "chest pain",
      "positive",
      /opposite/,
    ],
    [
      "answered yes",
      [
        ["provider", "Any chest pain?"],
        ["patient", "Yes."],
      ],
      "chest pain",
      "negative",
      /opposite/,
    ],
    [
      "not answered",
      [
        ["provider", "Any chest pain?"],
        ["patient", "My daughter drove me."],
      ],
      "chest pain",
      "positive",
      /settles nothing/,
    ],
    ["another's", [["patient", "My mother has chest pain."]], "chest pain", "positive", /another person/],
    [
      "only feared",
      [["patient", "I'm worried about chest pain, risk of chest pain."]],
      "chest pain",
      "positive",
      /asked, imagined or warned/,
    ],
    ["long over", [["patient", "I had chest pain twenty years ago."]], "chest pain", "positive", /past/],
  ])("a symptom that was %s", (_, turns, finding, status, reason) => {
    const grounded = ground(turns, symptom(turns, finding, status));
    expect(grounded.note.subjective.reviewOfSystems).toEqual([]);
    expect(reasonsOf(grounded)).toEqual([expect.stringMatching(reason)]);
  });

  test("a quote that leaves the denial out", () => {
    const turns: Turn[] = [["patient", "I have never had any chest pain."]];
    const evidence = [quote(turns, 1, "chest pain")];
    const note = {
      subjective: { hpi: [{ id: "h", element: "narrative" as const, description: "chest pain", evidence }] },
    };
    expect(reasonsOf(ground(turns, note))).toEqual([expect.stringMatching(/opposite/)]);
  });

  test.each<[string, string, string, RegExp]>([
    ["stopped drug as started", "I want you to stop lisinopril.", "started", /another change/],
    ["started drug as stopped", "Let's start lisinopril.", "stopped", /another change/],
    ["refused drug as started", "I don't want you to take lisinopril.", "started", /opposite/],
    ["increase that was not said", "Keep taking the lisinopril.", "increased", /another change/],
    [
      "conditional drug as started",
      "If the cough stays we could start lisinopril.",
      "started",
      /asked, imagined or warned/,
    ],
    ["kept drug as stopped", "You can continue lisinopril.", "stopped", /another change/],
  ])("a %s", (_, text, status, reason) => {
    const turns: Turn[] = [["provider", text]];
    const grounded = ground(turns, planned(turns, { status }));
    expect(grounded.note.plan.medications).toEqual([]);
    expect(reasonsOf(grounded)).toEqual([expect.stringMatching(reason)]);
  });

  test.each<[string, string]>([
    ["my wife takes", "My wife takes lisinopril."],
    ["I stopped", "I stopped lisinopril last year."],
    ["I don't take", "I don't take lisinopril."],
  ])("a drug the patient takes by the words %s", (_, text) => {
    const turns: Turn[] = [["patient", text]];
    const evidence = [quote(turns, 1)];
    const grounded = ground(turns, {
      subjective: { medications: [{ id: "m", medication_name: "lisinopril", status: "active", evidence }] },
    });
    expect(grounded.note.subjective.medications).toEqual([]);
  });

  test("a drug of the record as stopped that nobody spoke of", () => {
    const evidence = [{ kind: "snapshot" as const, itemId: "medication-1" }];
    const medications = ["active", "stopped"].map((status) => ({
      id: status,
      medication_name: "Lisinopril",
      status,
      evidence,
    }));
    expect(ground([], { subjective: { medications } }).note.subjective.medications.map(({ id }) => id)).toEqual([
      "active",
    ]);
  });

  test.each<[string, string, string]>([
    ["denied", "I'm not allergic to penicillin.", "penicillin"],
    ["another's", "My brother is allergic to penicillin.", "penicillin"],
  ])("an allergy that is %s", (_, text, allergen) => {
    const turns: Turn[] = [["patient", text]];
    const grounded = ground(turns, { subjective: { allergies: [{ id: "a", allergen, evidence: [quote(turns, 1)] }] } });
    expect(grounded.note.subjective.allergies).toEqual([]);
  });

  test.each<[string, string]>([
    ["ruled out", "I don't think you have pneumonia."],
    ["in doubt", "It could possibly be pneumonia."],
    ["a relative's", "Your father had pneumonia."],
  ])("a problem that is %s", (_, text) => {
    const turns: Turn[] = [["provider", text]];
    const problems = [{ id: "p", diagnosis_name: "pneumonia", evidence: [quote(turns, 1)] }];
    expect(ground(turns, { assessment: { problems } }).note.assessment.problems).toEqual([]);
  });

  test("a relative's illness as the patient's, and a family history without a relative", () => {
    const turns: Turn[] = [["patient", "My mother has diabetes and I have asthma."]];
    const item = { evidence: [quote(turns, 1)] };
    const grounded = ground(turns, {
      subjective: {
        history: [
          { id: "h1", kind: "medical", name: "diabetes", ...item },
          { id: "h2", kind: "family", name: "diabetes", relationship: "mother", ...item },
          { id: "h3", kind: "medical", name: "asthma", ...item },
        ],
      },
    });
    expect(grounded.note.subjective.history.map(({ id }) => id)).toEqual(["h2", "h3"]);
    const alone: Turn[] = [["patient", "I have asthma."]];
    const family = {
      subjective: { history: [{ id: "h", kind: "family" as const, name: "asthma", evidence: [quote(alone, 1)] }] },
    };
    expect(ground(alone, family).note.subjective.history).toEqual([]);
  });

  test("an order that was spoken against", () => {
    const turns: Turn[] = [["provider", "You don't need an MRI."]];
    const items = [{ id: "i", category: "diagnostic_test" as const, description: "MRI", evidence: [quote(turns, 1)] }];
    expect(ground(turns, { plan: { items } }).note.plan.items).toEqual([]);
  });

  test("a list said to be empty that nobody denied, and a list attested as complete", () => {
    const turns: Turn[] = [
      ["provider", "Any allergies?"],
      ["patient", "Let me think."],
    ];
    const claim = { state: "none_known" as const, evidence: [quote(turns, 1), quote(turns, 2)] };
    const listStates = {
      allergies: claim,
      conditions: "none_known" as const,
      medications: { state: "listed" as const, complete: true },
    };
    const grounded = ground(turns, { subjective: { listStates } });
    expect(grounded.note.subjective.listStates).toEqual({
      medications: { state: "listed", complete: false, evidence: [] },
    });
    expect(grounded.withheld).toHaveLength(2);
  });
});

describe("groundNote() keeps", () => {
  test.each<[string, Turn[], string, "positive" | "negative"]>([
    ["what was said", [["patient", "I have a bad cough and some chest pain."]], "chest pain", "positive"],
    ["what was denied", [["patient", "No fever, chills, or chest pain."]], "chest pain", "negative"],
    [
      "a question and its no",
      [
        ["provider", "Any chest pain?"],
        ["patient", "No, nothing."],
      ],
      "chest pain",
      "negative",
    ],
    [
      "a question and its yes",
      [
        ["provider", "Any chest pain?"],
        ["patient", "Yeah, sometimes."],
      ],
      "chest pain",
      "positive",
    ],
    ["a double denial", [["patient", "I can't deny chest pain."]], "chest pain", "positive"],
    ["a denial that ends at but", [["patient", "No fever but I do have chest pain."]], "chest pain", "positive"],
    ["another form of a word", [["patient", "I was coughing all night."]], "cough", "positive"],
  ])("%s", (_, turns, finding, status) => {
    const grounded = ground(turns, symptom(turns, finding, status));
    expect(grounded.withheld).toEqual([]);
    expect(grounded.note.subjective.reviewOfSystems).toHaveLength(1);
  });

  test.each([
    [
      "spoken figures",
      "Start lisinopril two point five milligrams daily.",
      { dose: "2.5 mg", frequency: "once a day" },
    ],
    [
      "a brand for its generic",
      "Let's start Zestril 10 mg by mouth.",
      { medication_name: "lisinopril", dose: "10 mg", route: "oral" },
    ],
    ["a spoken pair", "Start lisinopril ten milligrams.", { dose: "ten milligrams" }],
  ])("a medication in %s", (_, text, medication) => {
    const turns: Turn[] = [["provider", text]];
    expect(ground(turns, planned(turns, { status: "started", ...medication })).withheld).toEqual([]);
  });

  test.each<[status: string, text: string]>([
    ["started", "I'm going to start you on lisinopril."],
    ["continued", "Keep taking your lisinopril."],
    ["increased", "Let's go up on the lisinopril."],
    ["decreased", "We'll cut the lisinopril in half."],
    ["stopped", "I want you to stop the lisinopril."],
    ["held", "Hold the lisinopril until Monday."],
    ["restarted", "You can go back on lisinopril."],
    ["considered", "We could try lisinopril later."],
    ["refused", "You said you don't want lisinopril."],
  ])("a drug that is %s", (status, text) => {
    const turns: Turn[] = [["provider", text]];
    expect(ground(turns, planned(turns, { status })).withheld).toEqual([]);
  });

  test("a blood pressure in words as figures", () => {
    const turns: Turn[] = [["provider", "Your blood pressure is one thirty over sixty eight."]];
    const vitalSigns = [{ id: "v", vital_name: "BP", vital_value: "130/68", evidence: [quote(turns, 1)] }];
    expect(ground(turns, { objective: { vitalSigns } }).withheld).toEqual([]);
  });

  test.each([
    ["temperature", "97.7", "Your temperature is ninety seven . seven"],
    ["temperature", "98.6", "Your temperature is ninety eight six"],
    ["heart rate", "98", "Your heart rate is ninety eight"],
  ])("a %s of %s whose quote says it in words", (vital_name, vital_value, text) => {
    const turns: Turn[] = [["provider", text]];
    const { note } = ground(turns, {
      objective: { vitalSigns: [{ id: "v", vital_name, vital_value, evidence: [quote(turns, 1)] }] },
    });
    expect(note.objective.vitalSigns).toMatchObject([{ vital_value }]);
  });

  test("a clinician's account the patient says yes to, with the yes as evidence", () => {
    const turns: Turn[] = [
      ["provider", "So you've had back pain for a week."],
      ["patient", "Yes, that's right."],
    ];
    const hpi = [
      { id: "h", element: "duration" as const, description: "back pain for a week", evidence: [quote(turns, 1)] },
    ];
    const grounded = ground(turns, { subjective: { hpi } });
    expect(grounded.note.subjective.hpi[0]?.evidence).toMatchObject([
      { sequence: 1 },
      { sequence: 2, quote: "Yes, that's right" },
    ]);
  });

  test("a question with its answer, word for word, which says itself what was denied", () => {
    const turns: Turn[] = [
      ["provider", "any fever or chills"],
      ["patient", "no"],
    ];
    const evidence = [quote(turns, 1), quote(turns, 2)];
    const hpi = ["any fever or chills \u2014 no", "any fever or chills \u2014 yes"].map((description, index) => {
      return { id: `h${index}`, element: "narrative" as const, description, evidence };
    });
    expect(ground(turns, { subjective: { hpi } }).note.subjective.hpi.map(({ id }) => id)).toEqual(["h0"]);
  });

  test("a quote whose offsets are off, at its one place", () => {
    const turns: Turn[] = [
      ["provider", "Hello."],
      ["patient", "I have a dry cough."],
    ];
    const evidence = [{ kind: "transcript" as const, sequence: 1, start: 3, end: 12, quote: "dry cough" }];
    const hpi = [{ id: "h", element: "narrative" as const, description: "dry cough", evidence }];
    expect(ground(turns, { subjective: { hpi } }).note.subjective.hpi[0]?.evidence).toEqual([
      quote(turns, 2, "dry cough"),
    ]);
  });

  test("what is on record, as recorded", () => {
    const grounded = ground([], {
      subjective: {
        chiefComplaint: {
          id: "c",
          description: "Blood pressure check",
          evidence: [{ kind: "snapshot", itemId: "appointment-1" }],
        },
        allergies: [
          {
            id: "a",
            allergen: "Penicillin",
            reaction: "rash",
            severity: "moderate",
            evidence: [{ kind: "snapshot", itemId: "allergy-1" }],
          },
        ],
        medications: [
          {
            id: "m",
            medication_name: "Lisinopril",
            dose: "10 mg",
            frequency: "once daily",
            evidence: [{ kind: "snapshot", itemId: "medication-1" }],
          },
        ],
      },
    });
    expect(grounded.withheld).toEqual([]);
  });

  test("a list that was asked for and denied", () => {
    const turns: Turn[] = [
      ["provider", "Any allergies?"],
      ["patient", "No."],
    ];
    const claim = { state: "none_known" as const, evidence: [quote(turns, 1), quote(turns, 2)] };
    expect(ground(turns, { subjective: { listStates: { allergies: claim } } }).withheld).toEqual([]);
  });

  test("a doubtful problem that says so", () => {
    const turns: Turn[] = [["provider", "It could possibly be pneumonia."]];
    const problems = [{ id: "p", diagnosis_name: "pneumonia", status: "suspected", evidence: [quote(turns, 1)] }];
    expect(ground(turns, { assessment: { problems } }).withheld).toEqual([]);
  });

  test("L17 zero is a value", () => {
    const turns: Turn[] = [["provider", "Your pain is 0 out of 10 and the temperature was 98.6."]];
    const vitalSigns = [{ id: "v", vital_name: "pain", vital_value: "0/10", evidence: [quote(turns, 1)] }];
    expect(ground(turns, { objective: { vitalSigns } }).withheld).toEqual([]);
  });
});
