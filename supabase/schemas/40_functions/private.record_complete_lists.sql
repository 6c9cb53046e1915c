create function private.record_complete_lists(p_note_ids uuid[], p_list text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(jsonb_agg(
    private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) order by claim.encounter_at, claim.note_id
  ), '[]')
  from private.record_list_claims(p_note_ids) as claim
  where claim.list = p_list and claim.complete
$$;

comment on function private.record_complete_lists(uuid[], text) is
  'The notes that attest their list of a section lacks nothing, in the order of the record: [{soap_note_id, encounter_at, signed_by}].';
