create function private.speaker_of_label(p_label text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when label ~ '^(dr|doctor|physician|clinician|provider)( [0-9]+)?$' then 'provider'
    -- Up to four words of a name, none a possessive: "Dr. Amara's nurse" is somebody else.
    when label ~ '^(dr|doctor)( [^ ()/,:]+){1,4}$' and label !~ '[''’]s( |$)' then 'provider'
    when label ~ '^(pt|patient)( [0-9]+)?$' then 'patient'
    when label = 'other' then 'other'
  end
  from (select btrim(lower(regexp_replace(p_label, '[\s._]+', ' ', 'g'))) as label) as plain
$$;

comment on function private.speaker_of_label(text) is
  'The role a speaker label claims: a word for it, with a number or, after Dr. or Doctor, a name; null for a label that names none, such as a person''s name.';
