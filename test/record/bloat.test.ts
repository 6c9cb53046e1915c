import { afterAll, beforeAll, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const RUNS = Math.round(Number(process.env["RECORD_RUNS"] ?? 1));
/** Done twice; in a proof of twenty runs 100,000 together. */
const UPDATES = RUNS <= 1 ? 1000 : 2500 * RUNS;
const NOTES = 12;

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
  const { sql } = database;
  await sql`select tests.new_patient()`;
  for (let note = 0; note < NOTES; note++) {
    const items = JSON.stringify({ subjective_allergies: [{ allergen: `Allergen ${note}`, reaction: "Rash" }] });
    await sql`select tests.visit(now(), ${items}::text::jsonb)`;
  }
});

afterAll(() => database.stop());

test(`D17 after ${UPDATES} writes of one record and a vacuum it is read and merged as before, from as few pages`, async () => {
  const { sql } = database;
  const before = await readRecord();
  await rewriteRecord();
  const bytes = await vacuumed();
  const { pages } = await readRecord();
  console.info(`${before.pages} pages, after ${UPDATES} writes and a vacuum ${pages}; ${bytes} bytes`);
  expect(pages).toBeLessThanOrEqual(before.pages * 2);

  // What was given back is written again: the second time nothing grows.
  await rewriteRecord();
  expect(await vacuumed()).toBeLessThanOrEqual(bytes * 1.1);
  expect((await readRecord()).record).toBe(before.record);

  const [merged] = await sql<{ answer: unknown }[]>`
    select tests.visit(now(), '{"subjective_allergies": [{"allergen": "Latex"}]}') as answer`;
  expect(merged?.answer).toMatchObject({ replayed: false, totalVisits: NOTES + 1 });
  expect(await sql`select from private.verify_record(tests.pat())`).toHaveLength(0);
});

/** The record, and how many pages were touched to find and read it. */
async function readRecord(): Promise<{ record: string; pages: number }> {
  const [row] = await database.sql<{ record: string }[]>`
    select cumulative_medical_record::text as record from public.patient_profiles where user_id = tests.pat()`;
  const [plan] = await database.sql`
    explain (analyze, buffers, format json)
    select length(cumulative_medical_record::text) from public.patient_profiles where user_id = tests.pat()`;
  const pages = JSON.stringify(plan).match(/"Shared (?:Hit|Read) Blocks":(\d+)/g) ?? [];
  return { record: row?.record ?? "", pages: Number(pages[0]?.split(":")[1]) + Number(pages[1]?.split(":")[1]) };
}

/** Writes every byte of the record again and again, as the fold does where one word of it changes. */
async function rewriteRecord(): Promise<void> {
  await database.sql.unsafe(`
    do $$ begin
      for number in 1 .. ${UPDATES} loop
        update public.patient_profiles set cumulative_medical_record = cumulative_medical_record || '{}'
        where user_id = tests.pat();
        if number % 1000 = 0 then commit; end if;
      end loop;
    end $$`);
}

async function vacuumed(): Promise<number> {
  await database.sql`vacuum (analyze) public.patient_profiles`;
  const [size] = await database.sql<{ bytes: number }[]>`
    select pg_total_relation_size('public.patient_profiles')::int as bytes`;
  return size?.bytes ?? 0;
}
