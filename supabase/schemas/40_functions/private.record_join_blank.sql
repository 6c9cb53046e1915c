create function private.record_join_blank(p_statements private.record_statement[], p_field text, p_synonyms text)
returns setof private.record_statement
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return query
    with stated as materialized (
      select statement.*, coalesce(private.record_canonical(p_synonyms, statement.fields ->> p_field), '') as detail
      from unnest(p_statements) as statement
    ),
    candidate as (
      select stated.item_key, min(stated.detail) as detail
      from stated
      where stated.detail <> ''
      group by stated.item_key
      having count(distinct stated.detail) = 1
    )
    select stated.item_key || '|' || case when stated.detail = '' then coalesce(candidate.detail, '') else stated.detail end,
      stated.note_id, stated.encounter_at, stated.signed_by, stated.stage, stated.position, stated.row_id,
      stated.fields, stated.facts, stated.section, stated.neighbourhood, stated.place
    from stated
    left join candidate on candidate.item_key = stated.item_key;
end;
$$;

comment on function private.record_join_blank(private.record_statement[], text, text) is
  'Statements with a field made part of their identity, over the whole set: a blank joins the one value that is known, and stands alone when there are several.';
