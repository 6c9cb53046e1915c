import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "@patient-medical-history/local-stack";
import fc from "fast-check";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { exportHead } from "../../scripts/audit-trail/export-head.ts";
import { readHeads } from "../../scripts/audit-trail/read-heads.ts";
import { retireMonth } from "../../scripts/audit-trail/retire-month.ts";
import { verifyAudit } from "../../scripts/audit-trail/verify-audit.ts";
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

  test("U13 splits what is more than a block, and no transaction", async () => {
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

describe("the audit command", () => {
  let folder: TemporaryFolder;
  let heads: string;

  beforeAll(async () => {
    folder = await temporaryFolder("audit-command-");
    heads = join(folder.path, "heads.jsonl");
  });
  afterAll(() => folder?.remove());

  test("U07 exports a head to a file, an outdated one still verifies, and a cut tail is told", async () => {
    await exportHead(sql, { file: heads });
    await putOnRecord(sql, 2);
    await sealAll(sql);
    const last = await exportHead(sql, { file: heads });
    const written = await readHeads(heads);
    expect(written.map(({ number }) => number)).toEqual([(last?.number ?? 0) - 1, last?.number]);
    expect(await verifyAudit(sql, written)).toBeUndefined();
    await superuser`begin`;
    await superuser.unsafe("set local session_replication_role = replica");
    await superuser`delete from audit.events where transaction_id >= (select max(from_transaction_id) from audit.blocks)`;
    await superuser`delete from audit.blocks where number = ${last?.number ?? 0}`;
    expect(await verifyAudit(superuser, written)).toMatchObject({
      block: last?.number,
      fault: expect.stringContaining("cut"),
    });
    await superuser`rollback`;
  });

  test("U07 exports a head to an object store, and notes none that the store did not take", async () => {
    const kept: string[] = [];
    let status = 200;
    const store = createServer((request, response) => {
      kept.push(`${request.method} ${request.url} ${request.headers.authorization}`);
      request.resume().on("end", () => response.writeHead(status).end());
    });
    await once(store.listen(0, "127.0.0.1"), "listening");
    const address = store.address();
    const url = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}/heads/`;
    const noted = async () => (await sql`select from audit.exported_heads`).length;
    const before = await noted();
    const exported = await exportHead(sql, { url, token: "secret" });
    expect(kept).toEqual([`PUT /heads/${exported?.number}.json Bearer secret`]);
    status = 503;
    await expect(exportHead(sql, { url })).rejects.toThrow("503");
    expect(await noted()).toBe(before + 1);
    store.close();
  });

  test("U13 a month of seven years ago retires once its blocks are exported, and the audit stays sound", async () => {
    const [{ month } = { month: "" }] = await sql<{ month: string }[]>`
      select (date_trunc('month', now() at time zone 'UTC' - interval '7 years')::date)::text as month`;
    await sql`select audit.make_partition(${month})`;
    await putOnRecord(sql, 30, 84);
    await sealAll(sql);
    await expect(retireMonth(sql, month, folder.path)).rejects.toThrow("not exported");

    await exportHead(sql, { file: heads });
    const { file, rows, sha256 } = await retireMonth(sql, month, folder.path);
    const archive = await readFile(file, "utf8");
    expect(rows).toBe(30);
    expect(archive.trim().split("\n")).toHaveLength(30);
    expect(createHash("sha256").update(archive).digest("hex")).toBe(sha256);
    expect(await sql`select event_count::int as rows, archive_sha256 as sha256 from audit.retirements`).toEqual([
      { rows, sha256 },
    ]);
    expect(await verifyAudit(sql, await readHeads(heads))).toBeUndefined();
  });
});
