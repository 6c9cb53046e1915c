create function private.verify_record(p_patient_id uuid)
returns table (stored_in text, section text, id uuid, problem text)
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  v_notes uuid[] := private.counting_notes(p_patient_id);
  v_expected private.record_entry[] := array(
    select entry from private.fold_entries(v_notes, private.record_decision_map(p_patient_id)) as entry
  );
  v_folded jsonb := private.record_of_entries(v_expected);
  v_buckets bytea := private.record_buckets(v_expected);
  v_record jsonb := (select cumulative_medical_record from public.patient_profiles where user_id = p_patient_id);
begin
  if v_record = '{}' and cardinality(v_notes) = 0 then
    return;
  end if;
  return query
    with expected as (
      select entry.section, entry.id, private.record_part_sha256(entry.section, entry.item) as sha256, entry.place
      from unnest(v_expected) as entry
    ),
    stored as (
      select 'column' as stored_in, part.section, part.id, private.record_part_sha256(part.section, part.item) as sha256
      from private.record_parts(v_record) as part
      union all
      select 'entries', entry.section, entry.id, private.record_part_sha256(entry.section, entry.item)
      from private.record_entries as entry
      where entry.patient_id = p_patient_id
    ),
    place as (
      select unnest(array['column', 'entries']) as stored_in
    )
    select coalesce(stored.stored_in, wanted.stored_in), coalesce(stored.section, wanted.section),
      coalesce(stored.id, wanted.id),
      case when stored.id is null then 'missing' when wanted.id is null then 'unexpected' else 'different' end
    from (select place.stored_in, expected.* from place cross join expected) as wanted
    full join stored on stored.stored_in = wanted.stored_in and stored.section = wanted.section and stored.id = wanted.id
    where stored.sha256 is distinct from wanted.sha256
    union all
    select 'column', 'metadata', null, 'version'
    where v_record #>> '{metadata,record_version}' is distinct from encode(sha256(v_buckets), 'hex')
    union all
    select 'entries', 'metadata', null, 'version'
    where not exists (
      select from private.record_states as state
      where state.patient_id = p_patient_id and state.buckets = v_buckets
        and state.record_version = encode(sha256(state.buckets), 'hex') and not state.is_being_written
        and state.allergies = coalesce(jsonb_array_length(v_record -> 'allergies'), 0)
    )
    union all
    select 'column', lists.section, null, 'order'
    from private.record_sections() as lists
    where lists.is_list and v_record -> lists.section is distinct from v_folded -> lists.section
      and not exists (
        select from private.record_parts(v_record) as part
        full join expected on expected.section = part.section and expected.id = part.id
        where coalesce(part.section, expected.section) = lists.section
          and private.record_part_sha256(part.section, part.item) is distinct from expected.sha256
      );
end;
$$;

comment on function private.verify_record(uuid) is
  'Recomputes a patient''s record from the notes'' own tables and compares it with what is stored: no row when all is well, else where (column, entries), section and id, and missing, unexpected, different, order or version. Names no value.';
