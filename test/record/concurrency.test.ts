import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

let database: TestDatabase;
let patientId: string;

beforeAll(async () => {
  database = await startDatabase(16);
});

afterAll(() => database.stop());

beforeEach(async () => {
  patientId = await newPatient(database.sql);
});

describe("merges of one patient at the same time", () => {
  test("M13: fifty merges of fifty notes leave all fifty", async () => {
    const noteIds = await signNotes(database.sql, patientId, 50);
    const answers = await Promise.all(noteIds.map((noteId) => merge(database.sql, patientId, noteId)));

    const record = await storedRecord(database.sql, patientId);
    expect(record["metadata"]).toMatchObject({ total_visits: 50, source_soap_notes: { length: 50 } });
    expect(record["allergies"]).toHaveLength(50);
    expect(record).toEqual(await rebuiltRecord(database.sql, patientId));
    expect(answers.map(({ soapNoteId }) => soapNoteId)).toEqual(noteIds);
    expect(await ledgerRows(database.sql, patientId)).toBe(50);
  });

  test("M12: fifty merges of one note have one effect and forty-nine replays with the same answer", async () => {
    const [noteId = ""] = await signNotes(database.sql, patientId, 1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => merge(database.sql, patientId, noteId)));

    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    const answered = new Set(answers.map(({ replayed: _, ...answer }) => JSON.stringify(answer)));
    expect(answered.size).toBe(1);
    expect(await ledgerRows(database.sql, patientId)).toBe(1);
  });

  test("M15: a change of address meanwhile survives, and so does the merge", async () => {
    const [noteId = ""] = await signNotes(database.sql, patientId, 1);
    await Promise.all([
      merge(database.sql, patientId, noteId),
      database.sql`update public.patient_profiles set address = '9 Example Street' where user_id = ${patientId}`,
    ]);
    const [profile] = await database.sql`
      select address, cumulative_medical_record #> '{metadata,total_visits}' as visits
      from public.patient_profiles where user_id = ${patientId}`;
    expect(profile).toEqual({ address: "9 Example Street", visits: 1 });
  });

  test("M14: merges of several patients, shuffled, do not get in each other's way", async () => {
    const patientIds = await Promise.all(Array.from({ length: 5 }, () => newPatient(database.sql)));
    const notes = await Promise.all(patientIds.map((id) => signNotes(database.sql, id, 5)));
    // The first notes of all patients, then the second ones: neighbours in the queue never share a patient.
    const calls = [0, 1, 2, 3, 4].flatMap((place) =>
      patientIds.map((id, index) => ({ id, noteId: notes[index]?.[place] ?? "" })),
    );
    await Promise.all(calls.map(({ id, noteId }) => merge(database.sql, id, noteId)));

    for (const id of patientIds) {
      expect(await storedRecord(database.sql, id)).toMatchObject({ metadata: { total_visits: 5 } });
    }
  });

  test("M16: a reader meanwhile sees the record of before or of after", async () => {
    const [first = "", second = ""] = await signNotes(database.sql, patientId, 2);
    const seen: unknown[] = [];
    const read = async () => seen.push((await storedRecord(database.sql, patientId))["allergies"]);
    await Promise.all([
      read(),
      merge(database.sql, patientId, first),
      read(),
      merge(database.sql, patientId, second),
      read(),
    ]);
    const after = (await storedRecord(database.sql, patientId))["allergies"];

    expect(after).toHaveLength(2);
    for (const allergies of seen) expect([undefined, after]).toContainEqual(allergies);
  });

  test("M29, M32: a merge that is stopped half way leaves nothing, and the next one completes", async () => {
    const [noteId = ""] = await signNotes(database.sql, patientId, 1);
    const stopped = database.sql.begin(async (transaction) => {
      await transaction`select tests.merge(${noteId}, p_patient_id => ${patientId})`;
      await transaction`set local statement_timeout = '1ms'`;
      await transaction`select pg_sleep(10)`;
    });
    await expect(stopped).rejects.toMatchObject({ code: "57014" });
    expect(await ledgerRows(database.sql, patientId)).toBe(0);
    expect(await storedRecord(database.sql, patientId)).toEqual({});

    expect(await merge(database.sql, patientId, noteId)).toMatchObject({ replayed: false });
    expect(await ledgerRows(database.sql, patientId)).toBe(1);
  });
});

interface MergeAnswer {
  readonly soapNoteId: unknown;
  readonly replayed: unknown;
}

async function merge(sql: postgres.Sql, patientId: string, noteId: string): Promise<MergeAnswer> {
  return await sql.begin(async (transaction) => {
    const [row] = await transaction`select tests.merge(${noteId}, p_patient_id => ${patientId}) as answer`;
    return row?.["answer"];
  });
}

async function newPatient(sql: postgres.Sql): Promise<string> {
  const [row] = await sql`select tests.new_patient(${randomUUID()}) as id`;
  return String(row?.["id"]);
}

// Each note names an allergen of its own, so that a note that was lost is an entry that is missing.
async function signNotes(sql: postgres.Sql, patientId: string, count: number): Promise<string[]> {
  const rows = await sql`
    select tests.signed_note(
      ${patientId}, '2026-01-01T10:00Z'::timestamptz + visit * interval '1 day',
      jsonb_build_object('subjective_allergies', jsonb_build_array(jsonb_build_object('allergen', 'Allergen ' || visit)))
    ) as id
    from generate_series(1, ${count}::int) as visit`;
  return rows.map((row) => String(row["id"]));
}

async function storedRecord(sql: postgres.Sql, patientId: string): Promise<Record<string, unknown>> {
  const [row] =
    await sql`select cumulative_medical_record as record from public.patient_profiles where user_id = ${patientId}`;
  return row?.["record"];
}

async function rebuiltRecord(sql: postgres.Sql, patientId: string): Promise<Record<string, unknown>> {
  const [row] = await sql`select private.fold_record(${patientId}) as record`;
  return row?.["record"];
}

async function ledgerRows(sql: postgres.Sql, patientId: string): Promise<number> {
  return (await sql`select from public.soap_note_merges where patient_id = ${patientId}`).length;
}
