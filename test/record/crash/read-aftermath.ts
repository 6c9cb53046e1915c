import type postgres from "postgres";
import { z } from "zod";
import type { MergeCall } from "./merge-load.ts";

const Row = z.object({
  note_id: z.string(),
  signed: z.boolean(),
  merged: z.boolean(),
  listed: z.boolean(),
  shown: z.boolean(),
  audited: z.boolean(),
});
const Whole = z.object({ patient_id: z.string(), whole: z.boolean() });

/** What a crash left of the calls made before it. */
export interface Aftermath {
  readonly acknowledged: number;
  readonly indeterminate: number;
  /** Acknowledged merges whose note is not in ledger, sources and list of the record. */
  readonly lost: readonly string[];
  /** Notes that are in one of ledger, sources and list of the record, and not in all three. */
  readonly halfMerged: readonly string[];
  /** Acknowledged merges the audit does not know of, and merges it knows of that never were. */
  readonly unlikeAudit: readonly string[];
  /** Patients whose record is not what a rebuild from the notes gives. */
  readonly unlikeRebuild: readonly string[];
}

/**
 * Compares what clients were told with what is in the database.
 *
 * @param sql - a connection made after the server came back
 */
export async function readAftermath(sql: postgres.Sql, calls: readonly MergeCall[]): Promise<Aftermath> {
  const noteIds = calls.map(({ noteId }) => noteId);
  const rows = z.array(Row).parse(
    await sql`
    select called.note_id,
      coalesce(note.status = 'signed', false) as signed,
      merge.soap_note_id is not null as merged,
      coalesce(profile.cumulative_medical_record #> '{metadata,source_soap_notes}' ? called.note_id::text, false) as listed,
      coalesce(profile.cumulative_medical_record -> 'allergies'
        @> jsonb_build_array(jsonb_build_object('allergen', 'Allergen ' || called.note_id)), false) as shown,
      exists (
        select from audit.events
        where object_id = called.note_id and rpc = 'merge_soap_into_cumulative_record' and outcome = 'OK'
      ) as audited
    from unnest(${noteIds}::uuid[]) as called (note_id)
    left join public.soap_notes as note on note.id = called.note_id
    left join public.soap_note_merges as merge on merge.soap_note_id = called.note_id
    left join public.patient_profiles as profile on profile.user_id = note.patient_id`,
  );
  const found = new Map(rows.map((row) => [row.note_id, row]));
  const acknowledged = calls.filter(({ outcome }) => outcome === "acknowledged");
  const isWhole = (noteId: string) => {
    const row = found.get(noteId);
    return row?.signed && row.merged && row.listed && row.shown;
  };
  return {
    acknowledged: acknowledged.length,
    indeterminate: calls.length - acknowledged.length,
    lost: acknowledged.flatMap(({ noteId }) => (isWhole(noteId) ? [] : [noteId])),
    halfMerged: rows.flatMap(({ note_id, merged, listed, shown }) =>
      merged === listed && listed === shown ? [] : [note_id],
    ),
    unlikeAudit: [
      ...acknowledged.flatMap(({ noteId }) => (found.get(noteId)?.audited ? [] : [noteId])),
      ...rows.flatMap(({ note_id, audited, merged }) => (audited && !merged ? [note_id] : [])),
    ],
    unlikeRebuild: await unlikeRebuild(sql, [...new Set(calls.map(({ patientId }) => patientId))]),
  };
}

async function unlikeRebuild(sql: postgres.Sql, patientIds: readonly string[]): Promise<string[]> {
  const rows = z.array(Whole).parse(
    await sql`
    select patient.id as patient_id,
      profile.cumulative_medical_record in ('{}', private.fold_notes(coalesce(merged.note_ids, '{}'))) as whole
    from unnest(${[...patientIds]}::uuid[]) as patient (id)
    join public.patient_profiles as profile on profile.user_id = patient.id
    cross join lateral (
      select array_agg(merge.soap_note_id) as note_ids from public.soap_note_merges as merge where merge.patient_id = patient.id
    ) as merged`,
  );
  return rows.flatMap(({ patient_id, whole }) => (whole ? [] : [patient_id]));
}
