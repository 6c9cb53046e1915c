create function private.keep_safety_alerts(p_note_id uuid, p_alerts jsonb) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  c_most constant integer := 200;
  v_added integer;
begin
  -- Open, whatever the item says: only a clinician's reason closes an alert.
  insert into public.soap_safety_alerts (soap_note_id, id, position, alert_type, severity, message, evidence)
  select
    p_note_id,
    alert.item ->> 'id',
    alert.place - 1,
    alert.item ->> 'alert_type',
    alert.item ->> 'severity',
    alert.item ->> 'message',
    alert.item -> 'evidence'
  from jsonb_array_elements(p_alerts) with ordinality as alert (item, place)
  on conflict (soap_note_id, id) do nothing;

  -- A note may have gathered more from its drafts; the rest of its room is theirs.
  get diagnostics v_added = row_count;
  if v_added > 0 and (select count(*) from public.soap_safety_alerts where soap_note_id = p_note_id) > c_most then
    perform private.reject('INVALID_REQUEST', format('Cannot write SOAP note: more than %s safety alerts', c_most));
  end if;
end;
$$;

comment on function private.keep_safety_alerts(uuid, jsonb) is
  'Adds the alerts a clinician saved and the note does not have yet, open. Those it has stay as they are: saving neither changes nor removes nor dismisses one. Raises INVALID_REQUEST for one more than 200.';
