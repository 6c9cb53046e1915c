create function private.is_carried_over(p_note_id uuid, p_list text, p_evidence jsonb, p_values jsonb) returns boolean
language plpgsql
stable
security invoker
set search_path = ''
as $$
declare
  c_snapshot_paths constant jsonb := '{
    "conditions": "$.active_conditions[*]", "medications": "$.current_medications[*]", "allergies": "$.allergies[*]",
    "surgical_history": "$.surgical_history[*]", "family_history": "$.family_history[*]",
    "social_history": "$.social_history.*", "vital_trends": "$.recent_labs_vitals.vitals.*"
  }';
begin
  if p_evidence = '[]' or jsonb_path_exists(p_evidence, '$[*] ? (@.kind != "snapshot")') then
    return false;
  end if;
  return exists (
    select
    from public.soap_notes as note
    join public.context_snapshots as snapshot on snapshot.id::text = note.meta ->> 'snapshotId'
    cross join lateral jsonb_path_query(snapshot.content, (c_snapshot_paths ->> p_list)::jsonpath) as item
    where note.id = p_note_id
      -- Who attests that a list is complete says everything on it.
      and note.list_states #> array[p_list, 'complete'] is distinct from 'true'
      and p_evidence @> jsonb_build_array(jsonb_build_object('itemId', item -> 'id'))
      and not exists (
        select from jsonb_each_text(p_values) as stated
        where nullif(btrim(stated.value), '') is distinct from nullif(btrim(item ->> stated.key), '')
      )
  );
end;
$$;

comment on function private.is_carried_over(uuid, text, jsonb, jsonb) is
  'Whether a row of a note only repeats what the note was drafted from: its evidence is items of the snapshot and nothing said, and its values, by the keys of the list in the snapshot, are those of one of them. Such a row is there for the clinician to see; nobody said it again, so the record takes nothing from it. One value edited, or words of the encounter, and it counts.';
