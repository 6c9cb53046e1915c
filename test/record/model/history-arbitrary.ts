import { createHash } from "node:crypto";
import fc from "fast-check";
import type { SignedNote } from "../reference/signed-note.ts";
import { compareText } from "../reference/statement.ts";
import { noteContent } from "./note-content-arbitrary.ts";

/** One of the notes of a patient, and when in the patient's history it was signed. */
export interface HistoryNote {
  readonly note: SignedNote;
  /** Notes of one wave are signed together; encounter times know nothing of waves. */
  readonly wave: number;
  /** Whether its signer retracts it, when all is merged. */
  readonly isRetracted?: boolean;
}

/** All that happens to one patient: notes signed in waves, after which waves somebody calls a merge, what is retracted. */
export interface History {
  readonly notes: readonly HistoryNote[];
  /** Per wave whether its notes are merged at once or wait for a later merge. */
  readonly mergeAfterWave: readonly boolean[];
}

const MAX_NOTES = 3;
const WAVES = 3;
const PROVIDERS = ["a0000000-0000-4000-8000-000000000001", "a0000000-0000-4000-8000-000000000002"];
// Ties to the second and to the fraction of it, and two times of one moment's day.
const TIMES = ["10:00:00Z", "10:00:00.5Z", "10:00:01Z", "23:30:00Z"];

const encounter = fc.record({
  day: fc.integer({ min: 10, max: 16 }),
  time: fc.constantFrom(...TIMES),
  signedBy: fc.constantFrom(...PROVIDERS),
});
const step = fc.record({ encounter: fc.nat(5), content: noteContent });

/** Notes of one synthetic patient, in up to six encounters; their ids are their own and come back with the seed. */
export const signedNotes = (minLength: number, maxLength: number): fc.Arbitrary<readonly SignedNote[]> =>
  fc
    .record({
      salt: fc.noBias(fc.maxSafeNat()),
      encounters: fc.array(encounter, { minLength: 6, maxLength: 6 }),
      steps: fc.array(step, { minLength, maxLength }),
    })
    .map(({ salt, encounters, steps }) =>
      steps.flatMap(({ encounter: place, content }, index) => {
        const held = encounters[place];
        if (held === undefined) return [];
        const { day, time, signedBy } = held;
        const id = uuidOf(`${salt} note ${index}`);
        const encounterId = uuidOf(`${salt} encounter ${place}`);
        return [{ id, encounterId, encounterAt: `2026-01-${day}T${time}`, signedBy, ...content }];
      }),
    );

/** A synthetic patient's history: up to three notes, signed and merged in up to three waves, now and then retracted. */
export const patientHistory: fc.Arbitrary<History> = fc
  .record({
    notes: signedNotes(1, MAX_NOTES),
    waves: fc.array(fc.nat(WAVES - 1), { minLength: MAX_NOTES, maxLength: MAX_NOTES }),
    mergeAfterWave: fc.array(fc.boolean(), { minLength: WAVES, maxLength: WAVES }),
    // In one history of four: a record of one note that is retracted says little about folding.
    retracted: fc.oneof(
      { arbitrary: fc.constant(MAX_NOTES), weight: 3 },
      { arbitrary: fc.nat(MAX_NOTES - 1), weight: 1 },
    ),
  })
  .map(({ notes, waves, mergeAfterWave, retracted }) => ({
    mergeAfterWave,
    notes: notes.map((note, index) => ({ note, wave: waves[index] ?? 0, isRetracted: index === retracted })),
  }));

/** The notes a history leaves standing. */
export function standingNotes({ notes }: History): SignedNote[] {
  return notes.flatMap(({ note, isRetracted }) => (isRetracted === true ? [] : [note]));
}

/**
 * The same notes under other ids, which stand to each other as before: a second patient with the same story.
 *
 * @param copy - makes the ids
 */
export function relabelled(notes: readonly SignedNote[], copy: string): SignedNote[] {
  const inIdOrder = notes.map(({ id }) => id).sort(compareText);
  const head = uuidOf(copy).slice(0, 24);
  return notes.map((note) => ({
    ...note,
    id: head + inIdOrder.indexOf(note.id).toString(16).padStart(12, "0"),
    encounterId: uuidOf(`${copy} ${note.encounterId}`),
  }));
}

function uuidOf(text: string): string {
  const hex = createHash("sha256").update(text).digest("hex");
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20, 32)}`;
}
