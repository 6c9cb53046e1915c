create function private.speaker_of_label(p_label text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  select case
    when lower(btrim(p_label)) in ('provider', 'doctor', 'physician', 'clinician') then 'provider'
    when lower(btrim(p_label)) = 'patient' then 'patient'
    when lower(btrim(p_label)) = 'other' then 'other'
  end
$$;

comment on function private.speaker_of_label(text) is 'The role a speaker label claims; null for a label that names none, such as a person''s name.';
