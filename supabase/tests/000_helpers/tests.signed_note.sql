create schema if not exists tests;

-- A patient nobody knows yet, with an empty record.
create function tests.new_patient(p_patient_id uuid default gen_random_uuid()) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  insert into public.users (id, firebase_uid) values (p_patient_id, 'patient-' || p_patient_id);
  insert into public.patient_profiles (user_id) values (p_patient_id);
  return p_patient_id;
end;
$$;

-- A visit whose note is signed. p_items: rows per table, named without "soap_", such as
-- {"plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg"}], "list_states": {"allergies": "none_known"}}.
create function tests.signed_note(
  p_patient_id uuid,
  p_encounter_at timestamptz,
  p_items jsonb,
  p_note_id uuid default gen_random_uuid(),
  p_provider_id uuid default 'a0000000-0000-4000-8000-000000000001',
  p_encounter_id uuid default gen_random_uuid()
) returns uuid
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_appointment_id uuid := (select appointment_id from public.video_call_sessions where id = p_encounter_id);
  v_section record;
begin
  if v_appointment_id is null then
    insert into public.appointments (patient_id, provider_id, scheduled_start)
    values (p_patient_id, p_provider_id, p_encounter_at)
    returning id into v_appointment_id;
    insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id, started_at)
    values (p_encounter_id, v_appointment_id, p_patient_id, p_provider_id, p_encounter_at);
  end if;
  insert into public.soap_notes (id, encounter_id, appointment_id, patient_id, provider_id, list_states)
  values (p_note_id, p_encounter_id, v_appointment_id, p_patient_id, p_provider_id, coalesce(p_items -> 'list_states', '{}'));

  for v_section in select key as name, value as items from jsonb_each(p_items - 'list_states') loop
    execute format(
      'insert into public.%1$I
       select item_row.* from jsonb_array_elements($1) with ordinality as items (item, place)
       cross join lateral jsonb_populate_record(
         null::public.%1$I,
         jsonb_build_object(''soap_note_id'', $2, ''id'', place::text, ''position'', place, ''evidence'', jsonb_build_array()) || item
       ) as item_row',
      'soap_' || v_section.name
    )
    using v_section.items, p_note_id;
  end loop;

  update public.soap_notes
  set status = 'signed', signed_at = p_encounter_at + interval '20 minutes', signed_by = p_provider_id,
    encounter_at = p_encounter_at, content_sha256 = repeat('0', 64)
  where id = p_note_id;
  return p_note_id;
end;
$$;
