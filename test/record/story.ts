import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import type { SyntheticNote } from "./note-arbitrary.ts";

/** A note of a story: the same note under the same id, whichever history of signing and merging it lives through. */
export interface StoryNote extends SyntheticNote {
  readonly id: string;
  readonly encounterId: string;
}

/** What happens to a note: it is signed and then merged at once, or left for a later merge to take along. */
export interface Step {
  readonly note: StoryNote;
  readonly merge: boolean;
}

/** Gives notes their ids, in the order given. */
export const asStory = (notes: readonly SyntheticNote[]): StoryNote[] =>
  notes.map((note) => ({ ...note, id: randomUUID(), encounterId: randomUUID() }));

/**
 * Lives through a history in a transaction that is rolled back, so that the same notes can have another history next.
 *
 * @param sql - logs in as the owner of the schema
 * @param steps - what is signed, in this order, and what is merged at once
 * @param mergeCalls - how often a merge is called
 * @returns the stored record and the rebuild from the tables, both as the database writes them
 */
export async function liveThrough(
  sql: postgres.Sql,
  steps: readonly Step[],
  mergeCalls = 1,
): Promise<{ stored: string; rebuilt: string; merges: number }> {
  const rollback = new Error("rolled back on purpose");
  let outcome = { stored: "", rebuilt: "", merges: 0 };
  await sql
    .begin(async (transaction) => {
      await transaction`select tests.new_patient()`;
      for (const { note, merge } of steps) {
        await sign(transaction, note);
        if (merge) await transaction`select tests.merge(${note.id}) from generate_series(1, ${mergeCalls}::int)`;
      }
      await transaction`select private.merge_pending_notes(tests.pat())`;
      const [row] = await transaction`
        select tests.record()::text as stored, private.fold_record(tests.pat())::text as rebuilt,
          (select count(*)::int from public.soap_note_merges where patient_id = tests.pat()) as merges`;
      outcome = { stored: row?.["stored"], rebuilt: row?.["rebuilt"], merges: row?.["merges"] };
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return outcome;
}

/** Signs a note of the patient of the story, in the visit it belongs to. */
export async function sign(sql: postgres.Sql | postgres.TransactionSql, note: StoryNote): Promise<void> {
  const encounterAt = new Date(Date.UTC(2026, 0, 10 + note.day, 10)).toISOString();
  await sql`
    select tests.signed_note(
      tests.pat(), ${encounterAt}, ${JSON.stringify(note.items)}::text::jsonb, ${note.id}, p_encounter_id => ${note.encounterId}
    )`;
}
