create function private.visible_characters(p_text text) returns text
language sql
immutable
security invoker
set search_path = ''
as $$
  -- White space, controls, format characters, default ignorables and blanks of their own (Hangul fillers, U+2800):
  -- https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
  select regexp_replace(
    p_text,
    '[\u0001-\u0020\u007F-\u00A0\u00AD\u034F\u061C\u115F\u1160\u1680\u17B4\u17B5\u180B-\u180F\u2000-\u200F\u2028-\u202F\u205F-\u206F\u2800\u3000\u3164\uFE00-\uFE0F\uFEFF\uFFA0\uFFF0-\uFFFB\U0001BCA0-\U0001BCA3\U0001D173-\U0001D17A\U000E0000-\U000E0FFF]+',
    '', 'g'
  )
$$;

comment on function private.visible_characters(text) is 'What of a text can be seen: without white space and the characters that show nothing.';
