create function private.join_draft_alerts(p_note_id uuid, p_alerts jsonb) returns void
language sql
volatile
security invoker
set search_path = ''
as $$
  select private.keep_safety_alerts(p_note_id, coalesce(
    (
      -- A draft's danger is not silenced by another alert that has its id already.
      select jsonb_agg(
        case when taken.id is null then alert.item
        else alert.item || jsonb_build_object('id', left(private.sha256_hex(alert.item - 'evidence'), 32)) end
        order by alert.place
      )
      from jsonb_array_elements(p_alerts) with ordinality as alert (item, place)
      left join public.soap_safety_alerts as taken
        on taken.soap_note_id = p_note_id and taken.id = alert.item ->> 'id'
        and (taken.alert_type, taken.severity, taken.message)
          is distinct from (alert.item ->> 'alert_type', alert.item ->> 'severity', alert.item ->> 'message')
    ),
    '[]'
  ))
$$;

comment on function private.join_draft_alerts(uuid, jsonb) is
  'Adds the alerts of a draft to a note somebody wrote or edited, open; those the note has already stay as they are.';
