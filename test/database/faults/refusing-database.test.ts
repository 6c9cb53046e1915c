import { mintToken } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, inject, test } from "vitest";
import { type FaultyWay, openFaultyWay } from "../../support/faulty-way.ts";
import { startDatabase, type TestDatabase } from "../../support/start-database.ts";

const UNAVAILABLE = { status: 503, code: "DATABASE_UNAVAILABLE", retryAfter: "5" };

let database: TestDatabase;
let way: FaultyWay;
let token: string;
let patientId: string;

beforeAll(async () => {
  database = await startDatabase();
  way = await openFaultyWay({ ...inject("scratchServer"), dbUrl: database.url });
  token = await mintToken(inject("scratchRoot"), "dr-amara-uid");
  patientId = one(await database.sql`select tests.user_id('alice') as id`);
});
afterAll(async () => {
  await way.close();
  await database.stop();
});

const one = (rows: readonly Readonly<Record<string, unknown>>[]) => String(rows[0]?.["id"]);
const readHistory = () => way.call("get-patient-history", token, { patientId });

/** A merge of a new signed note, and what there is of it. */
async function newMerge() {
  const items = JSON.stringify({ subjective_allergies: [{ allergen: "Latex" }] });
  const soapNoteId = one(
    await database.sql`select tests.signed_note(${patientId}, now(), ${items}::text::jsonb) as id`,
  );
  return {
    call: () => way.call("update-patient-medical-record", token, { soapNoteId, patientId }),
    traces: () => database.sql`
      select md5(profile::text) as record,
        (select count(*)::int from public.soap_note_merges where soap_note_id = ${soapNoteId}) as merges,
        (select count(*)::int from audit.events where object_id = ${soapNoteId}) as events
      from public.patient_profiles as profile where user_id = ${patientId}`,
  };
}

/** Changes the database for every connection that is made from now on, and ends those there are but this one. */
async function alterDatabase(how: string): Promise<void> {
  await database.sql.unsafe(`alter database ${new URL(database.url).pathname.slice(1)} ${how}`);
  await database.sql`
    select pg_terminate_backend(pid) from pg_stat_activity
    where datname = current_database() and pid <> pg_backend_pid()`;
}

describe("a database that refuses", () => {
  const REFUSALS = [
    ["D05 another connection", "53300", "connection limit 1", "connection limit -1"],
    ["D09 every write", "25006", "set default_transaction_read_only = on", "reset default_transaction_read_only"],
  ] as const;

  test.each(REFUSALS)(
    "%s (%s): 503, nothing is done, and it passes when the database does",
    async (_, sqlstate, fault, end) => {
      expect((await way.untilServed(readHistory)).status).toBe(200);
      const merge = await newMerge();
      const before = await merge.traces();
      await alterDatabase(fault);
      try {
        expect(await way.hurried(merge.call)).toMatchObject(UNAVAILABLE);
        expect(await way.hurried(readHistory), "nothing is read that cannot be put on record").toMatchObject(
          UNAVAILABLE,
        );
        // Of a connection that was ended the first call hears something else.
        while (!way.lines.join().includes(sqlstate)) expect(await way.hurried(readHistory)).toMatchObject(UNAVAILABLE);
      } finally {
        await alterDatabase(end);
      }
      expect(await merge.traces()).toEqual(before);
      expect((await way.untilServed(merge.call)).status).toBe(200);
      expect(await merge.traces()).toMatchObject([{ merges: 1 }]);
    },
  );

  test.each([
    ["public.soap_note_merges", "53100"],
    ["public.patient_profiles", "53100"],
    // What keeps the audit from being written has a code of its own.
    ["audit.events", "58000"],
  ])("D10 the write to %s because the disk is full (%s): 503, and nothing is half written", async (table, sqlstate) => {
    const merge = await newMerge();
    const before = await merge.traces();
    await fillDisk(table);
    expect(await merge.call().finally(emptyDisk)).toMatchObject(UNAVAILABLE);
    expect(way.lines.at(-1)).toContain(sqlstate);
    expect(await merge.traces()).toEqual(before);
    expect(await merge.call()).toMatchObject({ status: 200, json: { data: { replayed: false } } });
  });

  test("P08 a call under an idempotency key: what failed is not what its repeat is answered", async () => {
    const encounterId = one(await database.sql`select tests.encounter_id('dr-amara', 'alice') as id`);
    const snap = () => way.call("create-context-snapshot", token, { encounter_id: encounterId }, "key-of-a-failure");
    await fillDisk("public.context_snapshots");
    expect(await snap().finally(emptyDisk)).toMatchObject(UNAVAILABLE);
    const repeated = await snap();
    expect(repeated).toMatchObject({ status: 200, json: { snapshot: { snapshot_version: 1 } } });
    expect((await snap()).json["snapshot"]).toEqual(repeated.json["snapshot"]);
  });
});

/** Makes every write to a table fail after it was done, as where the next page of a file finds no room. */
async function fillDisk(table: string): Promise<void> {
  await database.sql.unsafe(`
    create function public.disk_is_full() returns trigger language plpgsql as $$
    begin raise disk_full using message = 'could not extend file: No space left on device'; end $$;
    create trigger disk_is_full after insert or update on ${table}
    for each row execute function public.disk_is_full();`);
}

async function emptyDisk(): Promise<void> {
  await database.sql`drop function public.disk_is_full() cascade`;
}
