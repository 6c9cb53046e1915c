import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { openClinic } from "../../support/clinic.ts";

const SLUG = "update-patient-medical-record";
const clinic = openClinic();
afterAll(clinic.close);

const Merged = z.object({
  data: z.looseObject({
    totalVisits: z.int(),
    changes: z.unknown(),
    updatedRecord: z.unknown(),
    replayed: z.boolean(),
  }),
});

const merge = (patientId: string, soapNoteId: string) =>
  clinic.call(SLUG, { as: "dr-amara", body: { patientId, soapNoteId } });

const allergyTo = (allergen: string) => ({
  subjective: { allergies: [{ id: "allergy-1", allergen, severity: "severe" }] },
});

describe("update-patient-medical-record", () => {
  test("A23 merges the signer's note, under either spelling of the fields", async () => {
    const patient = await clinic.newPatient();
    const soap_note_id = await clinic.writeNote(await clinic.book({ patient: patient.name }), allergyTo("Latex"));
    const body = { soap_note_id, patient_id: patient.userId };
    const { status, json } = await clinic.call(SLUG, { as: "dr-amara", body });
    expect(status).toBe(200);
    expect(json).toMatchObject({
      success: true,
      status: 200,
      message: expect.any(String),
      data: {
        patientId: patient.userId,
        soapNoteId: soap_note_id,
        totalVisits: 1,
        replayed: false,
        updatedRecord: { allergies: [{ allergen: "Latex", severity: "severe" }] },
      },
    });
  });

  test("M11 M31 answers a repeat the same, marked replayed, and counts one visit", async () => {
    const patient = await clinic.newPatient();
    const noteId = await clinic.writeNote(await clinic.book({ patient: patient.name }), allergyTo("Latex"));
    const first = Merged.parse((await merge(patient.userId, noteId)).json).data;
    const again = Merged.parse((await merge(patient.userId, noteId)).json).data;
    expect(again).toEqual({ ...first, replayed: true });
    expect(again.totalVisits).toBe(1);
  });

  test("M12 makes one effect of fifty concurrent calls with one note", async () => {
    const patient = await clinic.newPatient();
    const noteId = await clinic.writeNote(await clinic.book({ patient: patient.name }), allergyTo("Latex"));
    const answers = await Promise.all(Array.from({ length: 50 }, () => merge(patient.userId, noteId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const merged = answers.map(({ json }) => Merged.parse(json).data);
    expect(merged.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(merged.map(({ replayed, ...same }) => JSON.stringify(same))).size).toBe(1);
    expect(merged[0]?.totalVisits).toBe(1);
  });

  test("M13 loses none of fifty notes merged at once", async () => {
    const patient = await clinic.newPatient();
    const notes = await Promise.all(
      Array.from({ length: 50 }, async (_, visit) =>
        clinic.writeNote(
          await clinic.book({ patient: patient.name, scheduledStart: new Date(Date.UTC(2025, 0, 1 + visit)) }),
          allergyTo(`Allergen ${visit}`),
        ),
      ),
    );
    const answers = await Promise.all(notes.map((noteId) => merge(patient.userId, noteId)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const { json } = await clinic.call("get-patient-history", {
      as: patient.name,
      body: { patientId: patient.userId },
    });
    expect(json).toMatchObject({ record: { metadata: { total_visits: 50 } } });
    const { patientData } = z
      .looseObject({ patientData: z.looseObject({ allergies: z.array(z.string()) }) })
      .parse(json);
    expect(new Set(patientData.allergies).size).toBe(50);
  });
});
