begin;
select plan(31);

create function pg_temp.sign_in_with(p_claims text) returns void language plpgsql as $$
begin
  perform tests.sign_out();
  perform set_config('request.jwt.claims', p_claims, true);
  perform set_config('role', 'authenticated', true);
end;
$$;
create temporary table claims (number serial, what text, claims text) on commit drop;
insert into claims (what, claims)
values
  ('R09 no claims', null),
  ('R09 empty claims', ''),
  ('R09 claims that are no JSON', '{"sub": "alice-uid"'),
  ('R09 claims that are an array', '["alice-uid"]'),
  ('R09 claims that are a string', '"alice-uid"'),
  ('R09 a NUL in the claims', '{"sub": "alice-uid\u0000"}');
insert into claims (what, claims)
select what, (tests.claims('alice') || changes)::text
from (values
  ('R09 sub null', '{"sub": null}'::jsonb),
  ('R09 sub a number', '{"sub": 5}'),
  ('R09 sub an array', '{"sub": ["alice-uid"]}'),
  ('R09 sub empty', '{"sub": ""}'),
  ('T33 sub unknown', '{"sub": "mallory-uid"}'),
  ('R08 a Firebase uid of 28 characters that is no UUID', '{"sub": "Zk3mQ0aB1cD2eF3gH4iJ5kL6mN7o"}'),
  ('T25 another project, same keys', '{"iss": "https://securetoken.google.com/another-project", "aud": "another-project"}'),
  ('R07 iss of another project', '{"iss": "https://securetoken.google.com/another-project"}'),
  ('T24 iss with a slash', '{"iss": "https://securetoken.google.com/patient-medical-history-local/"}'),
  ('T24 session cookie issuer', '{"iss": "https://session.firebase.google.com/patient-medical-history-local"}'),
  ('T23 aud an array with ours', '{"aud": ["patient-medical-history-local"]}'),
  ('T23 aud null', '{"aud": null}'),
  ('T30 role service_role', '{"role": "service_role"}'),
  ('T30 role null', '{"role": null}')
) as changed (what, changes);

-- As the client itself, under row level security.
create temporary table seen (number integer, user_id uuid, rows bigint) on commit drop;
grant insert on seen to authenticated;
do $$
declare
  v_case record;
begin
  for v_case in select * from claims order by number loop
    perform pg_temp.sign_in_with(v_case.claims);
    insert into seen
    select v_case.number, private.current_user_id(),
      (select count(*) from public.users) + (select count(*) from public.soap_notes)
        + (select count(*) from public.patient_profiles) + (select count(*) from public.medical_provider_profiles);
    perform tests.sign_out();
  end loop;
end;
$$;
select is(row(seen.user_id, seen.rows)::text, '(,0)', what || ': nobody, who sees nothing')
from claims left join seen using (number)
order by number;

-- Accepted people, and people who are accepted no more.
select tests.sign_in_as('alice');
select is(private.current_user_id(), tests.user_id('alice'), 'R08 a genuine token is its person');
select is((select count(*) from public.users), 1::bigint, 'who sees herself');
select tests.sign_in_as('alice', '{"admin": true, "email": "dr-amara@clinic.example", "email_verified": true}');
select is(private.current_user_id(), tests.user_id('alice'), 'T30 T32 other claims change nothing');

select tests.sign_out();
update public.users set tokens_valid_after = now() - interval '1 hour' where id = tests.user_id('alice');
select tests.sign_in_as('alice');
select is(private.current_user_id(), tests.user_id('alice'), 'T36 a sign-in after the revocation counts');
select tests.sign_in_as('alice', jsonb_build_object('auth_time', floor(extract(epoch from now() - interval '2 hours'))));
select is((private.current_user_id()), null, 'T36 an earlier one does not');
select is(tests.refusal(public.get_patient_history(tests.user_id('alice'))), 'TOKEN_REVOKED', 'T36 and is told so');
select tests.sign_in_as('alice', '{"auth_time": "soon"}');
select is((private.current_user_id()), null, 'T22 T36 nor one of unknown time');
select tests.sign_in_as('alice', '{"auth_time": 1e308}');
select is((private.current_user_id()), tests.user_id('alice'), 'an absurd time raises nothing: how old a token may be is its verifier''s question');

select tests.sign_out();
update public.users set disabled_at = now() where id = tests.user_id('alice');
select tests.sign_in_as('alice');
select is(tests.refusal(public.get_patient_history(tests.user_id('alice'))), 'USER_DISABLED', 'T35 a locked out person is told so');
select is((select count(*) from public.users), 0::bigint, 'T35 and sees nothing, at once');

select tests.sign_out();
delete from private.firebase_project;
select tests.sign_in_as('dr-amara', '{"iss": "https://securetoken.google.com/patient-medical-history-local", "aud": "patient-medical-history-local", "sub": "dr-amara-uid", "role": "authenticated"}');
select is((select count(*) from public.users), 0::bigint, 'without a project nobody is anybody');

select * from finish();
rollback;
