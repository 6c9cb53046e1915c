create function private.fold_metadata(p_note_ids uuid[]) returns private.record_entry
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select row(
      'metadata', 'metadata', private.record_item_id('metadata', 'metadata'), 'metadata', null,
      jsonb_build_object(
        'total_visits', count(distinct notes.encounter_id),
        'source_soap_notes', coalesce(jsonb_agg(notes.id order by notes.encounter_at, notes.id), '[]'),
        'first_visit', private.utc_text(min(notes.encounter_at)),
        'last_updated', private.utc_text(max(notes.encounter_at)),
        'rules_version', private.record_rules_version()
      ),
      null, null
    )::private.record_entry
    from public.soap_notes as notes
    where notes.id = any (p_note_ids)
  );
end;
$$;

comment on function private.fold_metadata(uuid[]) is
  'metadata of the record, but for its version: total_visits (distinct encounters), source_soap_notes[] in the order of the record, first_visit and last_updated (encounter times, never the clock), rules_version (raised when a rule of the fold changes).';
