begin;
select plan(28);

select tests.sign_in_as('alice');
select throws_ok(
  format('update public.%I set %I = %L where %I = tests.user_id(''alice'')', tab, col, val, key), 'PT400',
  format('Cannot change %s: %s is too long or of another form', tab, col), format('I17 %s.%s refuses %s', tab, col, what)
)
from (values
  ('users', 'id', 'email', repeat('a', 255), 'more than an address can hold'),
  ('users', 'id', 'email', 'alice', 'what is no address'),
  ('users', 'id', 'email', 'alice@', 'half an address'),
  ('users', 'id', 'email', 'a@b@example.org', 'two of them'),
  ('users', 'id', 'email', 'alice @example.org', 'white space'),
  ('users', 'id', 'phone', repeat('1', 100000), 'a hundred kilobytes'),
  ('users', 'id', 'phone', '<b>1</b>', 'markup'),
  ('users', 'id', 'profile_image_url', 'javascript:alert(1)', 'a script'),
  ('users', 'id', 'profile_image_url', 'http://example.org/a.png', 'a picture fetched in the clear'),
  ('patient_profiles', 'user_id', 'address', repeat('x', 501), 'more than an address'),
  ('patient_profiles', 'user_id', 'emergency_contact_name', repeat('x', 201), 'more than a name'),
  ('patient_profiles', 'user_id', 'emergency_contact_phone', 'call me', 'words'),
  ('patient_profiles', 'user_id', 'emergency_contact_relationship', repeat('x', 101), 'more than a word')
) as refused (tab, key, col, val, what);
select lives_ok(
  $$update public.users set email = 'alice@example.org', phone = '+49 (30) 123-456', profile_image_url = 'https://example.org/a.png'
    where id = tests.user_id('alice')$$, 'what people write lives'
);
select lives_ok(
  $$update public.patient_profiles set address = 'Example Street 1', emergency_contact_phone = '030 123456' where user_id = tests.user_id('alice')$$,
  'and so does where they live'
);

select tests.sign_in_as('dr-amara');
select throws_ok(
  $$update public.medical_provider_profiles set display_name = repeat('x', 201) where user_id = tests.user_id('dr-amara')$$,
  'PT400', null, 'I17 nor does a provider write without end'
);
select throws_ok(
  format($$update public.medical_provider_profiles set display_name = %L where user_id = tests.user_id('dr-amara')$$, name),
  'PT400', null, 'nor is one without a name'
) from (values (null), (''), ('-')) as names (name);
select throws_ok(
  format($$update public.medical_provider_profiles set display_name = %L where user_id = tests.user_id('dr-amara')$$, name),
  'PT400', null, 'I16 nor one under a name with ' || what
) from (values
  (E'Dr. A\nDr. B', 'a second line'), (E'Dr. \u202EaramA', 'what turns it around'), (E'Dr. Ama\u200Bra', 'what nobody sees')
) as names (name, what);
select lives_ok(
  format($$update public.medical_provider_profiles set display_name = %L where user_id = tests.user_id('dr-amara')$$, name),
  'but any that people have: ' || name
) from (values (E'Dr. Zoë O\u2019Brien-Łuk'), (E'\u062F. \u0645\u0647\u200C\u0631')) as names (name);

-- What was there before there were rules is nobody's to mend before they may change the rest.
select tests.sign_out();
alter table public.users disable trigger keep_contact_details;
update public.users set email = 'alice' where id = tests.user_id('alice');
alter table public.users enable trigger keep_contact_details;
select tests.sign_in_as('alice');
select lives_ok(
  $$update public.users set email = email, phone = '030 1234' where id = tests.user_id('alice')$$, 'what does not change is not refused'
);
select lives_ok($$update public.users set email = null, phone = null where id = tests.user_id('alice')$$, 'and what is taken back neither');

-- An address is where somebody is reached, not who they are.
select lives_ok(
  $$update public.users set email = 'bob@people.example' where id = tests.user_id('alice')$$, 'T33 two people may share an address'
);

select tests.sign_out();
select throws_ok(
  format($$insert into public.users (firebase_uid, %I) values ('new', %L)$$, col, val), '23514', null, 'the table itself bounds ' || col
)
from (values ('phone', '<b>1</b>')) as bounded (col, val);

select * from finish();
rollback;
