import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { absentId, type Cell, callAs, KEY_ONLY, SECRET_KEY_ONLY } from "../../support/caller-cells.ts";
import { openClinic, withoutRequestId } from "../../support/clinic.ts";

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
  const refused: Cell[] = [
    ["A01 anon", undefined, 401, "MISSING_TOKEN"],
    ["A02 the publishable key", KEY_ONLY, 401, "MISSING_TOKEN"],
    ["A03 the patient", "alice", 403, "FORBIDDEN"],
    ["A04 another patient", "bob", 404, "SESSION_NOT_FOUND"],
    ["A07 an unrelated provider", "dr-okoye", 404, "SESSION_NOT_FOUND"],
    ["A09 the secret key", SECRET_KEY_ONLY, 401, "MISSING_TOKEN"],
    ["T33 a token of nobody we know", "stranger-uid", 403, "USER_NOT_PROVISIONED"],
  ];
  test.each(refused)("%s", async (_, as, status, code) => {
    expect(await callAs(clinic, SLUG, as, { encounter_id: encounter.id })).toMatchObject({ status, code });
    expect(await snapshots(encounter.id)).toBe(0);
  });

  test.each(["bob", "dr-okoye"])(
    "A04 A07 %s, who gets the same answer for an encounter that is not there",
    async (as) => {
      const hidden = await clinic.call(SLUG, { as, body: { encounter_id: encounter.id } });
      const absent = await clinic.call(SLUG, { as, body: { encounter_id: absentId() } });
      expect(withoutRequestId(hidden)).toEqual(withoutRequestId(absent));
      expect(hidden.status).toBe(absent.status);
    },
  );

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
