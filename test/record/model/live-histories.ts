import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { z } from "zod";
import { NOTE_TABLES, type SignedNote } from "../reference/signed-note.ts";
import { inLanes } from "../support/in-lanes.ts";
import type { History } from "./history-arbitrary.ts";

type Transaction = postgres.TransactionSql;

const Outcome = z.object({ stored: z.string(), rebuilt: z.string().nullable() });

/** The stored record of a patient and, where asked for, the rebuild from the tables, as the database writes them. */
export type Outcome = z.infer<typeof Outcome>;

// What a transaction wrote stays in its way until it ends, and in that of others on its server.
const HISTORIES_AT_ONCE = 20;

/**
 * Lives through histories, one patient each, many at once with a handful of statements per wave, and forgets them.
 *
 * @param sql - logs in as the owner of the schema; each of its connections takes a part
 * @param histories - any number; their notes' ids are never the same
 * @param isRebuilt - whether to fold each record a second time, from the tables
 * @returns an outcome per history
 */
export async function liveHistories(
  sql: postgres.Sql,
  histories: readonly History[],
  isRebuilt = true,
): Promise<readonly Outcome[]> {
  const outcomes: (readonly Outcome[])[] = [];
  await inLanes(sql.options.max, Math.ceil(histories.length / HISTORIES_AT_ONCE), async (batch) => {
    const some = histories.slice(batch * HISTORIES_AT_ONCE, (batch + 1) * HISTORIES_AT_ONCE);
    outcomes[batch] = await liveAndForget(sql, some, isRebuilt);
  });
  return outcomes.flat();
}

