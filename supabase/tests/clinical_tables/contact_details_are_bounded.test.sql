begin;
select plan(10);

select tests.sign_in_as('alice');
select throws_ok(
  format('update public.%I set %I = %L where %I = tests.user_id(''alice'')', tab, col, val, key), '23514', null,
  format('I17 %s.%s refuses %s', tab, col, what)
)
from (values
  ('users', 'id', 'email', repeat('a', 255), 'more than an address can hold'),
  ('users', 'id', 'phone', repeat('1', 100000), 'a hundred kilobytes'),
  ('users', 'id', 'phone', '<b>1</b>', 'markup'),
  ('users', 'id', 'profile_image_url', 'javascript:alert(1)', 'a script'),
  ('users', 'id', 'profile_image_url', 'http://example.org/a.png', 'a picture fetched in the clear'),
  ('patient_profiles', 'user_id', 'address', repeat('x', 501), 'more than an address'),
  ('patient_profiles', 'user_id', 'emergency_contact_phone', 'call me', 'words')
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
  '23514', null, 'I17 nor does a provider write without end'
);

select * from finish();
rollback;
