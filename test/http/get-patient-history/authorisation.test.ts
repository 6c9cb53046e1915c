import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { absentId, type Cell, callAs, KEY_ONLY, SECRET_KEY_ONLY } from "../../support/caller-cells.ts";
import { openClinic, withoutRequestId } from "../../support/clinic.ts";

const SLUG = "get-patient-history";
const clinic = openClinic();
let encounter: BookedEncounter;

beforeAll(async () => {
  encounter = await clinic.book();
});
afterAll(clinic.close);

describe("get-patient-history refuses", () => {
  const refused: Cell[] = [
    ["A10 anon", undefined, 401, "MISSING_TOKEN"],
    ["A11 the publishable key", KEY_ONLY, 401, "MISSING_TOKEN"],
    ["A13 another patient", "bob", 404, "PATIENT_NOT_FOUND"],
    ["A16 an unrelated provider", "dr-okoye", 404, "PATIENT_NOT_FOUND"],
    ["A18 the secret key", SECRET_KEY_ONLY, 401, "MISSING_TOKEN"],
  ];
  test.each(refused)("%s", async (_, as, status, code) => {
    expect(await callAs(clinic, SLUG, as, { patientId: encounter.patientId })).toMatchObject({ status, code });
  });

  test.each(["bob", "dr-okoye"])("A13 A16 %s, who gets the same answer for a patient who is not there", async (as) => {
    const hidden = await clinic.call(SLUG, { as, body: { patientId: encounter.patientId } });
    const absent = await clinic.call(SLUG, { as, body: { patientId: absentId() } });
    expect(withoutRequestId(hidden)).toEqual(withoutRequestId(absent));
  });

  test("A15 a provider whose only booking was cancelled", async () => {
    const patient = await clinic.newPatient();
    await clinic.cancel(await clinic.book({ patient: patient.name }));
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { patientId: patient.userId } });
    expect(answer).toMatchObject({ status: 404, code: "PATIENT_NOT_FOUND" });
  });

  test("A41 an appointment of somebody else, like one that is not there", async () => {
    const foreign = await clinic.book({ provider: "dr-okoye", patient: "bob" });
    const body = { patientId: encounter.patientId };
    const hidden = await clinic.call(SLUG, { as: "alice", body: { ...body, appointmentId: foreign.appointmentId } });
    const absent = await clinic.call(SLUG, { as: "alice", body: { ...body, appointmentId: absentId() } });
    expect(hidden).toMatchObject({ status: 404, code: "APPOINTMENT_NOT_FOUND" });
    expect(withoutRequestId(hidden)).toEqual(withoutRequestId(absent));
  });

  test("a cursor that is not ours", async () => {
    const body = { patientId: encounter.patientId, cursor: "1; drop table users" };
    expect(await clinic.call(SLUG, { as: "alice", body })).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
  });
});

describe("get-patient-history allows", () => {
  test.each([
    ["A12", "alice"],
    ["A14", "dr-amara"],
  ])("%s %s", async (_, as) => {
    const { patientId, appointmentId } = encounter;
    const { status, json } = await clinic.call(SLUG, { as, body: { patientId, appointmentId } });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      success: true,
      hasHistory: true,
      patientData: { userId: patientId, fullName: "Alice Example", chiefComplaint: "Cough" },
    });
  });
});
