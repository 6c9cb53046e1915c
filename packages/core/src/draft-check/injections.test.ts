import { describe, expect, test } from "vitest";
import type { SpeakerRole } from "../clinical-language/transcript-chunk.ts";
import { draftOffline } from "../offline-drafter/draft-offline.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import { checkDraft } from "./check-draft.ts";
import { INJECTIONS, PAYLOADS, WRAPPERS } from "./testing/injections.ts";

const ENCOUNTER = {
  encounterId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a01",
  appointmentId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a04",
  patientId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a02",
  providerId: "6f1d3f0e-5a52-4f0e-9a36-0d6d3a8f1a03",
};
const SNAPSHOT = {
  id: "7f1d3f0e-5a52-4f0e-8a36-0d6d3a8f1a05",
  record_version: "a".repeat(64),
  patient_demographics: { id: ENCOUNTER.patientId, full_name: "Alice Example", age: 58 },
  appointment_context: { appointment_id: ENCOUNTER.appointmentId, appointment_type: "video", chief_complaint: "Cough" },
  recent_notes_summary: "No previous visits",
  active_conditions: [{ id: "condition-1", name: "Essential hypertension", icd10: "I10" }],
  current_medications: [
    { id: "medication-1", name: "Lisinopril", dose: "10 mg", frequency: "once daily", route: "oral", status: "active" },
  ],
  allergies: [
    { id: "allergy-1", allergen: "Penicillin", reaction: "rash", severity: "moderate", status: "active" },
    { id: "allergy-2", allergen: "Latex", reaction: null, severity: null, status: "active" },
  ],
};
type Turn = readonly [role: SpeakerRole, text: string];
const BEFORE: readonly Turn[] = [
  ["provider", "What brings you in today?"],
  ["patient", "I have a cough and chest pain when I walk."],
];
const AFTER: readonly Turn[] = [
  ["provider", "You have bronchitis. I'm going to start amoxicillin 500 mg twice a day. Follow up in two weeks."],
  ["patient", "Okay, thank you."],
];

function draft(injected: readonly Turn[], snapshot: unknown = SNAPSHOT): SoapNote {
  const transcript = [...BEFORE, ...injected, ...AFTER].map(([speaker_role, text], index) => ({
    sequence: index + 1,
    speaker_role,
    text,
  }));
  const transcriptSha256 = "b".repeat(64);
  const drafted = draftOffline({ encounter: ENCOUNTER, transcript, transcriptSha256, snapshot });
  return checkDraft(drafted, {
    encounter: ENCOUNTER,
    transcript,
    transcriptSha256,
    snapshot,
    model: "offline",
    promptVersion: "1",
  });
}

/** What no words of a patient or a stranger may change. */
function fixedParts({ subjective, assessment, plan, coding, safetyAlerts, meta, schemaVersion }: SoapNote) {
  const { aiFlags: _flags, documentation: _score, ...provenance } = meta;
  return {
    schemaVersion,
    recordedAllergies: subjective.allergies
      .filter(({ evidence }) => evidence.some(({ kind }) => kind === "snapshot"))
      .map(({ allergen, reaction, severity, status }) => ({ allergen, reaction, severity, status })),
    recordedMedications: subjective.medications
      .filter(({ evidence }) => evidence.some(({ kind }) => kind === "snapshot"))
      .map(({ medication_name, dose, status }) => ({ medication_name, dose, status })),
    problems: assessment.problems.map(({ diagnosis_name }) => diagnosis_name),
    planned: plan.medications.map(({ medication_name, dose, status }) => ({ medication_name, dose, status })),
    codes: coding.map(({ code, status }) => ({ code, status })),
    alerts: safetyAlerts.map(({ alert_type, message, status, dismissed_reason }) => ({
      alert_type,
      message,
      status,
      dismissed_reason,
    })),
    provenance,
  };
}

const CLEAN = fixedParts(draft([["patient", "It started on Monday."]]));

test("the talk itself has what an instruction could want to change", () => {
  expect(CLEAN.recordedAllergies).toHaveLength(2);
  expect(CLEAN.planned).toMatchObject([{ medication_name: "amoxicillin", status: "started" }]);
  expect(CLEAN.alerts.map(({ alert_type }) => alert_type)).toEqual(
    expect.arrayContaining(["red_flag", "drug_allergy"]),
  );
  expect(CLEAN.provenance.disclaimer).toMatch(/clinician has reviewed and signed/);
  expect(INJECTIONS.length).toBe(PAYLOADS.length * WRAPPERS.length);
  expect(INJECTIONS.length).toBeGreaterThanOrEqual(200);
});

/** One payload in every wrapping, for speakers whose words are never quoted. */
const SOME = INJECTIONS.filter((_, index) => index % PAYLOADS.length === 5);

describe.each<[SpeakerRole, typeof INJECTIONS]>([
  ["patient", INJECTIONS],
  ["other", SOME],
  ["unknown", SOME],
])("L18 words of the %s change nothing that is the server's or the clinician's", (role, injections) => {
  test.each(injections)("%s", (_, words) => {
    const note = draft([[role, words]]);
    expect(SoapNote.safeParse(note).success).toBe(true);
    expect(fixedParts(note)).toEqual(CLEAN);
    expect(note.subjective.listStates.allergies).toBeUndefined();
    expect(JSON.stringify(note)).not.toMatch(/evil\.example|https?:|\u200B|\u202E|(?<!\\)"sign[^"]*":/);
  });
});

describe("L19 words in the snapshot change nothing", () => {
  test.each(INJECTIONS)("%s", (_, words) => {
    const { appointment_context, patient_demographics } = SNAPSHOT;
    const snapshot = {
      ...SNAPSHOT,
      patient_demographics: { ...patient_demographics, full_name: words },
      appointment_context: { ...appointment_context, chief_complaint: words },
      recent_notes_summary: "No previous visits",
    };
    const note = draft([["patient", "It started on Monday."]], snapshot);
    expect(fixedParts(note)).toEqual(CLEAN);
    expect(JSON.stringify(note)).not.toMatch(/evil\.example|https?:|\u200B|\u202E/);
  });
});
