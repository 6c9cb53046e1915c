import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { head, putOnRecord, sealAll, sealedAudit } from "./sealed-audit.ts";
import { faultAfter, prepareTampering, TAMPERINGS } from "./tamperings.ts";

/** How many random tamperings are tried: few in `test`, as many as asked for in `proof`. */
const RUNS = Number(process.env["AUDIT_TAMPERINGS"] ?? 200);

let database: TestDatabase;
let sql: postgres.Sql;
let superuser: postgres.Sql;
let sizes: { events: number; blocks: number };
let exported: { number: number; sha256: string };

beforeAll(async () => {
  database = await startDatabase(4);
  sql = database.sql;
  const url = new URL(database.url);
  url.username = "supabase_admin";
  superuser = postgres(url.href, { max: 1, onnotice: () => undefined });
  await prepareTampering(superuser);
  exported = await sealedAudit(sql);
  const [row] = await sql<{ events: number; blocks: number }[]>`
    select (select count(*) from audit.events)::int as events, (select count(*) from audit.blocks)::int as blocks`;
  if (row === undefined) throw new Error("Cannot count the audit");
  sizes = row;
});

afterAll(async () => {
  await superuser?.end();
  await database?.stop();
});

const verify = (heads: readonly object[] = []) =>
  sql`select fault from audit.audit_verify(${JSON.stringify(heads)}::text::jsonb)`;

describe("audit_verify()", () => {
  test("U07 finds nothing in an audit nobody tampered with, with and without an exported head", async () => {
    expect(await verify()).toEqual([]);
    expect(await verify([exported])).toEqual([]);
    expect(sizes.blocks).toBeGreaterThan(7);
  });

  test.each(Object.keys(TAMPERINGS))("U06 U07 finds what a superuser does who %s", async (tampering) => {
    expect(await faultAfter(superuser, tampering, { a: 17, b: 2, ...sizes }, [exported])).toBeDefined();
  });

  test("U07 finds random tamperings, every one of them, and tells the seed of one it does not", async () => {
    const numbers = fc.record({ a: fc.nat(1_000_000), b: fc.nat(1_000_000) });
    const missed = async (tampering: string, { a, b }: { a: number; b: number }) =>
      (await faultAfter(superuser, tampering, { a, b, ...sizes }, [exported])) === undefined;
    await fc.assert(
      fc.asyncProperty(fc.constantFrom(...Object.keys(TAMPERINGS)), numbers, async (tampering, which) => {
        expect(await missed(tampering, which)).toBe(false);
      }),
      { numRuns: RUNS },
    );
    console.info(`${RUNS} random tamperings, each of them found`);
  });

  test("U07 names the first row that was changed", async () => {
    const rows = await sql<{ id: number }[]>`select id::int from audit.events order by transaction_id, id`;
    const found = await faultAfter(superuser, "edits a row", { a: 9, b: 2, ...sizes }, [exported]);
    const byId = rows.map(({ id }) => id).sort((one, other) => one - other);
    expect(found).toMatchObject({ row: byId[9], fault: expect.stringContaining("changed") });
  });

  test.each(["cuts the tail, rows and blocks", "edits a row and writes the whole chain anew", "deletes everything"])(
    "U07 without an exported head does not see who %s, with one it does",
    async (tampering) => {
      const numbers = { a: sizes.blocks - 2, b: 0, ...sizes };
      expect(await faultAfter(superuser, tampering, numbers, [])).toBeUndefined();
      expect(await faultAfter(superuser, tampering, numbers, [exported])).toBeDefined();
    },
  );
});

describe("audit.seal()", () => {
  test("U08 leaves alone what is not settled: rows of a transaction older than one that still runs", async () => {
    const open = await sql.reserve();
    await open`begin`;
    await open`select pg_current_xact_id()`;
    await putOnRecord(sql, 3);
    const before = await head(sql);
    await sql`select audit.seal()`;
    expect(await head(sql)).toEqual(before);
    await open`rollback`;
    open.release();
    await sealAll(sql);
    expect((await head(sql)).number).toBe(before.number + 1);
    expect(await verify([exported, before])).toEqual([]);
  });

  test("U08 makes one linear chain of what fifty writers and four sealers do at once", async () => {
    const before = await head(sql);
    const [{ events } = { events: 0 }] = await sql<
      { events: number }[]
    >`select count(*)::int as events from audit.events`;
    const writers = Array.from({ length: 50 }, (_, writer) => putOnRecord(sql, 1 + (writer % 3)));
    const sealers = Array.from({ length: 20 }, () => sql`select audit.seal()`);
    await Promise.all([...writers, ...sealers]);
    await sealAll(sql);
    expect(await verify([exported, before])).toEqual([]);
    const [row] = await sql<{ sealed: number; gaps: number }[]>`
      select sum(event_count)::int as sealed, (max(number) - count(*))::int as gaps from audit.blocks`;
    expect(row).toEqual({ sealed: events + 50 + 49, gaps: 0 });
  });

  test("U13 splits what is more than a block", async () => {
    const before = await head(sql);
    for (let transaction = 0; transaction < 5; transaction++) await putOnRecord(sql, 450);
    await putOnRecord(sql, 1500);
    await sealAll(sql);
    const blocks = await sql<{ rows: number }[]>`
      select event_count as rows from audit.blocks where number > ${before.number} order by number`;
    expect(blocks.map(({ rows }) => rows)).toEqual([900, 900, 450, 1500]);
    expect(await verify([before])).toEqual([]);
  });
});

test("U13 a month of seven years ago retires once its blocks are exported, and the audit stays sound", async () => {
  const [{ month } = { month: "" }] = await sql<{ month: string }[]>`
    select (date_trunc('month', now() at time zone 'UTC' - interval '7 years')::date)::text as month`;
  await sql`select audit.make_partition(${month})`;
  await putOnRecord(sql, 30, 84);
  await sealAll(sql);
  const last = await head(sql);
  const retire = sql`select audit.retire_month(${month}, ${"a".repeat(64)})::int as rows`;
  await expect(retire).rejects.toMatchObject({ code: "55000", message: expect.stringContaining("not exported") });

  await sql`insert into audit.exported_heads (block_number, sha256) values (${last.number}, decode(${last.sha256}, 'hex'))`;
  expect(await sql`select audit.retire_month(${month}, ${"a".repeat(64)})::int as rows`).toEqual([{ rows: 30 }]);
  expect(await sql`select event_count::int as rows from audit.retirements`).toEqual([{ rows: 30 }]);
  expect(await verify([exported, last])).toEqual([]);
});
