import { z } from "zod";
import { Evidence } from "./evidence.ts";
import { PlanCategory } from "./plan-category.ts";

/** Clinical words that show something, kept exactly as they came: never trimmed, folded or shortened. */
const text = z
  .string()
  .regex(/(?![\u115F\u1160\u2800\u3164\uFFA0\u{1D159}])[\p{L}\p{N}\p{P}\p{S}]/u)
  .max(4000);
const unknownOrText = text.nullable().default(null);

/** What every item of a note carries: an id that is unique in its array, and the words it rests on. */
const item = {
  id: z.string().min(1).max(64),
  evidence: z.array(Evidence).max(50).default([]),
};

/** Severity of an allergy, a problem or a history entry; an unknown severity is null and never guessed. */
export const Severity = z.enum(["mild", "moderate", "severe", "life_threatening", "unknown"]);

/** Body systems shared by the review of systems and the physical examination (CMS 1997 E/M guidelines). */
export const BodySystem = z.enum([
  "constitutional",
  "eyes",
  "ears_nose_mouth_throat",
  "cardiovascular",
  "respiratory",
  "gastrointestinal",
  "genitourinary",
  "musculoskeletal",
  "skin",
  "neurological",
  "psychiatric",
  "endocrine",
  "hematologic_lymphatic",
  "allergic_immunologic",
  "other",
]);

/** Elements of the history of present illness (CMS 1997 E/M guidelines), and `narrative` for words that fit none. */
export const HpiElement = z.enum([
  "onset",
  "location",
  "duration",
  "character",
  "aggravating_factors",
  "relieving_factors",
  "timing",
  "severity",
  "associated_symptoms",
  "context",
  "narrative",
]);

/** The lists of the record that can be empty for two different reasons. */
export const RecordList = z.enum([
  "conditions",
  "medications",
  "allergies",
  "surgical_history",
  "family_history",
  "social_history",
]);

/** Whether a list has entries, was asked for and has none, or was never asked for. */
export const ListState = z.enum(["listed", "none_known", "not_asked"]);

/** A list's state as a bare word, or with the words it rests on; `complete` attests that nothing is missing from it. */
const ListStateClaim = z.union([
  ListState,
  z.strictObject({
    state: ListState,
    complete: z.boolean().default(false),
    evidence: z.array(Evidence).max(50).default([]),
  }),
]);

const medication = {
  ...item,
  medication_name: text,
  dose: unknownOrText,
  route: unknownOrText,
  frequency: unknownOrText,
  duration: unknownOrText,
  indication: unknownOrText,
  status: unknownOrText,
  rxnorm_code: unknownOrText,
};

