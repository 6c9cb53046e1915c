-- Definer: clients do not reach the audit.
create function private.who_accessed(p_patient_id uuid, p_before_id bigint) returns jsonb
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  c_action constant text := 'Cannot tell who accessed: ';
  c_page constant integer := 100;
  v_caller private.caller := private.current_caller();
  v_facility_name text := private.administered_facility();
  v_is_self boolean := v_caller.is_patient and v_caller.user_id = p_patient_id;
  v_code text;
  v_accesses jsonb;
begin
  v_code := case
    when v_caller.refusal is not null then v_caller.refusal
    when v_caller.is_patient is not true and v_facility_name is null then 'FORBIDDEN'
    when p_patient_id is null then 'MISSING_PARAMS'
    when v_is_self then null
    when v_facility_name is not null
      and exists (select from public.patient_profiles where user_id = p_patient_id)
      and p_patient_id in (select private.people_of_administered_facility()) then null
    else 'PATIENT_NOT_FOUND'
  end;
  if v_code is not null then
    return private.refuse(v_code, c_action || coalesce(private.error_state(v_code), 'patient is missing'));
  end if;

  select coalesce(jsonb_agg(to_jsonb(page) order by page.id desc), '[]') into v_accesses
  from (
    select event.id, private.utc_text(event.occurred_at) as "accessedAt", event.actor_id as "actorId",
      event.actor_role as "actorRole",
      -- As the clinic knows them: what they call themselves they may change.
      case when providers.user_id is not null then coalesce(private.full_name(actors), providers.display_name) end as "actorName", event.action, event.rpc as "operation",
      event.purpose, event.outcome
    from audit.events as event
    left join public.medical_provider_profiles as providers on providers.user_id = event.actor_id
    left join public.users as actors on actors.id = event.actor_id
    where event.patient_id = p_patient_id and (p_before_id is null or event.id < p_before_id)
      -- A patient reads who got in; a facility what its own providers did and tried. What the draft worker does, a
      -- provider began.
      and case when v_is_self then event.outcome = 'OK' and event.actor_role <> 'worker' else providers.facility_name = v_facility_name end
    order by event.id desc
    limit c_page
  ) as page;
  return jsonb_build_object(
    'patientId', p_patient_id,
    'accesses', v_accesses,
    'nextBeforeId', case when jsonb_array_length(v_accesses) = c_page then v_accesses -> -1 -> 'id' end
  );
end;
$$;

comment on function private.who_accessed(uuid, bigint) is 'Body of public.who_accessed.';

grant execute on function private.who_accessed(uuid, bigint) to authenticated;
