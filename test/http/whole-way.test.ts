import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { openClinic } from "../support/clinic.ts";
import { walkMainJobOnce } from "../support/walk-main-job-once.ts";

const clinic = openClinic();
afterAll(clinic.close);

const RECORDED = process.env["RECORDED_ENCOUNTERS"];

describe("the whole way, from snapshot to history", () => {
  test("holds for the sample talk, and the allergy on record stays in the record", async () => {
    const { titles, lines } = await walkMainJobOnce(clinic);
    expect(titles).toHaveLength(10);
    expect(lines.join("\n")).toMatch(/penicillin/i);
  });

  test("M11 M12 merging the same note again, fifty times at once, changes nothing and says so", async () => {
    const { soapNoteId } = await walkMainJobOnce(clinic);
    const provider = await clinic.phone("dr-amara");
    const { patientId } = await clinic.book();
    const answers = await Promise.all(
      Array.from({ length: 50 }, () =>
        provider.callFunction("update-patient-medical-record", { soap_note_id: soapNoteId, patient_id: patientId }),
      ),
    );
    expect(answers.map(({ status }) => status)).toEqual(Array.from({ length: 50 }, () => 200));
    const data = new Set(answers.map(({ body }) => JSON.stringify(body["data"])));
    expect(data.size).toBe(1);
    expect([...data][0]).toContain('"replayed":true');
  });

  const recorded = RECORDED === undefined ? [] : globSync(join(RECORDED, "*.json"));
  test.skipIf(recorded.length === 0)(
    `holds for recorded encounters (RECORDED_ENCOUNTERS=${RECORDED ?? "folder of JSON files, not set"})`,
    async () => {
      for (const file of recorded) {
        const { titles } = await walkMainJobOnce(clinic, file);
        expect(titles, basename(file)).toHaveLength(10);
      }
    },
  );
});