async function liveAndForget(sql: postgres.Sql, histories: readonly History[], isRebuilt: boolean) {
  const rollback = new Error("rolled back on purpose");
  let outcomes: readonly Outcome[] = [];
  await sql
    .begin(async (transaction) => {
      const patientIds = await live(transaction, histories);
      outcomes = await readOutcomes(transaction, patientIds, isRebuilt);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  return outcomes;
}

/** Answers with the patients, in the order of their histories. */
async function live(sql: Transaction, histories: readonly History[]): Promise<readonly string[]> {
  const patients = histories.map((history) => ({ history, id: randomUUID() }));
  await bookPatients(sql, patients);
  for (const wave of wavesOf(histories)) {
    await signInRounds(
      sql,
      patients.flatMap(({ history, id }) =>
        history.notes.flatMap((step) => (step.wave === wave ? [{ note: step.note, patientId: id }] : [])),
      ),
    );
    await mergePending(
      sql,
      patients.flatMap(({ history, id }) => (history.mergeAfterWave[wave] === true ? [id] : [])),
    );
  }
  const ids = patients.map(({ id }) => id);
  await mergePending(sql, ids);
  await retract(sql, histories);
  return ids;
}

function wavesOf(histories: readonly History[]): number[] {
  const waves = new Set(histories.flatMap(({ notes }) => notes.map(({ wave }) => wave)));
  return [...waves].sort((a, b) => a - b);
}

async function bookPatients(sql: Transaction, patients: readonly { id: string; history: History }[]): Promise<void> {
  const encounters = patients.flatMap(({ id, history }) => {
    const notes = new Map(history.notes.map(({ note }) => [note.encounterId, note]));
    return [...notes.values()].map(({ encounterId, encounterAt, signedBy }) => ({
      id: encounterId,
      patient_id: id,
      provider_id: signedBy,
      at: encounterAt,
    }));
  });
  const ids = patients.map(({ id }) => id);
  await sql`insert into public.users (id, firebase_uid) select id, 'patient-' || id from unnest(${ids}::uuid[]) as id`;
  await sql`insert into public.patient_profiles (user_id) select unnest(${ids}::uuid[])`;
  await sql`
    with encounter as (
      select * from jsonb_to_recordset(${JSON.stringify(encounters)}::text::jsonb)
        as encounter (id uuid, patient_id uuid, provider_id uuid, at timestamptz)
    ),
    appointment as (
      insert into public.appointments (id, patient_id, provider_id, scheduled_start)
      select id, patient_id, provider_id, at from encounter
    )
    insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
    select id, id, patient_id, provider_id, at from encounter`;
}

interface NoteOfPatient {
  readonly note: SignedNote;
  readonly patientId: string;
}

// An encounter has one open note at a time: a second one is written when the first is signed.
async function signInRounds(sql: Transaction, notes: readonly NoteOfPatient[]): Promise<void> {
  let left = notes;
  while (left.length > 0) {
    const firstOf = new Map(left.toReversed().map((entry) => [entry.note.encounterId, entry]));
    await sign(sql, [...firstOf.values()]);
    left = left.filter((entry) => firstOf.get(entry.note.encounterId) !== entry);
  }
}

async function sign(sql: Transaction, notes: readonly NoteOfPatient[]): Promise<void> {
  const written = notes.map(({ note, patientId }) => ({
    id: note.id,
    encounter_id: note.encounterId,
    patient_id: patientId,
    provider_id: note.signedBy,
    list_states: note.listStates,
  }));
  await sql`
    insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id, list_states)
    select id, encounter_id, encounter_id, patient_id, provider_id, list_states
    from jsonb_to_recordset(${JSON.stringify(written)}::text::jsonb)
      as note (id uuid, encounter_id uuid, patient_id uuid, provider_id uuid, list_states jsonb)`;
  for (const table of NOTE_TABLES) {
    const rows = notes.flatMap(({ note }) =>
      (note.rows[table] ?? []).map((row, index) => ({
        evidence: [],
        ...row,
        soap_note_id: note.id,
        id: String(index + 1),
        position: index + 1,
      })),
    );
    if (rows.length === 0) continue;
    await sql`
      insert into public.${sql(`soap_${table}`)}
      select * from jsonb_populate_recordset(null::public.${sql(`soap_${table}`)}, ${JSON.stringify(rows)}::text::jsonb)`;
  }
  await sql`
    update public.soap_notes as note
    set status = 'signed', signed_at = session.started_at + interval '20 minutes', signed_by = note.provider_id,
      encounter_at = session.started_at, content_sha256 = repeat('0', 64)
    from public.video_call_sessions as session
    where session.id = note.encounter_id and note.id = any (${notes.map(({ note }) => note.id)}::uuid[])`;
}

async function mergePending(sql: Transaction, patientIds: readonly string[]): Promise<void> {
  await sql`select private.merge_pending_notes(id) from unnest(${[...patientIds]}::uuid[]) as id`;
}

async function retract(sql: Transaction, histories: readonly History[]): Promise<void> {
  const notes = histories.flatMap(({ notes: all }) =>
    all.flatMap(({ note, isRetracted }) => (isRetracted === true ? [note] : [])),
  );
  for (const [signedBy, ofSigner] of Map.groupBy(notes, (note) => note.signedBy)) {
    const [signer] =
      await sql`select replace(firebase_uid, '-uid', '') as name from public.users where id = ${signedBy}`;
    await sql`select tests.sign_in_as(${String(signer?.["name"])})`;
    for (const { id } of ofSigner) {
      const [row] =
        await sql`select public.retract_soap_note(${id}, 'Entered for another patient') ->> 'status' as status`;
      if (row?.["status"] !== "retracted") throw new Error("a note of the history was not retracted");
    }
    await sql`select tests.sign_out()`;
  }
}

async function readOutcomes(
  sql: Transaction,
  patientIds: readonly string[],
  isRebuilt: boolean,
): Promise<readonly Outcome[]> {
  const rows = await sql`
    select profile.cumulative_medical_record::text as stored,
      case when ${isRebuilt} then private.fold_record(profile.user_id)::text end as rebuilt
    from unnest(${[...patientIds]}::uuid[]) with ordinality as patient (id, place)
    join public.patient_profiles as profile on profile.user_id = patient.id
    order by patient.place`;
  return z.array(Outcome).parse(rows);
}
