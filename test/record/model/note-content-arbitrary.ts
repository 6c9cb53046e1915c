import fc from "fast-check";
import type { SignedNote } from "../reference/signed-note.ts";

type Words = readonly (string | null)[];

// Small vocabularies on purpose: what is worth testing happens where notes speak of the same thing in other words.
const CONDITIONS = [
  ["Diabetes", null],
  ["diabetes mellitus", "unknown"],
  ["Type 2 diabetes", "E11"],
  ["T2DM", null],
  ["Type 2 diabetes mellitus", "E11.9"],
  ["Diabetes with hyperglycemia", "e1165"],
  ["Type 1 diabetes", "E10"],
  ["Asthma", "J45"],
  ["Asthma, mild", "J45.9"],
  ["Asthma attack", "J45.901"],
  ["asthma.", null],
  ["Hypertension", "i10"],
  ["High  blood pressure", null],
  ["no known problems", null],
  ["none", null],
] as const;
const ALLERGENS = ["Penicillin", "PCN", "penicillins allergy", "Latex", "LATEX ", "NKDA", "Aspirin", "sulfa", "Dust"];
const DRUGS = [
  "Methotrexate",
  "MTX 2.5 mg tablet",
  "Prednisolone",
  "prednisolone eye drops",
  "Aspirin",
  "Augmentin",
  "amoxicillin and clavulanic acid",
  "Metformin ER",
  "Glucophage (metformin) 500 mg",
  "Bactrim",
  "no current medications",
];
const SEVERITIES: Words = [null, "unknown", "mild", "moderate", "severe", "life_threatening"];
const SYSTEMS = ["respiratory", "skin"];

const one = (words: Words) => fc.constantFrom(...words);
const few = <T>(item: fc.Arbitrary<T>, maxLength: number) => fc.array(item, { maxLength });

const coded = fc.constantFrom(...CONDITIONS);
const conditionStatus = one([
  null,
  null,
  " ",
  "new",
  "stable",
  "resolved",
  "not resolved",
  "in remission",
  "ruled out",
]);
const date = one([null, "", "2019", "2020-04"]);

const problem = fc
  .record({
    coded,
    status: conditionStatus,
    severity: one(SEVERITIES),
    onset_date: date,
    notes: one([null, "at goal"]),
  })
  .map(({ coded: [diagnosis_name, icd10_code], ...rest }) => ({ diagnosis_name, icd10_code, ...rest }));

const medicalHistory = fc
  .record({ kind: fc.constant("medical"), coded, status: conditionStatus, severity: one(SEVERITIES), date })
  .map(({ coded: [name, icd10_code], ...rest }) => ({ name, icd10_code, ...rest }));

const otherHistory = fc.record({
  kind: fc.constantFrom("surgical", "family", "social"),
  name: fc.constantFrom(
    "Appendectomy",
    "appendectomy.",
    "Diabetes",
    "DM",
    "Smoking",
    "Tobacco",
    "Drug use",
    "tobacco_use",
    "none",
  ),
  status: one([null, "never", "former"]),
  date,
  relationship: one([null, "mom", "Mother", "aunt"]),
  age_of_onset: one([null, "42"]),
  surgeon: one([null, "Dr. Example"]),
  notes: one([null, "", "open"]),
});

const medication = fc.record({
  medication_name: fc.constantFrom(...DRUGS),
  dose: one([null, "", "15 mg", "15MG", "20 mg", "2½ mg"]),
  frequency: one([null, " ", "weekly", "daily", "once a day"]),
  route: one([null, null, "oral", "PO", "ophthalmic"]),
  duration: one([null, "5 days"]),
  indication: one([null, "arthritis"]),
  status: one([null, null, "active", "discontinued", "discontinued due to cough", "restarted", "held", "considered"]),
  rxnorm_code: one([null, "6851"]),
});

const allergy = fc.record({
  allergen: fc.constantFrom(...ALLERGENS),
  severity: one(SEVERITIES),
  reaction: one([null, "", "rash", "Rash", "a rash, anaphylaxis", "anaphylaxis", "hives (arms, legs), rash"]),
  status: one([null, null, "active", "refuted", "outgrown", "not refuted"]),
});

const vital = fc.record({
  vital_name: fc.constantFrom("BP", "Blood pressure", "HR", "pulse", "heart_rate", "Grip strength", "grip_strength"),
  vital_value: fc.constantFrom("128/82", "130/85", "72"),
  unit: one([null, "mm[Hg]", "/min"]),
  loinc_code: one([null, "85354-9"]),
  measured_at: one([null, "2026-01-12T14:15:00Z", "2026-01-12T14:15:00.25Z"]),
});

const finding = (...statuses: string[]) =>
  fc.record({
    system: fc.constantFrom(...SYSTEMS),
    finding: fc.constantFrom("wheeze", "rash"),
    status: one([null, ...statuses]),
  });

const claim = fc.constantFrom(
  "listed",
  "none_known",
  "not_asked",
  { state: "listed", complete: true, evidence: [] },
  { state: "none_known", complete: true },
  { state: "listed", complete: false },
);
const lists = fc.constantFrom("allergies", "medications", "conditions", "surgical_history", "social_history");

/** What a synthetic signed note says: every section of the record, now and then, blanks included. */
export const noteContent: fc.Arbitrary<Pick<SignedNote, "listStates" | "rows">> = fc.record({
  listStates: fc.dictionary(lists, claim, { maxKeys: 2 }),
  rows: fc.record({
    subjective_history: few(fc.oneof(medicalHistory, otherHistory, otherHistory), 3),
    subjective_medications: few(medication, 2),
    subjective_allergies: few(allergy, 3),
    subjective_review_of_systems: few(finding("positive", "negative"), 1),
    objective_vital_signs: few(vital, 2),
    objective_physical_exam: few(finding("normal", "abnormal"), 1),
    assessment_problem_list: few(problem, 3),
    plan_medication: few(medication, 3),
  }),
});
