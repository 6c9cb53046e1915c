create function private.record_complete_lists(p_claims private.record_statement[], p_list text) returns jsonb
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    select coalesce(jsonb_agg(
      private.record_mark(claim.note_id, claim.encounter_at, claim.signed_by) order by claim.place collate "C"
    ), '[]')
    from unnest(p_claims) as claim
    where claim.item_key = p_list || ':complete'
  );
end;
$$;

comment on function private.record_complete_lists(private.record_statement[], text) is
  'The notes that attest their list of a section lacks nothing, in the order of the record: [{soap_note_id, encounter_at, signed_by}].';
