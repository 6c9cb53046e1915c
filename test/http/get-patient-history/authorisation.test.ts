import { randomUUID } from "node:crypto";
import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { COMPLAINT, openClinic, withoutRequestId } from "../../support/clinic.ts";

const SLUG = "get-patient-history";
const clinic = openClinic();
let encounter: BookedEncounter;

beforeAll(async () => {
  encounter = await clinic.book();
});
afterAll(clinic.close);

describe("get-patient-history refuses", () => {
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
    const absent = await clinic.call(SLUG, { as: "alice", body: { ...body, appointmentId: randomUUID() } });
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
      patientData: { userId: patientId, fullName: "Alice Example", chiefComplaint: COMPLAINT },
    });
  });
});
