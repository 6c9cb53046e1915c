import { afterAll, describe, expect, test } from "vitest";
import { openClinic } from "../../support/clinic.ts";

const SLUG = "create-context-snapshot";
const clinic = openClinic();
afterAll(clinic.close);

const open = (encounterId: string, headers = {}) =>
  clinic.call(SLUG, { as: "dr-amara", body: { encounter_id: encounterId }, headers });

/** Of a patient of the test's own: a record that another test changes makes another snapshot. */
const bookNewPatient = async () => clinic.book({ patient: (await clinic.newPatient()).name });

describe("create-context-snapshot", () => {
  test("P02 refuses an idempotency key that belongs to another encounter", async () => {
    const [one, other] = [await clinic.book(), await clinic.book()];
    const key = { "idempotency-key": `key-${one.id}` };
    expect((await open(one.id, key)).status).toBe(200);
    expect(await open(other.id, key)).toMatchObject({ status: 422, code: "IDEMPOTENCY_KEY_REUSED" });
  });

  test("P01 answers a repeated call with the same snapshot", async () => {
    const encounter = await bookNewPatient();
    const [first, again] = [await open(encounter.id), await open(encounter.id)];
    expect(again.json["snapshot"]).toEqual(first.json["snapshot"]);
  });

  test("P01 makes one snapshot of twenty concurrent calls", async () => {
    const encounter = await bookNewPatient();
    const answers = await Promise.all(Array.from({ length: 20 }, () => open(encounter.id)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ json }) => JSON.stringify(json["snapshot"]))).size).toBe(1);
  });

  test("makes a new version when the record changed", async () => {
    const patient = await clinic.newPatient();
    const encounter = await clinic.book({ patient: patient.name });
    await open(encounter.id);
    const earlier = await clinic.book({ patient: patient.name, scheduledStart: new Date("2026-01-05T10:00:00Z") });
    await clinic.writeNote(earlier, {
      subjective: { allergies: [{ id: "allergy-1", allergen: "Latex", reaction: "hives", severity: "mild" }] },
    });
    expect((await open(encounter.id)).json["snapshot"]).toMatchObject({
      snapshot_version: 2,
      allergies: [{ allergen: "Latex", reaction: "hives", severity: "mild" }],
      list_states: { allergies: "listed", medications: "not_asked" },
    });
  });

  test("moves the encounter on, once", async () => {
    const encounter = await clinic.book();
    await open(encounter.id);
    const [session] = await clinic.sql`
      select encounter_status, context_snapshot_id from public.video_call_sessions where id = ${encounter.id}`;
    expect(session).toMatchObject({ encounter_status: "precheck_open", context_snapshot_id: expect.any(String) });
  });

  test("invents nothing for a patient without a past", async () => {
    const patient = await clinic.newPatient();
    const encounter = await clinic.book({ patient: patient.name });
    expect((await open(encounter.id)).json["snapshot"]).toMatchObject({
      patient_demographics: { id: patient.userId, sex_at_birth: null },
      allergies: [],
      recent_notes_summary: "No previous visits",
      list_states: { allergies: "not_asked", medications: "not_asked", conditions: "not_asked" },
    });
  });
});
