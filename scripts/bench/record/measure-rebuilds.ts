import type postgres from "postgres";
import { median } from "../statistics.ts";
import { measureMs } from "./measure.ts";

/**
 * Measures the rebuild of one patient's record, with more and more notes, in turns.
 *
 * @param sql - One connection to a database with `clinic.sql`.
 * @param counts - How many notes the patients have.
 * @param runs - How many rebuilds of each; medians count.
 * @param progress - Hears how far it is.
 * @returns `[notes, milliseconds]` for each count.
 */
export async function measureRebuilds(
  sql: postgres.Sql,
  counts: readonly number[],
  runs: number,
  progress: (line: string) => void,
): Promise<[notes: number, ms: number][]> {
  const patients: { id: string; notes: number; times: number[] }[] = [];
  for (const notes of counts) {
    progress(`a patient with ${notes} notes …`);
    const [row] = await sql`select bench.patient(${notes}) as id`;
    patients.push({ id: String(row?.["id"]), notes, times: [] });
  }
  await sql`analyze`;
  for (let run = 1; run <= runs; run++) {
    progress(`rebuild ${run} of ${runs}`);
    for (const { id, times } of patients) {
      times.push(
        await measureMs(sql, {
          prepare: async () => undefined,
          measured: (transaction) => transaction`select private.rebuild_record(${id})`,
        }),
      );
    }
  }
  return patients.map(({ notes, times }) => [notes, median(times)]);
}
