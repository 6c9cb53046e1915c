import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const CLIENTS = 12;

let database: TestDatabase;
let patientId: string;

beforeAll(async () => {
  database = await startDatabase(CLIENTS);
});

afterAll(() => database.stop());

beforeEach(async () => {
  patientId = randomUUID();
  await database.sql`select tests.new_patient(${patientId})`;
});

/** One request of dr-amara in a transaction of its own; returns the first row's `answer`. */
async function asProvider(
  call: (request: postgres.TransactionSql) => Promise<readonly { answer: unknown }[]>,
): Promise<unknown> {
  const rows = await database.sql.begin(async (request) => {
    await request`select tests.sign_in_as('dr-amara')`;
    return await call(request);
  });
  return rows[0]?.answer;
}

/** A visit of the test's patient, signed and, unless told otherwise, merged; returns the note's id. */
async function visit(day: number, items: object, merge = true): Promise<string> {
  const at = new Date(Date.UTC(2026, 0, day, 10)).toISOString();
  const [note] = await database.sql<{ id: string }[]>`
    select tests.signed_note(${patientId}, ${at}, ${JSON.stringify(items)}::text::jsonb) as id`;
  if (note === undefined) throw new Error("Cannot sign a note: nothing was inserted");
  if (merge) await database.sql`select private.merge_pending_notes(${patientId})`;
  return note.id;
}

const allergy = (allergen: string, severity?: string) => ({ subjective_allergies: [{ allergen, severity }] });
const retract = (id: string) =>
  asProvider((request) => request`select public.retract_soap_note(${id}, 'wrong patient') as answer`);
const amend = (id: string, reason: string) =>
  asProvider((request) => request`select public.amend_soap_note(${id}, '{}', ${reason}) as answer`);
const atOnce = <Result>(work: (index: number) => Promise<Result>): Promise<Result[]> =>
  Promise.all(Array.from({ length: CLIENTS }, (_, index) => work(index)));

/** The kinds in the patient's journal, in order, after a check that the stored record is a rebuild of it. */
async function journal(): Promise<string[]> {
  const [record] = await database.sql`
    select cumulative_medical_record = private.fold_record(user_id) as agrees
    from public.patient_profiles where user_id = ${patientId}`;
  expect(record?.["agrees"]).toBe(true);
  const events = await database.sql<{ kind: string }[]>`
    select kind from private.record_events where patient_id = ${patientId} order by sequence`;
  return events.map(({ kind }) => kind);
}

