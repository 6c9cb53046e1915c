import { describe, expect, test } from "vitest";
import { draftSpoken, questionsOf, type Spoken } from "../testing/draft-spoken.ts";

const vitals = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).objective.vitalSigns.map(
    ({ vital_name, vital_value, unit }) => `${vital_name}|${vital_value}|${unit}`,
  );
const results = (text: string): string[] =>
  draftSpoken([["provider", text]]).objective.diagnostics.map(
    ({ test_name, result_value, unit, interpretation }) => `${test_name}|${result_value}|${unit}|${interpretation}`,
  );
const findings = (...spoken: Spoken[]): string[] =>
  draftSpoken(spoken).objective.physicalExam.map(({ system, finding, status }) => `${system}|${finding}|${status}`);

describe("vital signs", () => {
  test.each<[string, Spoken]>([
    ["a question", ["provider", "Is your blood pressure usually 150 over 90?"]],
    ["a reading at home", ["provider", "Your blood pressure at home was 150 over 90."]],
    ["another day's reading", ["provider", "Last visit your blood pressure was 150 over 90."]],
    ["a goal", ["provider", "The goal is a blood pressure of 120 over 80."]],
    ["an if", ["provider", "If your blood pressure is 180 over 110 go to the hospital."]],
    ["the patient's own reading", ["patient", "My blood pressure was 150 over 90."]],
    ["a range", ["provider", "Your heart rate is in the sixties."]],
    ["a weight that changed", ["provider", "Your weight is down, you lost 12 pounds."]],
  ])("%s is no measurement of this encounter", (_, spoken) => {
    expect(vitals(spoken)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["Your blood pressure is 128/76 today.", ["blood pressure|128/76|null"]],
    ["blood pressure was one forty over eighty two", ["blood pressure|140/82|null"]],
    [
      "your heart rate is seventy one and your respiratory rate was sixteen",
      ["heart rate|71|null", "respiratory rate|16|null"],
    ],
    ["Your temperature is 98.6 degrees.", ["temperature|98.6|degrees"]],
    ["your temperature was ninety nine . one", ["temperature|99.1|null"]],
    ["your temperature was ninety eight six", ["temperature|98.6|null"]],
    ["Your oxygen saturation is 97% on room air.", ["oxygen saturation|97|%"]],
    ["Your weight today is 182 pounds.", ["weight|182|pounds"]],
    ["Your oxygen is 97 percent.", ["oxygen|97|percent"]],
    ["Your oxygen is at 2 liters.", []],
  ])("%s", (text, expected) => {
    expect(vitals(["provider", text])).toEqual(expected);
  });

  test("a value in digits keeps the words it was said in as its evidence", () => {
    const [vital] = draftSpoken([["provider", "blood pressure was one thirty over sixty eight"]]).objective.vitalSigns;
    expect(vital).toMatchObject({
      vital_value: "130/68",
      evidence: [{ kind: "transcript", quote: "blood pressure was one thirty over sixty eight" }],
    });
  });

  test("a point that could end a sentence gives no value but a question", () => {
    const note = draftSpoken([["provider", "your heart rate is eighty . two weeks ago you called us"]]);
    expect(note.objective.vitalSigns).toEqual([]);
  });
});

test.each([
  ["your blood pressure for today was one twenty eight over eighty eight", ["128/88"]],
  ["You've had that temperature for 3 days.", []],
  ["You've been on weight watchers for 60 days.", []],
])("%j measures what it says", (text, values) => {
  const { vitalSigns } = draftSpoken([["provider", text]]).objective;
  expect(vitalSigns.map(({ vital_value }) => vital_value)).toEqual(values);
});

describe("a measurement the patient tells of", () => {
  const TOLD = "The patient told of a measurement: it is in the history, not among the vital signs";

  test.each(["My blood pressure at home was 150 over 95.", "at home it's been running one forty over ninety"])(
    "%j is no vital sign, and the clinician hears of it",
    (text) => {
      const note = draftSpoken([["patient", text]]);
      expect(note.objective.vitalSigns).toEqual([]);
      expect(questionsOf(note)).toContain(TOLD);
    },
  );

  test.each(["I get up 2 over the night.", "It's a 7 out of 10."])("%j is none", (text) => {
    expect(questionsOf(draftSpoken([["patient", text]]))).not.toContain(TOLD);
  });
});

describe("results", () => {
  test.each([
    "Let's order a chest x-ray.",
    "We'll repeat the hemoglobin a1c.",
    "Did the ekg show anything abnormal?",
    "If the mri is normal we wait.",
    "The panel shows a low tsh, all other results were normal.",
    "All the other labs are normal.",
    "You had a ct on 3/14/2021.",
  ])("%j tells none", (text) => {
    expect(results(text)).toEqual([]);
  });

  test.each<[string, string[]]>([
    ["Your hemoglobin a1c is 7.2.", ["hemoglobin a1c|7.2|null|null"]],
    ["The chest x-ray shows no pneumonia.", ["chest x-ray|null|null|no pneumonia"]],
    ["The chest x-ray doesn't show any fracture.", ["chest x-ray|null|null|doesn't show any fracture"]],
    ["Your ekg is completely normal.", ["ekg|null|null|completely normal"]],
  ])("%s", (text, expected) => {
    expect(results(text)).toEqual(expected);
  });
});

describe("physical examination", () => {
  test.each<[string, Spoken[]]>([
    [
      "what the patient says",
      [
        ["provider", "On exam now."],
        ["patient", "My knee is swollen."],
      ],
    ],
    ["what is only announced", [["provider", "Let me listen to your lungs."]]],
    ["an explanation", [["provider", "On exam now. A murmur means the valve is noisy, that is normal."]]],
    [
      "what is said after the examination",
      [["provider", "On exam now. Let's go over my plan. Your knee swelling will go down."]],
    ],
    ["a question", [["provider", "On exam now. Is your knee tender?"]]],
  ])("%s is no finding", (_, spoken) => {
    expect(findings(...spoken)).toEqual([]);
  });

  test("each place is filed under its system, in the words said", () => {
    expect(
      findings([
        "provider",
        "Okay, quick physical exam. Your lungs are clear, your heart has a two out of six murmur, and your abdomen is soft.",
      ]),
    ).toEqual([
      "respiratory|Your lungs are clear|normal",
      "cardiovascular|your heart has a two out of six murmur|null",
      "gastrointestinal|your abdomen is soft|null",
    ]);
  });

  test("an absent sign keeps its negation", () => {
    expect(findings(["provider", "On exam now. I don't appreciate any edema."])).toEqual([
      "cardiovascular|I don't appreciate any edema|null",
    ]);
  });
});

test("what is not said is named as missing", () => {
  const { missing_critical_info: missing } = draftSpoken([["provider", "Hello."]]).meta.aiFlags;
  expect(missing).toContain("Vital signs: no value was said");
  expect(questionsOf(draftSpoken([["provider", "Hello."]]))).toEqual([]);
});
