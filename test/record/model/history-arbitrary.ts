import { createHash } from "node:crypto";
import fc from "fast-check";
import type { SignedNote } from "../reference/signed-note.ts";
import { noteContent } from "./note-content-arbitrary.ts";

/** One of the notes of a patient, and when in the patient's history it was signed. */
export interface HistoryNote {
  readonly note: SignedNote;
  /** Notes of one wave are signed together; encounter times know nothing of waves. */
  readonly wave: number;
}

/** All that happens to one patient: notes signed in waves, and after which waves somebody calls a merge. */
export interface History {
  readonly notes: readonly HistoryNote[];
  /** Per wave whether its notes are merged at once or wait for a later merge. */
  readonly mergeAfterWave: readonly boolean[];
}

const WAVES = 3;
const PROVIDERS = ["a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002"];
// Ties to the second and to the fraction of it, and two times of one moment's day.
const TIMES = ["10:00:00Z", "10:00:00.5Z", "10:00:01Z", "23:30:00Z"];

const encounter = fc.record({
  day: fc.integer({ min: 10, max: 16 }),
  time: fc.constantFrom(...TIMES),
  signedBy: fc.constantFrom(...PROVIDERS),
});
const step = fc.record({ encounter: fc.nat(5), wave: fc.nat(WAVES - 1), content: noteContent });

/** A synthetic patient's history of up to seven notes in up to six encounters. */
export const patientHistory: fc.Arbitrary<History> = fc
  .record({
    // Makes ids that no other history has and that a seed brings back.
    salt: fc.noBias(fc.maxSafeNat()),
    encounters: fc.array(encounter, { minLength: 6, maxLength: 6 }),
    steps: fc.array(step, { minLength: 1, maxLength: 7 }),
    mergeAfterWave: fc.array(fc.boolean(), { minLength: WAVES, maxLength: WAVES }),
  })
  .map(({ salt, encounters, steps, mergeAfterWave }) => ({
    mergeAfterWave,
    notes: steps.flatMap(({ encounter: place, wave, content }, index) => {
      const held = encounters[place];
      if (held === undefined) return [];
      const note = {
        id: uuidOf(`${salt} note ${index}`),
        encounterId: uuidOf(`${salt} encounter ${place}`),
        encounterAt: `2026-01-${held.day}T${held.time}`,
        signedBy: held.signedBy,
        ...content,
      };
      return [{ note, wave }];
    }),
  }));

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
