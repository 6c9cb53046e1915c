import type postgres from "postgres";
import { median } from "../statistics.ts";
import { measureMs } from "./measure.ts";

/** Medians in milliseconds of what is done to a record of one size. */
export interface MergeFigures {
  readonly items: number;
  readonly floorMs: number;
  readonly mergeMs: number;
  readonly foldMs: number;
  readonly lateFoldMs: number;
  readonly readMs: number;
  readonly selectMs: number;
}

type Kind = "floorMs" | "mergeMs" | "foldMs" | "lateFoldMs" | "readMs" | "selectMs";

/**
 * Measures merge, its part without the column, and reads, on records of several sizes, all in turns.
 *
 * @param sql - One connection to a database with `clinic.sql`.
 * @param sizes - Items in the record before the merge.
 * @param runs - How many of each; medians count.
 * @param progress - Hears how far it is.
 */
export async function measureMerges(
  sql: postgres.Sql,
  sizes: readonly number[],
  runs: number,
  progress: (line: string) => void,
): Promise<MergeFigures[]> {
  const patients: { id: string; items: number; notes: number; times: Record<Kind, number[]> }[] = [];
  for (const items of sizes) {
    progress(`a record of ${items} items …`);
    const notes = Math.ceil(items / 8);
    const [row] = await sql`select bench.patient(${notes}) as id`;
    const id = String(row?.["id"]);
    await sql`insert into bench.floor select * from public.patient_profiles where user_id = ${id}`;
    const times = { floorMs: [], mergeMs: [], foldMs: [], lateFoldMs: [], readMs: [], selectMs: [] };
    patients.push({ id, items, notes, times });
  }
  await sql`analyze`;
  for (let run = 1; run <= runs; run++) {
    progress(`run ${run} of ${runs}`);
    for (const patient of patients) {
      for (const [kind, ms] of await measureOnce(sql, patient.id, patient.notes)) patient.times[kind].push(ms);
    }
  }
  return patients.map(({ items, times }) => ({
    items,
    floorMs: median(times.floorMs),
    mergeMs: median(times.mergeMs),
    foldMs: median(times.foldMs),
    lateFoldMs: median(times.lateFoldMs),
    readMs: median(times.readMs),
    selectMs: median(times.selectMs),
  }));
}

async function measureOnce(sql: postgres.Sql, id: string, notes: number): Promise<[Kind, number][]> {
  const prepare = async () => undefined;
  const sign = (isLate: boolean) => async (transaction: postgres.TransactionSql) => {
    const [row] = await transaction`select bench.next_note(${id}, ${notes}, ${isLate}) as id`;
    return String(row?.["id"]);
  };
  const fold = (transaction: postgres.TransactionSql, noteId: string) =>
    transaction`select private.merge_note(${id}, ${noteId}, '{}')`;
  const floor = (transaction: postgres.TransactionSql) => transaction`
    update bench.floor
    set cumulative_medical_record = jsonb_set(cumulative_medical_record, '{metadata,last_updated}', '"2030-01-01T10:00:00Z"')
    where user_id = ${id}`;
  const merge = (transaction: postgres.TransactionSql) => transaction`select private.merge_pending_notes(${id})`;
  const read = (transaction: postgres.TransactionSql) =>
    transaction`select octet_length(private.read_record(${id})::text)`;
  const select = (transaction: postgres.TransactionSql) => transaction`
    select octet_length(cumulative_medical_record::text) from public.patient_profiles where user_id = ${id}`;
  return [
    ["floorMs", await measureMs(sql, { prepare, measured: floor, untilDurable: true })],
    ["mergeMs", await measureMs(sql, { prepare: sign(false), measured: merge, untilDurable: true })],
    ["foldMs", await measureMs(sql, { prepare: sign(false), measured: fold })],
    ["lateFoldMs", await measureMs(sql, { prepare: sign(true), measured: fold })],
    ["readMs", await measureMs(sql, { prepare, measured: read })],
    ["selectMs", await measureMs(sql, { prepare, measured: select })],
  ];
}
