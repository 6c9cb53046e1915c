import { afterAll, expect, test } from "vitest";
import { z } from "zod";
import { RPC_SHAPES } from "../../../scripts/openapi/rpc-shapes.ts";
import { openClinic } from "../../support/clinic.ts";

const clinic = openClinic();
afterAll(clinic.close);

const allergy = (severity: string) => ({
  subjective: { allergies: [{ id: "1", allergen: "Penicillin", severity }] },
});

test("every RPC clients call answers what the OpenAPI document says", async () => {
  const called = new Set<string>();
  /** Calls an RPC and holds its answer against the document. */
  async function answerOf(name: string, as: string, body: object) {
    called.add(name);
    const { status, text } = await clinic.rpc(name, { as, body });
    const answer: unknown = JSON.parse(text);
    const faults = RPC_SHAPES[name]?.answer.safeParse(answer).error?.issues;
    expect({ name, status, faults, answer }).toMatchObject({ name, status: 200, faults: undefined });
    return z.record(z.string(), z.unknown()).catch({}).parse(answer);
  }

  const patient = await clinic.newPatient();
  const p_patient_id = patient.userId;
  const asProvider = (name: string, body: object) => answerOf(name, "dr-amara", body);
  const write = async (scheduledStart: string, severity: string) => {
    const encounter = await clinic.book({ patient: patient.name, scheduledStart: new Date(scheduledStart) });
    await asProvider("save_soap_note", { p_encounter_id: encounter.id, p_note: allergy(severity) });
    const review = { p_encounter_id: encounter.id, p_expected_revision: 1, p_decisions: [] };
    const { soapNoteId: p_soap_note_id } = await asProvider("review_soap_draft", review);
    await asProvider("merge_preview", { p_soap_note_id });
    await asProvider("sign_soap_note", { p_soap_note_id });
    await asProvider("merge_soap_into_cumulative_record", { p_patient_id, p_soap_note_id });
    return p_soap_note_id;
  };

  const first = await write("2026-01-10T10:00:00Z", "severe");
  const second = await write("2026-02-10T10:00:00Z", "mild");
  const encounter = await clinic.book({ patient: patient.name });
  const p_encounter_id = encounter.id;
  await asProvider("create_context_snapshot", { p_encounter_id });
  const p_chunks = [{ sequence: 1, text: "Good morning.", started_at: "2026-03-10T10:00:00Z" }];
  await asProvider("append_transcript_chunks", { p_encounter_id, p_chunks });
  await asProvider("begin_soap_draft", { p_encounter_id, p_model: "none", p_prompt_version: "1" });
  await asProvider("save_soap_note", { p_encounter_id, p_note: allergy("mild") });
  await clinic.sql`
    insert into public.soap_safety_alerts (soap_note_id, id, alert_type, severity, message)
    select id, encounter_id, 'drug_allergy', 'warning', 'Penicillin' from public.soap_notes where encounter_id = ${p_encounter_id}`;
  await asProvider("dismiss_safety_alert", { p_alert_id: p_encounter_id, p_reason: "not taken" });

  const times = { p_from: "2020-01-01T00:00:00Z", p_to: "2999-01-01T00:00:00Z" };
  await answerOf("record_diff", patient.name, { p_patient_id, ...times });
  await answerOf("record_as_of", patient.name, { p_patient_id, p_at: times.p_to });
  const { record } = await answerOf("get_patient_history", patient.name, { p_patient_id });
  const { conflicts } = z.object({ conflicts: z.tuple([z.object({ id: z.guid() })]) }).parse(record);
  const decision = { p_decision: "modify", p_value: "moderate", p_reason: "patch test" };
  await asProvider("resolve_conflict", { p_conflict_id: conflicts[0].id, ...decision });
  await asProvider("amend_soap_note", { p_soap_note_id: second, p_note: allergy("severe"), p_reason: "misheard" });
  await asProvider("retract_soap_note", { p_soap_note_id: first, p_reason: "wrong patient" });

  const emergency = { p_patient_id, p_reason: "Found unconscious in the street" };
  const { emergencyAccessId } = await answerOf("open_emergency_access", "dr-okoye", emergency);
  await answerOf("revoke_emergency_access", patient.name, { p_emergency_access_id: emergencyAccessId });
  await answerOf("who_accessed", patient.name, { p_patient_id });
  expect([...called].sort()).toEqual(Object.keys(RPC_SHAPES));
});
