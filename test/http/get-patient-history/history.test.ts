import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openClinic } from "../../support/clinic.ts";

const SLUG = "get-patient-history";
const clinic = openClinic();
afterAll(clinic.close);

const Page = z.looseObject({
  pastNotes: z.array(z.object({ date: z.string(), assessment: z.string() })),
  nextCursor: z.string().nullish(),
});

describe("get-patient-history", () => {
  test("says of a new patient that nothing is known, and nothing else", async () => {
    const patient = await clinic.newPatient();
    const { json } = await clinic.call(SLUG, { as: patient.name, body: { patientId: patient.userId } });
    expect(json).toMatchObject({ hasHistory: false, pastNotes: [], patientData: { allergies: [], bloodType: null } });
  });

  test("shows signed notes only, newest five first, and the rest behind the cursor", async () => {
    const patient = await clinic.newPatient();
    for (let month = 1; month <= 7; month++) {
      const scheduledStart = new Date(Date.UTC(2025, month, 1));
      const encounter = await clinic.book({ patient: patient.name, scheduledStart });
      await clinic.writeNote(encounter, {
        assessment: { problems: [{ id: "problem-1", diagnosis_name: `Visit ${month}` }] },
      });
    }
    const unsigned = { assessment: { problems: [{ id: "problem-1", diagnosis_name: "Not signed" }] } };
    await clinic.writeNote(await clinic.book({ patient: patient.name }), unsigned, { sign: false });

    const first = Page.parse((await clinic.call(SLUG, { as: patient.name, body: { patientId: patient.userId } })).json);
    const body = { patientId: patient.userId, cursor: first.nextCursor };
    const second = Page.parse((await clinic.call(SLUG, { as: patient.name, body })).json);
    const seen = [...first.pastNotes, ...second.pastNotes].map(({ assessment }) => assessment);
    expect(first.pastNotes).toHaveLength(5);
    expect(seen).toEqual([7, 6, 5, 4, 3, 2, 1].map((month) => `Visit ${month}`));
    expect(second.nextCursor ?? null).toBeNull();
  });

  test("merges a signed note whose merge call never came", async () => {
    const patient = await clinic.newPatient();
    await clinic.writeNote(await clinic.book({ patient: patient.name }), {
      subjective: { allergies: [{ id: "allergy-1", allergen: "Aspirin" }] },
    });
    const { json } = await clinic.call(SLUG, { as: "dr-amara", body: { patientId: patient.userId } });
    expect(json).toMatchObject({
      patientData: { allergies: ["Aspirin (severity unknown)"] },
      record: { metadata: { total_visits: 1 } },
    });
  });
});
