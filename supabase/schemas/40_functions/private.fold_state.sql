create function private.fold_state(p_patient_id uuid) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_notes uuid[] := private.counting_notes(p_patient_id);
  v_entries private.record_entry[] := array(
    select entry from private.fold_entries(v_notes, private.record_decision_map(p_patient_id)) as entry
  );
  v_buckets bytea := private.record_buckets(v_entries);
begin
  -- What a note says is written in one statement and never removed, so it is in the ledger by today's rules or it is not.
  perform private.write_assertions(
    array(
      select note.id from public.soap_notes as note
      where note.patient_id = p_patient_id and note.status <> 'draft' and not exists (
        select from private.record_assertions as said
        where said.note_id = note.id and said.rules_version = private.record_rules_version()
      )
    )
  );
  delete from private.record_substances where patient_id = p_patient_id;
  delete from private.record_entries where patient_id = p_patient_id;
  perform private.replace_entries(p_patient_id, '{}', v_entries);
  insert into private.record_states as state (patient_id, rules_version, record_version, buckets)
  values (p_patient_id, private.record_rules_version(), encode(sha256(v_buckets), 'hex'), v_buckets)
  on conflict (patient_id) do update
  set rules_version = excluded.rules_version, record_version = excluded.record_version, buckets = excluded.buckets,
    allergies = case state.rules_version when excluded.rules_version then state.allergies else 0 end;
  return encode(sha256(v_buckets), 'hex');
end;
$$;

comment on function private.fold_state(uuid) is
  'Makes entries of a patient''s record anew from the notes'' own tables, with the notes that are merged, and the ledger rows that are not there by today''s rules. Returns the record''s version. The patient''s row is locked.';
