import { z } from "zod";
import { ListState, RecordList } from "../soap-note/soap-note.ts";

const text = z.string().nullable();
const optionalText = z.string().nullish();

/** An entry of a list: what the contract promises, and the provenance that may come beside it. */
const Condition = z.looseObject({
  id: z.string(),
  name: z.string(),
  icd10: text,
  status: text,
  clinical_status: text,
  onset_date: text,
  severity: text,
});

const Medication = z.looseObject({
  id: z.string(),
  name: z.string(),
  dose: text,
  frequency: text,
  route: text,
  status: text,
  carried_fields: z.array(z.string()).nullish(),
});

const Allergy = z.looseObject({ id: z.string(), allergen: z.string(), severity: text, reaction: text, status: text });

/**
 * What was known of the patient when the provider opened the encounter. Lists are complete, most severe first;
 * what is not known is null, and `list_states` tells an empty list that was asked for from one that never was.
 */
export const ContextSnapshot = z
  .object({
    id: z.uuid(),
    encounter_id: z.guid(),
    snapshot_version: z.int().min(1),
    created_at: z.iso.datetime({ offset: true }),
    record_version: z.string(),
    patient_demographics: z.object({
      id: z.guid(),
      full_name: text,
      patient_number: optionalText,
      dob: text,
      age: z.int().min(0).nullable(),
      gender: text,
      sex_at_birth: text,
      phone: text,
      email: text,
      address: optionalText,
      emergency_contact_name: optionalText,
      emergency_contact_phone: optionalText,
      emergency_contact_relationship: optionalText,
      blood_type: optionalText,
      created_at: text,
    }),
    appointment_context: z.object({
      appointment_id: z.guid(),
      appointment_number: text,
      chief_complaint: optionalText,
      appointment_type: text,
      specialty: optionalText,
      scheduled_start: text,
      provider_name: text,
      provider_specialty: optionalText,
      facility_name: optionalText,
    }),
    active_conditions: z.array(Condition),
    current_medications: z.array(Medication),
    allergies: z.array(Allergy),
    surgical_history: z.array(z.looseObject({ procedure: z.string(), date: text, surgeon: text, notes: text })),
    family_history: z.array(z.looseObject({ condition: z.string(), relationship: text, age_of_onset: text })),
    social_history: z.looseObject({}),
    recent_labs_vitals: z.looseObject({
      labs: z.array(z.looseObject({})),
      vitals: z.record(z.string(), z.looseObject({})),
    }),
    recent_notes_summary: z.string(),
    list_states: z.partialRecord(RecordList, ListState),
    open_conflicts: z.array(z.looseObject({})),
  })
  .meta({ id: "ContextSnapshot" });

/** One stored version of an encounter's context. */
export type ContextSnapshot = z.infer<typeof ContextSnapshot>;
