import { afterAll, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { type Answer, openClinic } from "../support/clinic.ts";

const clinic = openClinic();
afterAll(clinic.close);

const allergy = (severity: string) => ({
  subjective: { allergies: [{ id: "1", allergen: "Penicillin", severity }] },
});

let patient: { name: string; userId: string };
let firstNote: string;
let secondNote: string;

// Two visits that disagree: penicillin was severe, then it was mild.
beforeAll(async () => {
  patient = await clinic.newPatient();
  firstNote = await sign("2026-01-10T10:00:00Z", "severe");
  secondNote = await sign("2026-02-10T10:00:00Z", "mild");
});

async function sign(scheduledStart: string, severity: string): Promise<string> {
  const encounter = await clinic.book({ patient: patient.name, scheduledStart: new Date(scheduledStart) });
  return clinic.writeNote(encounter, allergy(severity));
}

const asProvider = (name: string, body: object): Promise<Answer> => clinic.rpc(name, { as: "dr-amara", body });

async function allergiesOf(answer: Answer): Promise<unknown> {
  const { patientData } = z.object({ patientData: z.object({ allergies: z.unknown() }) }).parse(answer.json);
  return patientData.allergies;
}

const history = () => clinic.call("get-patient-history", { as: patient.name, body: { patientId: patient.userId } });

async function openConflict(): Promise<{ id: string; sides: unknown }> {
  const answer = await clinic.send(
    `/rest/v1/record_conflicts?select=id,sides&status=eq.open&patient_id=eq.${patient.userId}`,
    "GET",
    { apikey: clinic.state.publishableKey, authorization: `Bearer ${await clinic.token("dr-amara")}` },
  );
  const [conflict] = z.array(z.object({ id: z.guid(), sides: z.unknown() })).parse(JSON.parse(answer.text));
  if (conflict === undefined) throw new Error("Cannot read the conflict: none is open");
  return conflict;
}

test.each([
  ["retract_soap_note", () => ({ p_soap_note_id: firstNote, p_reason: "wrong patient" })],
  ["amend_soap_note", () => ({ p_soap_note_id: firstNote, p_note: {}, p_reason: "a typo" })],
  ["merge_preview", () => ({ p_soap_note_id: firstNote })],
])("%s is forbidden to the patient, absent for a stranger, 401 without a token", async (name, body) => {
  expect(await clinic.rpc(name, { as: patient.name, body: body() })).toMatchObject({
    status: 403,
    json: { hint: "FORBIDDEN" },
  });
  expect(await clinic.rpc(name, { as: "dr-okoye", body: body() })).toMatchObject({
    status: 404,
    json: { hint: "NOT_FOUND" },
  });
  expect((await clinic.rpc(name, { body: body() })).status).toBe(401);
});

test("what cannot be retracted, amended or decided is answered by its code", async () => {
  const blank = await asProvider("retract_soap_note", { p_soap_note_id: firstNote, p_reason: " " });
  expect(blank).toMatchObject({ status: 400, json: { hint: "MISSING_PARAMS" } });
  const malformed = await asProvider("amend_soap_note", {
    p_soap_note_id: firstNote,
    p_note: { plan: "none" },
    p_reason: "a typo",
  });
  expect(malformed).toMatchObject({ status: 400, json: { hint: "INVALID_REQUEST" } });
  await history();
  const { id } = await openConflict();
  const awful = { p_conflict_id: id, p_decision: "modify", p_value: "awful", p_reason: "no" };
  expect(await asProvider("resolve_conflict", awful)).toMatchObject({ status: 400, json: { hint: "INVALID_REQUEST" } });
  const stranger = await clinic.rpc("resolve_conflict", { as: "dr-okoye", body: { ...awful, p_value: "mild" } });
  expect(stranger).toMatchObject({ status: 404, json: { hint: "NOT_FOUND" } });
});

test("a conflict is decided, its note amended, then retracted, and the record follows each time", async () => {
  expect(await allergiesOf(await history())).toEqual(["Penicillin (severe)"]);
  const conflict = await openConflict();
  expect(conflict.sides).toMatchObject([{ value: "severe" }, { value: "mild" }]);

  const decision = { p_conflict_id: conflict.id, p_decision: "modify", p_value: "moderate", p_reason: "patch test" };
  expect(await asProvider("resolve_conflict", decision)).toMatchObject({ status: 200, json: { value: "moderate" } });
  expect(await allergiesOf(await history())).toEqual(["Penicillin (moderate)"]);

  const amendment = { p_soap_note_id: secondNote, p_note: allergy("severe"), p_reason: "misheard" };
  const amended = await asProvider("amend_soap_note", amendment);
  expect(amended).toMatchObject({
    status: 200,
    json: { amendsSoapNoteId: secondNote, status: "signed", totalVisits: 2 },
  });
  expect(await allergiesOf(await history())).toEqual(["Penicillin (severe)"]);

  const { soapNoteId } = z.object({ soapNoteId: z.guid() }).parse(amended.json);
  const again = await asProvider("amend_soap_note", { ...amendment, p_reason: "once more" });
  expect(again).toMatchObject({ status: 409, json: { hint: "REVISION_CONFLICT" } });
  for (const id of [soapNoteId, secondNote, firstNote]) {
    const retracted = await asProvider("retract_soap_note", { p_soap_note_id: id, p_reason: "wrong patient" });
    expect(retracted).toMatchObject({ status: 200, json: { soapNoteId: id, status: "retracted" } });
  }
  expect(await allergiesOf(await history())).toEqual([]);
  const merge = { soapNoteId: firstNote, patientId: patient.userId };
  const refused = await clinic.call("update-patient-medical-record", { as: "dr-amara", body: merge });
  expect(refused).toMatchObject({ status: 409, code: "NOTE_RETRACTED" });

  const asOf = await asProvider("record_as_of", { p_patient_id: patient.userId, p_at: "2020-01-01T00:00:00Z" });
  expect(asOf).toMatchObject({ status: 200, json: { recordVersion: null } });
});
