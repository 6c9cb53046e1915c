import postgres from "postgres";
import { measureMs } from "./measure.ts";

/**
 * Merges notes of different patients at the same time.
 *
 * @param url - Logs in to a database with `clinic.sql` as the owner of the schema.
 * @param clients - How many merge at once, each on a connection and a patient of its own.
 * @param items - Items in each record before the merge.
 * @param runs - Merges per client.
 * @returns Merges per second, of all clients together.
 */
export async function measureThroughput(url: string, clients: number, items: number, runs: number): Promise<number> {
  const notes = Math.ceil(items / 8);
  const rates = await Promise.all(
    Array.from({ length: clients }, async () => {
      const sql = postgres(url, { max: 1, onnotice: () => {} });
      try {
        const [row] = await sql`select bench.patient(${notes}) as id`;
        const id = String(row?.["id"]);
        let elapsedMs = 0;
        for (let run = 0; run < runs; run++) {
          elapsedMs += await measureMs(sql, {
            prepare: (transaction) => transaction`select bench.next_note(${id}, ${notes}, false)`,
            measured: (transaction) => transaction`select private.merge_pending_notes(${id})`,
            untilDurable: true,
          });
        }
        return (1000 * runs) / elapsedMs;
      } finally {
        await sql.end();
      }
    }),
  );
  return rates.reduce((sum, rate) => sum + rate, 0);
}
