begin;
select plan(16);

-- Zero-width, joiners, marks of direction, fillers, blanks: https://www.unicode.org/reports/tr44/#Default_Ignorable_Code_Point
create temporary table nothing on commit drop as
select * from (
  values
    (''), (' '), (E'\t\r\n'), (U&'\00A0'), (U&'\200B'), (U&'\200C\200D'), (U&'\200E\200F'), (U&'\202A\202E'), (U&'\2060\2064'),
    (U&'\FEFF'), (U&'\00AD'), (U&'\180E'), (U&'\3000'), (U&'\3164'), (U&'\115F\FFA0'), (U&'\2800'), (U&'\FE0F'), (U&'\+0E0041'),
    (U&'\+01107F'), (U&'\+013430'), (U&'\+013431'), (U&'\FFFE'), (U&'\+01D159'), (U&'\FDD0'), ('.'), ('?!'), (U&'\+01F642'), (U&'\0301')
) as texts (text);
grant select on nothing to authenticated;
select is((select count(*) from nothing where private.has_visible_text(text)), 0::bigint, 'what shows nothing says nothing');
select is(private.has_visible_text(text), true, 'what shows something says something: ' || text)
from (values ('x'), (U&'\200Bx'), (U&'\00E9'), (U&'\5E74'), (U&'\0434\0430'), (U&'\0628'), (U&'\0905'), ('0')) as texts (text);
select is(private.has_visible_text(null), false, 'nothing says nothing');

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;
create function pg_temp.codes(p_call text) returns text[]
language plpgsql
as $$
declare
  v_answer jsonb;
  v_codes text[] := '{}';
  v_text text;
begin
  for v_text in select text from nothing loop
    execute format(p_call, v_text) into v_answer;
    v_codes := v_codes || (v_answer ->> 'hint');
  end loop;
  return array(select distinct code from unnest(v_codes) as code order by code);
end;
$$;

select is(pg_temp.codes('select public.dismiss_safety_alert(''s1'', %L)'), '{MISSING_PARAMS}', 'no alert is dismissed for it');
select is((select status from public.soap_safety_alerts join note on soap_note_id = note.id), 'open', 'and stays open');
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select public.sign_soap_note(id) from note;
select is(pg_temp.codes(format('select public.retract_soap_note(%L, %%L)', id)), '{MISSING_PARAMS}', 'no note is retracted for it') from note;
select is(
  pg_temp.codes(format('select public.amend_soap_note(%L, ''{}'', %%L)', id)), '{MISSING_PARAMS}', 'no note is amended for it'
) from note;
select is(
  pg_temp.codes(format('select public.open_emergency_access(%L, repeat(%%L, 12))', tests.user_id('bob'))), '{INVALID_REQUEST,MISSING_PARAMS}',
  'A47 and no glass is broken for it, however much of it'
);
select is(tests.refusal(public.retract_soap_note(id, U&'\200Bwrong\200B visit')), null, 'a reason may hold what does not show') from note;

select * from finish();
rollback;
