begin;
select plan(6);

create function pg_temp.last() returns audit.events language sql security definer set search_path = '' as $$
  select * from audit.events order by id desc limit 1
$$;
select tests.sign_in_as('dr-amara');
create temporary table draft on commit drop as
  select (tests.begin_draft(tests.encounter_id('dr-amara', 'alice')) ->> 'draft_id')::uuid as id;
select tests.sign_out();
select is((pg_temp.last()).actor_uid, 'dr-amara-uid', 'U01 a draft is begun by its provider');
select tests.complete_draft(id) from draft;
select tests.sign_out();
select is((pg_temp.last()).rpc, 'complete_soap_draft', 'U01 what the worker stores is on record');
select is((pg_temp.last()).actor_role, 'worker', 'U01 as the worker''s');
select is((pg_temp.last()).actor_uid, null, 'U01 who is no person');
select is((pg_temp.last()).patient_id, tests.user_id('alice'), 'U01 with the patient');
select is((pg_temp.last()).object_id, id, 'U01 and the draft') from draft;

select * from finish();
rollback;
