import { z } from "zod";
import { PlanCategory } from "../soap-note/plan-category.ts";
import { BodySystem, HpiElement, ListState, Severity } from "../soap-note/soap-note.ts";

const text = z.string();
const unknownOrText = z.string().nullable();

/** Where an item comes from, as a model can say it: the server finds the place of a quote, a model cannot count. */
const ModelEvidence = z.union([
  z.strictObject({ kind: z.literal("transcript"), sequence: z.int(), quote: text }),
  z.strictObject({ kind: z.literal("snapshot"), itemId: text }),
]);

const evidence = z.array(ModelEvidence);

const medication = z.strictObject({
  medication_name: text,
  dose: unknownOrText,
  route: unknownOrText,
  frequency: unknownOrText,
  duration: unknownOrText,
  indication: unknownOrText,
  status: unknownOrText,
  evidence,
});

const listState = z.strictObject({ state: ListState, evidence });

/**
 * What a model answers: the clinical parts of a SoapNote, every key present and no other, as strict structured output
 * asks (https://platform.openai.com/docs/guides/structured-outputs). Ids, offsets, demographics, codes of the record,
 * alerts and provenance have no place in it: they are the server's.
 */
export const ModelNote = z.strictObject({
  subjective: z.strictObject({
    chiefComplaint: z.strictObject({ description: text, evidence }).nullable(),
    hpi: z.array(z.strictObject({ element: HpiElement, description: text, evidence })),
    reviewOfSystems: z.array(
      z.strictObject({
        system: BodySystem,
        finding: text,
        status: z.enum(["positive", "negative"]).nullable(),
        evidence,
      }),
    ),
    history: z.array(
      z.strictObject({
        kind: z.enum(["medical", "surgical", "family", "social"]),
        name: text,
        status: unknownOrText,
        date: unknownOrText,
        relationship: unknownOrText,
        age_of_onset: unknownOrText,
        notes: unknownOrText,
        evidence,
      }),
    ),
    medications: z.array(medication),
    allergies: z.array(
      z.strictObject({
        allergen: text,
        reaction: unknownOrText,
        severity: Severity.nullable(),
        status: unknownOrText,
        evidence,
      }),
    ),
    listStates: z.strictObject({
      conditions: listState,
      medications: listState,
      allergies: listState,
      surgical_history: listState,
      family_history: listState,
      social_history: listState,
    }),
  }),
  objective: z.strictObject({
    vitalSigns: z.array(z.strictObject({ vital_name: text, vital_value: text, unit: unknownOrText, evidence })),
    physicalExam: z.array(
      z.strictObject({
        system: BodySystem,
        finding: text,
        status: z.enum(["normal", "abnormal"]).nullable(),
        evidence,
      }),
    ),
    diagnostics: z.array(
      z.strictObject({
        test_name: text,
        result_value: unknownOrText,
        unit: unknownOrText,
        interpretation: unknownOrText,
        date: unknownOrText,
        evidence,
      }),
    ),
  }),
  assessment: z.strictObject({
    problems: z.array(
      z.strictObject({
        diagnosis_name: text,
        status: unknownOrText,
        severity: Severity.nullable(),
        onset_date: unknownOrText,
        notes: unknownOrText,
        evidence,
      }),
    ),
  }),
  plan: z.strictObject({
    medications: z.array(medication),
    items: z.array(
      z.strictObject({
        category: PlanCategory,
        description: text,
        due: unknownOrText,
        evidence,
      }),
    ),
  }),
  missing_critical_info: z.array(text),
});

/** A model's answer that holds to the schema. */
export type ModelNote = z.infer<typeof ModelNote>;
/** Evidence as a model gives it. */
export type ModelEvidence = z.infer<typeof ModelEvidence>;
