begin;
select plan(20);

select tests.new_patient();
create temporary table note on commit drop as
select
  tests.signed_note(tests.pat(), '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as signed,
  tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{"subjective_allergies": [{"allergen": "Egg"}]}') as amended,
  tests.signed_note(tests.pat(), '2026-03-10T10:00Z', '{"subjective_allergies": [{"allergen": "Dust"}]}') as retracted;
grant select on note to authenticated, service_role;
select tests.sign_in_as('dr-amara');
select public.amend_soap_note(amended, '{}', 'a typo'), public.retract_soap_note(retracted, 'wrong patient') from note;
select tests.sign_out();

-- Even with every privilege there is to grant: what stops them is not a missing grant.
grant all on public.soap_notes, public.soap_subjective_allergies to service_role, authenticated;
grant execute on all functions in schema private to service_role;
grant usage on schema private to service_role;
create function pg_temp.attempt(p_role text, p_statement text) returns text language plpgsql as $$
begin
  perform set_config('role', p_role, true);
  execute p_statement;
  perform set_config('role', 'none', true);
  return 'done';
exception
  when others then
    perform set_config('role', 'none', true);
    return sqlerrm;
end;
$$;

select is(
  pg_temp.attempt(role, format('update public.soap_notes set %s where id = %L', change, id)),
  'Cannot update SOAP note: note is ' || status, format('R12 %s: %s of a %s note', role, change, status)
)
from note
cross join (values ('postgres'), ('service_role')) as roles (role)
cross join lateral (values
  (signed, 'signed', 'meta = ''{"a": 1}'''), (signed, 'signed', 'signed_by = null'), (signed, 'signed', 'status = ''amended'''),
  (amended, 'amended', 'encounter_at = now()'), (amended, 'amended', 'status = ''signed'''),
  (retracted, 'retracted', 'retraction_reason = ''another'''), (retracted, 'retracted', 'status = ''signed''')
) as attempts (id, status, change);
select is(
  pg_temp.attempt(role, format('update public.soap_subjective_allergies set severity = ''mild'' where soap_note_id = %L', id)),
  'Cannot update soap_subjective_allergies: note is ' || status, format('R12 %s: an item of a %s note', role, status)
)
from note
cross join (values ('postgres'), ('service_role')) as roles (role)
cross join lateral (values (signed, 'signed'), (amended, 'amended'), (retracted, 'retracted')) as items (id, status);

select * from finish();
rollback;
