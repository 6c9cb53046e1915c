import type { Capacity } from "./callers.ts";

/** What one capacity may do with a table: conditions on its rows, or nothing. Nobody inserts or deletes. */
export type Cell = {
  /** Rows it reads. */
  readonly reads?: string;
  /** Rows it updates, in the columns granted. */
  readonly updates?: string;
};

/**
 * A row of the table × role × verb matrix. Conditions are SQL over `from`: `:me` is the caller's uid, `:people` the
 * patients in care or the people of the facility. A capacity without a cell is refused everything.
 */
export type TableAccess = {
  /** Names a row, as an expression over the table `t` alone. */
  readonly key: string;
  /** The table as `t`, with what tells whose a row is: `p` the patient, `d` the provider, as rows of users. */
  readonly from: string;
  readonly cells: Readonly<Partial<Record<Capacity, Cell>>>;
  /** A column that clients may update, and the column that says whose the row is. */
  readonly updatable?: { readonly column: string; readonly owner: string };
};

const PEOPLE = "join public.users as p on p.id = patient_id join public.users as d on d.id = provider_id";
const OF_ENCOUNTER = `join public.video_call_sessions as e on e.id = t.encounter_id ${PEOPLE}`;
const ME = "p.firebase_uid = :me";
const MY_PATIENT = "p.firebase_uid = any(:people)";
const MY_ENCOUNTER = `d.firebase_uid = :me and ${MY_PATIENT}`;
const HERE = "t.facility_name = 'Riverside Clinic' and :me = 'ada-uid'";

const SIGNED_OR_MINE: TableAccess["cells"] = {
  patient: { reads: `${ME} and n.status in ('signed', 'amended')` },
  provider: { reads: `${MY_PATIENT} and (n.status in ('signed', 'amended') or d.firebase_uid = :me)` },
};

/** Every table of `public` but the item tables of a note, which are all alike: {@link ITEM_TABLE}. */
export const TABLE_ACCESS: Readonly<Record<string, TableAccess>> = {
  users: {
    key: "t.id::text",
    from: "public.users as t",
    cells: {
      patient: { reads: "t.firebase_uid = :me", updates: "t.firebase_uid = :me" },
      provider: { reads: "t.firebase_uid = :me or t.firebase_uid = any(:people)", updates: "t.firebase_uid = :me" },
      administrator: {
        reads: "t.firebase_uid = :me or t.firebase_uid = any(:people)",
        updates: "t.firebase_uid = :me",
      },
    },
    updatable: { column: "phone", owner: "id" },
  },
  patient_profiles: {
    key: "t.user_id::text",
    from: "public.patient_profiles as t join public.users as p on p.id = t.user_id",
    cells: { patient: { reads: ME, updates: ME }, provider: { reads: MY_PATIENT } },
    updatable: { column: "address", owner: "user_id" },
  },
  medical_provider_profiles: {
    key: "t.user_id::text",
    from: "public.medical_provider_profiles as t join public.users as d on d.id = t.user_id",
    cells: {
      patient: { reads: "true" },
      provider: { reads: "true", updates: "d.firebase_uid = :me" },
      administrator: { reads: "true" },
    },
    updatable: { column: "display_name", owner: "user_id" },
  },
  administrator_profiles: {
    key: "t.user_id::text",
    from: "public.administrator_profiles as t join public.users as u on u.id = t.user_id",
    cells: { administrator: { reads: "u.firebase_uid = :me" } },
  },
  appointments: {
    key: "t.id::text",
    from: `public.appointments as t ${PEOPLE}`,
    cells: { patient: { reads: ME }, provider: { reads: MY_ENCOUNTER }, administrator: { reads: HERE } },
  },
  video_call_sessions: {
    key: "t.id::text",
    from: `public.video_call_sessions as t ${PEOPLE}`,
    cells: { patient: { reads: ME }, provider: { reads: MY_ENCOUNTER } },
    updatable: { column: "soap_status", owner: "provider_id" },
  },
  video_call_attendees: {
    key: "t.encounter_id || t.attendee_id",
    from: `public.video_call_attendees as t ${OF_ENCOUNTER}`,
    cells: { patient: { reads: ME }, provider: { reads: MY_ENCOUNTER } },
  },
  call_transcript_chunks: {
    key: "t.encounter_id::text || t.sequence",
    from: `public.call_transcript_chunks as t ${OF_ENCOUNTER}`,
    cells: { patient: { reads: ME }, provider: { reads: MY_ENCOUNTER } },
  },
  context_snapshots: {
    key: "t.id::text",
    from: `public.context_snapshots as t ${OF_ENCOUNTER}`,
    cells: { provider: { reads: MY_ENCOUNTER } },
  },
  soap_drafts: {
    key: "t.id::text",
    from: `public.soap_drafts as t ${OF_ENCOUNTER}`,
    cells: { provider: { reads: MY_ENCOUNTER } },
    updatable: { column: "state", owner: "created_by" },
  },
  soap_notes: {
    key: "t.id::text",
    from: `public.soap_notes as t join public.soap_notes as n on n.id = t.id
      join public.users as p on p.id = t.patient_id join public.users as d on d.id = t.provider_id`,
    cells: SIGNED_OR_MINE,
  },
  soap_note_merges: besideRecord("soap_note_merges", "t.soap_note_id::text"),
  record_conflicts: besideRecord("record_conflicts", "t.id::text"),
  record_decisions: besideRecord("record_decisions", "t.id::text"),
  emergency_accesses: {
    key: "t.id::text",
    from: `public.emergency_accesses as t ${PEOPLE}`,
    cells: {
      patient: { reads: ME },
      provider: { reads: "d.firebase_uid = :me" },
      administrator: { reads: `(${HERE}) or p.firebase_uid = any(:people)` },
    },
  },
};

/** Each table that holds one kind of item of a note: as the note. */
export const ITEM_TABLE = (table: string): TableAccess => ({
  key: "t.soap_note_id || t.id",
  from: `public.${table} as t join public.soap_notes as n on n.id = t.soap_note_id ${PEOPLE}`,
  cells: SIGNED_OR_MINE,
});

/** What lies beside a record: its patient's providers read it. */
function besideRecord(table: string, key: string): TableAccess {
  return {
    key,
    from: `public.${table} as t join public.users as p on p.id = t.patient_id`,
    cells: { provider: { reads: MY_PATIENT } },
  };
}
