import { SoapNote } from "@patient-medical-history/core";
import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { type CallOptions, openClinic, type Slug } from "../support/clinic.ts";

const clinic = openClinic();
afterAll(clinic.close);

async function ok(slug: Slug, options: CallOptions) {
  const answer = await clinic.call(slug, options);
  expect(answer, answer.text).toMatchObject({ status: 200, json: { success: true } });
  return answer.json;
}

test("a visit goes from the snapshot over transcript, draft, correction and signature into the record", async () => {
  const patient = await clinic.newPatient();
  const encounter = await clinic.book({ patient: patient.name });
  const { attendees, id: encounter_id } = encounter;

  await ok("create-context-snapshot", { as: "dr-amara", body: { encounter_id } });
  const p_chunks = [
    { sequence: 1, text: "What brings you in today?", attendee_id: attendees.provider },
    { sequence: 2, text: "I have had a dry cough for two weeks.", attendee_id: attendees.patient },
    { sequence: 3, text: "Are you allergic to anything?", attendee_id: attendees.provider },
    { sequence: 4, text: "I am allergic to penicillin, it gave me a rash.", attendee_id: attendees.patient },
  ];
  const stored = await clinic.rpc("append_transcript_chunks", {
    as: "dr-amara",
    body: { p_encounter_id: encounter_id, p_chunks },
  });
  expect(stored.json).toEqual({ stored: 4, replayed: 0 });

  const drafted = await ok("generate-soap-draft-v2", { as: "dr-amara", body: { encounter_id } });
  expect(drafted["soap_status"]).toBe("draft_ready");
  const draft = SoapNote.parse(drafted["soap_draft"]);
  expect(draft.subjective.allergies.map(({ allergen }) => allergen.toLowerCase())).toContain("penicillin");

  const problems = [
    ...draft.assessment.problems,
    { id: "added-1", diagnosis_name: "Acute bronchitis", icd10_code: "J20.9" },
  ];
  const note = { ...draft, assessment: { problems } };
  const soapNoteId = await clinic.writeNote(encounter, note, { sign: false });
  expect((await clinic.acceptAll(encounter)).status).toBe(200);
  const signed = await clinic.rpc("sign_soap_note", { as: "dr-amara", body: { p_soap_note_id: soapNoteId } });
  expect(signed.json).toMatchObject({ status: "signed" });

  const body = { soapNoteId, patientId: patient.userId };
  const merged = await ok("update-patient-medical-record", { as: "dr-amara", body });
  expect(merged["data"]).toMatchObject({ totalVisits: 1, replayed: false });

  const history = await ok("get-patient-history", { as: patient.name, body: { patientId: patient.userId } });
  const { patientData, pastNotes } = z
    .looseObject({
      patientData: z.looseObject({ allergies: z.array(z.string()), medicalConditions: z.array(z.string()) }),
      pastNotes: z.array(z.unknown()),
    })
    .parse(history);
  expect(patientData.allergies.join()).toMatch(/penicillin/i);
  expect(patientData.medicalConditions).toContain("Acute bronchitis (J20.9)");
  expect(pastNotes).toHaveLength(1);
});
