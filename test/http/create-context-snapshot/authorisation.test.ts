import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openClinic } from "../../support/clinic.ts";

const SLUG = "create-context-snapshot";
const clinic = openClinic();
let encounter: BookedEncounter;

beforeAll(async () => {
  encounter = await clinic.book();
});
afterAll(clinic.close);

const snapshots = async (encounterId: string) =>
  (await clinic.sql`select 1 from public.context_snapshots where encounter_id = ${encounterId}`).length;

describe("create-context-snapshot refuses", () => {
  test("A06 a provider whose booking was cancelled", async () => {
    const patient = await clinic.newPatient();
    const ended = await clinic.book({ patient: patient.name });
    await clinic.cancel(ended);
    const answer = await clinic.call(SLUG, { as: "dr-amara", body: { encounter_id: ended.id } });
    expect(answer).toMatchObject({ status: 404, code: "SESSION_NOT_FOUND" });
  });

  test("A37 an appointment or a patient of another encounter", async () => {
    const other = await clinic.book({ patient: "carol" });
    for (const ids of [{ appointment_id: other.appointmentId }, { patient_id: other.patientId }]) {
      const answer = await clinic.call(SLUG, { as: "dr-amara", body: { encounter_id: encounter.id, ...ids } });
      expect(answer).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
    }
    expect(await snapshots(encounter.id)).toBe(0);
  });

  test("A42 A43 identity from the body or from a proxy's headers", async () => {
    const body = { encounter_id: encounter.id, userId: encounter.providerId, role: "provider", is_admin: true };
    const headers = { "x-user-id": encounter.providerId, "x-forwarded-user": "dr-amara-uid", "x-supabase-role": "x" };
    expect(await clinic.call(SLUG, { as: "bob", body, headers })).toMatchObject({ code: "SESSION_NOT_FOUND" });
  });
});

describe("create-context-snapshot allows", () => {
  test("A05 the encounter's provider, in every form of the request", async () => {
    const { id, appointmentId, patientId } = await clinic.book();
    const forms = [
      { encounter_id: id },
      { encounter_id: id, appointment_id: appointmentId },
      { encounter_id: id.toUpperCase(), patient_id: patientId.toUpperCase() },
      { encounter_id: id, appointment_id: null, patient_id: "" },
    ];
    for (const body of forms) {
      expect(await clinic.call(SLUG, { as: "dr-amara", body })).toMatchObject({
        status: 200,
        json: { success: true, ok: true, status: 200, snapshot: { encounter_id: id, snapshot_version: 1 } },
      });
    }
  });
});