describe("at once", () => {
  test("M22 retractions of one note are one retraction, and all answer it", async () => {
    const id = await visit(1, allergy("Latex"));
    const answers = await atOnce(() => retract(id));
    const replays = answers.filter((answer) => JSON.stringify(answer).includes('"replayed":true'));
    expect(replays).toHaveLength(CLIENTS - 1);
    for (const answer of answers) expect(answer).toMatchObject({ soapNoteId: id, status: "retracted", totalVisits: 0 });
    expect(await journal()).toEqual(["merge", "retraction"]);
  });

  test("one amendment sent many times is one note", async () => {
    const id = await visit(1, allergy("Latex"));
    const answers = await atOnce(() => amend(id, "a typo"));
    const [first] = answers;
    for (const answer of answers) expect(answer).toEqual({ ...Object(first), replayed: expect.any(Boolean) });
    expect(await journal()).toEqual(["merge", "merge"]);
  });

  test("of many amendments of one note one stands, the others are conflicts", async () => {
    const id = await visit(1, allergy("Latex"));
    const answers = await atOnce((index) => amend(id, `reason ${index}`));
    expect(answers.filter((answer) => Object(answer).hint === "REVISION_CONFLICT")).toHaveLength(CLIENTS - 1);
    expect(answers.filter((answer) => Object(answer).amendsSoapNoteId === id)).toHaveLength(1);
    expect(await journal()).toEqual(["merge", "merge"]);
  });

  test("of many decisions on one conflict one counts, nobody overrules it unseen", async () => {
    await visit(1, allergy("Latex", "severe"));
    await visit(2, allergy("Latex", "mild"));
    const [conflict] = await database.sql<{ id: string }[]>`
      select id from public.record_conflicts where patient_id = ${patientId} and status = 'open'`;
    const answers = await atOnce((index) =>
      asProvider(
        (request) =>
          request`select public.resolve_conflict(${conflict?.id ?? null}, 'accept', null, ${`reason ${index}`}) as answer`,
      ),
    );
    expect(answers.filter((answer) => Object(answer).hint === "REVISION_CONFLICT")).toHaveLength(CLIENTS - 1);
    expect(await journal()).toEqual(["merge", "merge", "decision"]);
  });

  test("M15 merges, retractions, amendments, reads and previews of one patient neither deadlock nor disagree", async () => {
    const ids: string[] = [];
    for (let day = 1; day <= CLIENTS; day++) ids.push(await visit(day, allergy(`Allergen ${day % 4}`), day % 3 === 0));
    await atOnce(async (index) => {
      const id = ids[index] ?? "";
      if (index % 4 === 0) await retract(id);
      else if (index % 4 === 1) await amend(id, "a typo");
      else if (index % 4 === 2)
        await asProvider(
          (request) => request`select public.merge_soap_into_cumulative_record(${patientId}, ${id}) as answer`,
        );
      else
        await asProvider(
          (request) => request`
            select public.merge_preview(${id}), public.get_patient_history(${patientId}) as answer`,
        );
    });
    const kinds = await journal();
    expect(kinds.filter((kind) => kind === "retraction")).toHaveLength(CLIENTS / 4);
    expect(kinds.filter((kind) => kind === "merge")).toHaveLength(CLIENTS + CLIENTS / 4);
  });
});

describe("the sweep", () => {
  test("side by side with others merges every patient once", async () => {
    const patients = Array.from({ length: 6 }, () => randomUUID());
    for (const id of patients) {
      patientId = id;
      await database.sql`select tests.new_patient(${id})`;
      await visit(1, allergy("Latex"), false);
    }
    const swept = await atOnce(() => database.sql<{ count: number }[]>`select private.sweep_pending_merges() as count`);
    expect(swept.reduce((sum, [row]) => sum + (row?.count ?? 0), 0)).toBe(patients.length);
    const merges = await database.sql`select 1 from public.soap_note_merges where patient_id = any(${patients})`;
    expect(merges).toHaveLength(patients.length);
  });

  test("does not wait for a patient somebody else is at, and has them the next time", async () => {
    await visit(1, allergy("Latex"), false);
    await database.sql.begin(async (request) => {
      await request`select from public.patient_profiles where user_id = ${patientId} for no key update`;
      expect(await database.sql`select private.sweep_pending_merges() as count`).toEqual([{ count: 0 }]);
    });
    expect(await database.sql`select private.sweep_pending_merges() as count`).toEqual([{ count: 1 }]);
  });
});

test("M22 a merge that waited for a retraction is refused after it", async () => {
  const id = await visit(1, allergy("Latex"), false);
  const merge = () =>
    asProvider((request) => request`select public.merge_soap_into_cumulative_record(${patientId}, ${id}) as answer`);
  const { waiting } = await database.sql.begin(async (request) => {
    await request`select tests.sign_in_as('dr-amara')`;
    await request`select public.retract_soap_note(${id}, 'wrong patient')`;
    const waiting = merge();
    await expect
      .poll(
        () =>
          database.sql`
            select pid from pg_stat_activity
            where wait_event_type = 'Lock' and query ilike '%merge_soap_into%' and pid <> pg_backend_pid()`,
        { timeout: 10_000, interval: 20 },
      )
      .toHaveLength(1);
    return { waiting };
  });
  expect(await waiting).toMatchObject({ hint: "NOTE_RETRACTED" });
  expect(await journal()).toEqual(["merge", "retraction"]);
});
