import fc from "fast-check";

/** Rows of one signed note per table, as `tests.signed_note` takes them. */
export interface SyntheticNote {
  /** Days after the start of the year; few, so that notes often share a day or a moment. */
  readonly day: number;
  readonly items: Readonly<
    Record<string, readonly Readonly<Record<string, string | null>>[] | Record<string, unknown>>
  >;
}

// Small vocabularies on purpose: what is worth testing happens where notes speak of the same thing in other words.
const CONDITIONS = [
  ["Diabetes", null],
  ["Type 2 diabetes", "E11"],
  ["Type 2 diabetes mellitus", "E11.9"],
  ["Diabetes with hyperglycemia", "E11.65"],
  ["Type 1 diabetes", "E10"],
  ["Asthma", "J45"],
  ["Asthma attack", "J45.901"],
  ["asthma.", null],
  ["Hypertension", "i10"],
  ["High blood pressure", null],
] as const;
const ALLERGENS = ["Penicillin", "PCN", "penicillins", "Latex", "LATEX ", "NKDA", "Aspirin"];
const MEDICATIONS = [
  "Methotrexate",
  "MTX",
  "Prednisolone",
  "Prednisolone eye drops",
  "Aspirin",
  "Augmentin",
  "Metformin ER",
];

const maybe = <T>(...values: readonly T[]) => fc.constantFrom(null, ...values);

const condition = fc
  .record({
    named: fc.constantFrom(...CONDITIONS),
    status: maybe("new", "stable", "resolved", "ruled out", " "),
    severity: maybe("mild", "severe", "unknown"),
    onset_date: maybe("2019", "2020-04", ""),
  })
  .map(({ named: [diagnosis_name, icd10_code], ...rest }) => ({ diagnosis_name, icd10_code, ...rest }));

const allergy = fc.record({
  allergen: fc.constantFrom(...ALLERGENS),
  severity: maybe("unknown", "mild", "moderate", "severe", "life_threatening"),
  reaction: maybe("rash", "Rash", "anaphylaxis", ""),
  status: maybe("active", "refuted"),
});

const medication = fc.record({
  medication_name: fc.constantFrom(...MEDICATIONS),
  dose: maybe("15 mg", "20 mg", ""),
  frequency: maybe("weekly", "daily"),
  route: maybe("oral", "PO", "ophthalmic"),
  status: maybe("active", "discontinued", "restarted", "considered", "refused"),
});

const vital = fc.record({
  vital_name: fc.constantFrom("BP", "Blood pressure", "HR"),
  vital_value: fc.constantFrom("128/82", "130/85", "72"),
  unit: maybe("mm[Hg]", "/min"),
  measured_at: maybe("2026-01-17T14:15:00Z"),
});

const history = fc.record({
  kind: fc.constantFrom("medical", "surgical", "family", "social"),
  name: fc.constantFrom("Asthma", "Appendectomy", "Smoking", "Tobacco", "none"),
  status: maybe("never", "resolved"),
  date: maybe("2001", "2009"),
  relationship: maybe("mom", "Mother", "aunt"),
});

const finding = (status: string) =>
  fc.record({
    system: fc.constantFrom("respiratory", "skin"),
    finding: fc.constantFrom("wheeze", "rash"),
    status: maybe(status),
  });

const claim = fc.constantFrom("listed", "none_known", "not_asked", { state: "listed", complete: true, evidence: [] });

/** A synthetic signed note that touches every section of the record, now and then. */
export const syntheticNote: fc.Arbitrary<SyntheticNote> = fc.record({
  day: fc.nat(6),
  items: fc.record({
    assessment_problem_list: fc.array(condition, { maxLength: 3 }),
    subjective_allergies: fc.array(allergy, { maxLength: 3 }),
    subjective_medications: fc.array(medication, { maxLength: 2 }),
    plan_medication: fc.array(medication, { maxLength: 3 }),
    objective_vital_signs: fc.array(vital, { maxLength: 2 }),
    subjective_history: fc.array(history, { maxLength: 2 }),
    subjective_review_of_systems: fc.array(finding("positive"), { maxLength: 1 }),
    objective_physical_exam: fc.array(finding("abnormal"), { maxLength: 1 }),
    list_states: fc.dictionary(fc.constantFrom("allergies", "medications", "conditions"), claim, { maxKeys: 2 }),
  }),
});
