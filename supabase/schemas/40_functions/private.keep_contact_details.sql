-- Definer: whoever changes a row of their own refuses through it.
create function private.keep_contact_details() returns trigger
language plpgsql
volatile
security definer
set search_path = ''
as $$
declare
  v_column text;
begin
  -- Before the constraints, whose messages quote the whole row.
  select rule.column_name into v_column
  from (
    values
      ('users', 'email', 254, '^[^@[:space:][:cntrl:]]+@[^@[:space:][:cntrl:]]+$'),
      ('users', 'phone', 32, '^[-+().0-9 ]{3,}$'),
      ('users', 'profile_image_url', 2048, '^https://[^[:cntrl:][:space:]]+$'),
      ('patient_profiles', 'address', 500, ''),
      ('patient_profiles', 'emergency_contact_name', 200, ''),
      ('patient_profiles', 'emergency_contact_phone', 32, '^[-+().0-9 ]{3,}$'),
      ('patient_profiles', 'emergency_contact_relationship', 100, ''),
      ('medical_provider_profiles', 'display_name', 200, '^(?!.*[[:cntrl:]\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060-\u206F\uFEFF]).*[[:alnum:]]')
  ) as rule (table_name, column_name, most_characters, pattern)
  cross join lateral (
    select to_jsonb(new) ->> rule.column_name as said, to_jsonb(old) ->> rule.column_name as before
  ) as value
  where rule.table_name = tg_table_name
    and said is distinct from before
    and case
      when said is null then rule.column_name = 'display_name'
      else length(said) > rule.most_characters or said !~ rule.pattern
    end
  order by rule.column_name
  limit 1;
  if found then
    perform private.reject('INVALID_REQUEST', format('Cannot change %s: %s is too long or of another form', tg_table_name, v_column));
  end if;
  return new;
end;
$$;

comment on function private.keep_contact_details() is
  'Trigger: refuses what a person may not write of themselves (INVALID_REQUEST, naming the column and no value) before a constraint would, whose message quotes the row. An e-mail address has one @ and no white space; a name has a letter or a digit, and no character that is not seen or turns others around. Only what changes is looked at.';
