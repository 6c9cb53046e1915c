import type postgres from "postgres";
import { Patient } from "../support/patient.ts";

/**
 * Law 1: merges each note of a new patient several times, before and after the next one.
 *
 * @param times - how often each note is merged in a row
 * @returns what repeating changed; empty when it had no effect, visits included
 */
export async function findEffectOfRepeating(sql: postgres.Sql, times: number): Promise<string[]> {
  const patient = await Patient.create(sql);
  const effects: string[] = [];
  const noteIds = await patient.signNotes(2);
  for (const [index, noteId] of noteIds.entries()) {
    const first = await patient.merge(noteId);
    const text = JSON.stringify({ ...first, replayed: true });
    for (let repeat = 1; repeat < times; repeat += 1) {
      const again = await patient.merge(noteId);
      if (JSON.stringify(again) !== text) effects.push(`note ${index + 1}, call ${repeat + 1}: another answer`);
    }
  }
  const visits = (await patient.record()).metadata?.total_visits;
  if (visits !== noteIds.length) effects.push(`${visits} visits`);
  if ((await patient.mergedNotes()) !== noteIds.length)
    effects.push(`${await patient.mergedNotes()} rows in the ledger`);
  if (!(await patient.isLikeRebuild())) effects.push("a record unlike its rebuild");
  return effects;
}
