import { afterAll, beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { openClinic } from "../../support/clinic.ts";

const REASON = "Found unconscious in the street";
const clinic = openClinic();
let patient: { name: string; userId: string };
let provider: { name: string; userId: string };

beforeEach(async () => {
  [patient, provider] = await Promise.all([clinic.newPatient(), clinic.newProvider()]);
});
afterAll(clinic.close);

const history = () => clinic.call("get-patient-history", { as: provider.name, body: { patientId: patient.userId } });

const open = (reason?: string) =>
  clinic.rpc("open_emergency_access", {
    as: provider.name,
    body: { p_patient_id: patient.userId, p_reason: reason ?? null },
  });

async function listedFor(person: string): Promise<unknown> {
  const headers = { apikey: clinic.state.publishableKey, authorization: `Bearer ${await clinic.token(person)}` };
  const select = "provider_id,reason,reads,revoked_at";
  const query = `patient_id=eq.${patient.userId}&select=${select}`;
  return JSON.parse((await clinic.send(`/rest/v1/emergency_accesses?${query}`, "GET", headers)).text);
}

test("A47 without a reason it stays closed", async () => {
  expect(await open()).toMatchObject({ status: 400, code: "PT400", json: { hint: "MISSING_PARAMS" } });
  expect(await history()).toMatchObject({ status: 404, code: "PATIENT_NOT_FOUND" });
});

test("A47 with a reason it opens the history, listed with every use for the patient and the facility", async () => {
  const administrator = await clinic.newAdministrator("Riverside Clinic");
  expect(await open(REASON)).toMatchObject({ status: 200, json: { replayed: false } });
  expect((await history()).status).toBe(200);
  const { status, json } = await history();
  expect({ status, json }).toMatchObject({ status: 200, json: { patientData: { email: null, phone: null } } });
  const row = { provider_id: provider.userId, reason: REASON, reads: 2, revoked_at: null };
  for (const person of [patient.name, administrator.name, provider.name])
    expect(await listedFor(person)).toEqual([row]);
  expect(await listedFor("bob")).toEqual([]);
});

test("A47 revoked by the patient it is closed, and not opened again by another reason", async () => {
  const opened = z.object({ emergencyAccessId: z.uuid() }).parse((await open(REASON)).json);
  expect((await history()).status).toBe(200);
  const body = { p_emergency_access_id: opened.emergencyAccessId };
  expect((await clinic.rpc("revoke_emergency_access", { as: patient.name, body })).status).toBe(200);
  expect(await history()).toMatchObject({ status: 404, code: "PATIENT_NOT_FOUND" });
  expect(await open("Cardiac arrest in the ward")).toMatchObject({ status: 403, json: { hint: "FORBIDDEN" } });
});

test("A47 past its time it is closed", async () => {
  await clinic.sql`
    insert into public.emergency_accesses (provider_id, patient_id, reason, opened_at, expires_at)
    values (${provider.userId}, ${patient.userId}, ${REASON}, now() - interval '4 hours', now())`;
  expect(await history()).toMatchObject({ status: 404, code: "PATIENT_NOT_FOUND" });
});

test("A47 two calls at once open one access", async () => {
  const answers = await Promise.all([open(REASON), open(REASON)]);
  expect(answers.map(({ json }) => json["replayed"]).sort()).toEqual([false, true]);
  expect(await listedFor(patient.name)).toHaveLength(1);
});
