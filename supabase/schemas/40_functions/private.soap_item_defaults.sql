create function private.soap_item_defaults(p_table_name text) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select jsonb_object_agg(
    attname,
    case
      when attname = 'evidence' then '[]'::jsonb
      when p_table_name = 'soap_safety_alerts' and attname = 'status' then '"open"'
      else 'null'
    end
  )
  from pg_catalog.pg_attribute
  where attrelid = format('public.%I', p_table_name)::regclass
    and attnum > 0 and not attisdropped
    and attname not in ('soap_note_id', 'position', 'dismissed_by', 'dismissed_at')
$$;

comment on function private.soap_item_defaults(text) is 'The keys an item of this table has in a SoapNote, each with the value that stands for "not said".';
