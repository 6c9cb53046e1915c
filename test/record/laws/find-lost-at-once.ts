import type postgres from "postgres";
import { Patient } from "../support/patient.ts";

/**
 * Law 5: merges every note of a new patient at once, over connections of their own.
 *
 * @param sql - a pool with as many connections as merges may meet
 * @returns what is wrong afterwards; empty when every note is in record and ledger
 */
export async function findLostAtOnce(sql: postgres.Sql, notes: number): Promise<string[]> {
  const patient = await Patient.create(sql);
  const noteIds = await patient.signNotes(notes);
  const calls = await Promise.allSettled(noteIds.map((noteId) => patient.merge(noteId)));
  const failed = calls.flatMap((call) => (call.status === "rejected" ? [`a merge failed: ${call.reason}`] : []));

  const { allergies, metadata } = await patient.record();
  const found = {
    entries: allergies.length,
    visits: metadata?.total_visits ?? 0,
    sources: metadata?.source_soap_notes.length ?? 0,
    ledger: await patient.mergedNotes(),
  };
  const missing = Object.entries(found).flatMap(([what, count]) => (count === notes ? [] : [`${count} ${what}`]));
  const drifted = (await patient.isLikeRebuild()) ? [] : ["a record unlike its rebuild"];
  return [...failed, ...missing, ...drifted];
}
