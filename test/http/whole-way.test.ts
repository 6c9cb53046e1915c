import { globSync } from "node:fs";
import { basename, join } from "node:path";
import { describe, expect, test } from "vitest";
import { readEncounterFile } from "../../scripts/walk/encounter-file.ts";
import { walkMainJob } from "../../scripts/walk/walk-main-job.ts";
import { bookAliceWithAmara, signIn } from "../support/mobile-caller.ts";

const SAMPLE = join(import.meta.dirname, "../../scripts/walk/sample-encounter.json");
const RECORDED = process.env["RECORDED_ENCOUNTERS"];

async function walk(file: string): Promise<{ titles: string[]; lines: string[]; soapNoteId: string }> {
  const [provider, patient, stranger] = await Promise.all([signIn("dr-amara"), signIn("alice"), signIn("bob")]);
  const encounter = await bookAliceWithAmara();
  const titles: string[] = [];
  const lines: string[] = [];
  await walkMainJob({
    ...{ encounter, provider, patient, stranger, guestAttendeeId: encounter.attendees.other },
    turns: readEncounterFile(file),
    step: (title) => titles.push(title),
    show: (line) => lines.push(line),
  });
  const saved = lines.find((line) => line.startsWith("saved as note "));
  return { titles, lines, soapNoteId: saved?.slice("saved as note ".length) ?? "" };
}

describe("the whole way, from snapshot to history", () => {
  test("holds for the sample talk, and the allergy on record stays in the record", async () => {
    const { titles, lines } = await walk(SAMPLE);
    expect(titles).toHaveLength(9);
    expect(lines.join("\n")).toMatch(/penicillin/i);
  });

  test("M11 M12 merging the same note again, fifty times at once, changes nothing and says so", async () => {
    const { soapNoteId } = await walk(SAMPLE);
    const provider = await signIn("dr-amara");
    const { patientId } = await bookAliceWithAmara();
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
        const { titles } = await walk(file);
        expect(titles, basename(file)).toHaveLength(9);
      }
    },
  );
});
