import { join } from "node:path";
import { readEncounterFile } from "../../scripts/walk/encounter-file.ts";
import { walkMainJob } from "../../scripts/walk/walk-main-job.ts";
import type { Clinic } from "./clinic.ts";

const SAMPLE = join(import.meta.dirname, "../../scripts/walk/sample-encounter.json");

/**
 * Walks the main job in an encounter of its own, from the booking to the merged record.
 *
 * @param clinic - The clinic.
 * @param file - The talk; the sample by default.
 * @returns The titles of the steps, the lines they showed, and the note that was signed and merged.
 */
export async function walkMainJobOnce(
  clinic: Clinic,
  file = SAMPLE,
): Promise<{ titles: string[]; lines: string[]; soapNoteId: string }> {
  const [provider, patient, stranger] = await Promise.all([
    clinic.phone("dr-amara"),
    clinic.phone("alice"),
    clinic.phone("bob"),
  ]);
  const encounter = await clinic.book();
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