const Subjective = z.strictObject({
  chiefComplaint: z
    .strictObject({ ...item, description: text })
    .nullable()
    .default(null),
  hpi: z
    .array(z.strictObject({ ...item, element: HpiElement, description: text }))
    .max(500)
    .default([]),
  reviewOfSystems: z
    .array(
      z.strictObject({
        ...item,
        system: BodySystem,
        finding: text,
        status: z.enum(["positive", "negative"]).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
  history: z
    .array(
      z.strictObject({
        ...item,
        kind: z.enum(["medical", "surgical", "family", "social"]),
        name: text,
        icd10_code: unknownOrText,
        status: unknownOrText,
        severity: Severity.nullable().default(null),
        date: unknownOrText,
        relationship: unknownOrText,
        age_of_onset: unknownOrText,
        surgeon: unknownOrText,
        notes: unknownOrText,
      }),
    )
    .max(500)
    .default([]),
  medications: z.array(z.strictObject(medication)).max(500).default([]),
  allergies: z
    .array(
      z.strictObject({
        ...item,
        allergen: text,
        reaction: unknownOrText,
        severity: Severity.nullable().default(null),
        status: unknownOrText,
      }),
    )
    .max(500)
    .default([]),
  listStates: z.partialRecord(RecordList, ListStateClaim).default({}),
});

const Objective = z.strictObject({
  vitalSigns: z
    .array(
      z.strictObject({
        ...item,
        vital_name: text,
        vital_value: text,
        unit: unknownOrText,
        loinc_code: unknownOrText,
        measured_at: z.iso.datetime({ offset: true }).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
  physicalExam: z
    .array(
      z.strictObject({
        ...item,
        system: BodySystem,
        finding: text,
        status: z.enum(["normal", "abnormal"]).nullable().default(null),
      }),
    )
    .max(500)
    .default([]),
  diagnostics: z
    .array(
      z.strictObject({
        ...item,
        test_name: text,
        result_value: unknownOrText,
        unit: unknownOrText,
        interpretation: unknownOrText,
        loinc_code: unknownOrText,
        date: unknownOrText,
      }),
    )
    .max(500)
    .default([]),
});

const Assessment = z.strictObject({
  problems: z
    .array(
      z.strictObject({
        ...item,
        diagnosis_name: text,
        icd10_code: unknownOrText,
        status: unknownOrText,
        severity: Severity.nullable().default(null),
        onset_date: unknownOrText,
        notes: unknownOrText,
      }),
    )
    .max(500)
    .default([]),
});

const Plan = z.strictObject({
  medications: z.array(z.strictObject(medication)).max(500).default([]),
  items: z
    .array(
      z.strictObject({
        ...item,
        category: PlanCategory,
        description: text,
        due: unknownOrText,
      }),
    )
    .max(500)
    .default([]),
});

/** Who the patient is, as the snapshot says; written by the server, whatever a draft or a client claims. */
const Demographics = z.strictObject({
  id: z.guid(),
  full_name: unknownOrText,
  patient_number: unknownOrText,
  dob: unknownOrText,
  age: z.int().min(0).nullable().default(null),
  gender: unknownOrText,
  sex_at_birth: unknownOrText,
});

/** How complete a draft is for its kind of visit: the score in percent, and the parts it is made of. */
const Documentation = z.strictObject({
  rubric: text,
  rubricVersion: text,
  scorePercent: z.int().min(0).max(100),
  parts: z
    .array(z.strictObject({ element: text, points: z.int().min(1), earned: z.int().min(0) }))
    .max(50)
    .default([]),
});

const Meta = z.strictObject({
  encounterId: z.uuid().nullable().default(null),
  appointmentId: z.uuid().nullable().default(null),
  snapshotId: z.uuid().nullable().default(null),
  recordVersion: unknownOrText,
  model: unknownOrText,
  promptVersion: unknownOrText,
  transcriptSha256: unknownOrText,
  aiFlags: z
    .strictObject({
      missing_critical_info: z.array(text).max(200).default([]),
      needs_clinician_confirmation: z
        .array(z.strictObject({ itemId: z.string().nullable().default(null), reason: text, evidence: item.evidence }))
        .max(500)
        .default([]),
    })
    .prefault({}),
  disclaimer: unknownOrText,
  fallback_reason: unknownOrText.optional(),
  demographics: Demographics.nullish(),
  documentation: Documentation.nullish(),
});

/**
 * A SOAP note as drafted, edited and saved: one array per normalised table, item keys equal to that table's columns.
 *
 * The same schema is the drafters' output, `soap_draft` in answers, and `p_note` of `save_soap_note`, so saving
 * loses nothing. Unknown keys are refused: what has no column would be lost. Every value a note does not know is null.
 *
 * @example
 * const note = SoapNote.parse({ schemaVersion: "1", subjective: {}, objective: {}, assessment: {}, plan: {}, meta: {} });
 */
export const SoapNote = z.strictObject({
  schemaVersion: z.literal("1").default("1"),
  subjective: Subjective.prefault({}),
  objective: Objective.prefault({}),
  assessment: Assessment.prefault({}),
  plan: Plan.prefault({}),
  safetyAlerts: z
    .array(
      z.strictObject({
        ...item,
        alert_type: text,
        severity: z.enum(["info", "warning", "critical"]),
        message: text,
        status: z.enum(["open", "dismissed"]).default("open"),
        dismissed_reason: unknownOrText,
      }),
    )
    // A clinician adds up to 200; those of later drafts join them.
    .max(1000)
    .default([]),
  coding: z
    .array(
      z.strictObject({
        ...item,
        code_system: z.enum(["ICD-10-CM", "CPT", "HCPCS", "SNOMED-CT", "LOINC"]),
        code: text,
        description: unknownOrText,
        rationale: unknownOrText,
        status: z.enum(["suggested", "accepted"]).nullable().default(null),
      }),
    )
    .max(200)
    .default([]),
  meta: Meta.prefault({}),
});

export type SoapNote = z.infer<typeof SoapNote>;
/** A note before defaults are filled in: what a drafter may write and a client may send. */
export type SoapNoteInput = z.input<typeof SoapNote>;
