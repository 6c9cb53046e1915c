create function private.join_draft_alerts(p_note_id uuid, p_alerts jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_most constant integer := 1000;
  v_item jsonb;
  v_place bigint;
  v_id text;
  v_taken public.soap_safety_alerts;
begin
  for v_item, v_place in select item, place from jsonb_array_elements(p_alerts) with ordinality as alerts (item, place) loop
    -- Numbered on until an id is free or stands for these very words: no alert under its id silences a danger.
    for v_attempt in 0 .. 2147483646 loop
      v_id := case v_attempt
        when 0 then v_item ->> 'id'
        else left(private.sha256_hex(jsonb_build_array(v_item - '{id,evidence}'::text[], v_attempt)), 32)
      end;
      select * into v_taken from public.soap_safety_alerts where soap_note_id = p_note_id and id = v_id;
      exit when not found;
      exit when (v_taken.alert_type, v_taken.severity, v_taken.message)
        = (v_item ->> 'alert_type', v_item ->> 'severity', v_item ->> 'message');
    end loop;
    -- Open, whatever the item says: only a clinician's reason closes an alert.
    insert into public.soap_safety_alerts (soap_note_id, id, position, alert_type, severity, message, evidence)
    values (
      p_note_id, v_id, v_place - 1, v_item ->> 'alert_type', v_item ->> 'severity', v_item ->> 'message', v_item -> 'evidence'
    )
    on conflict (soap_note_id, id) do nothing;
  end loop;

  if (select count(*) from public.soap_safety_alerts where soap_note_id = p_note_id) > c_most then
    perform private.reject('INVALID_REQUEST', format('Cannot write SOAP note: more than %s safety alerts', c_most));
  end if;
end;
$$;

comment on function private.join_draft_alerts(uuid, jsonb) is
  'Adds the alerts of a draft to a note, open; those the note has already, word for word, stay as they are. There is room for them whatever a clinician saved, who stops at 200. Raises INVALID_REQUEST beyond 1000.';
