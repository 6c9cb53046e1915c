create function private.record_value_key(p_field text, p_value text) returns text
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return case p_field
    when 'frequency' then private.record_canonical('frequency', p_value)
    when 'route' then private.record_canonical('route', p_value)
    when 'dose' then regexp_replace(private.record_key(p_value), '(\d) (?=[[:alpha:]%μ])', '\1', 'g')
    else private.record_key(p_value)
  end;
end;
$$;

comment on function private.record_value_key(text, text) is
  'What two wordings of one value of a field have in common, for comparing only: frequencies and routes by the synonym table (once a day, daily; PO, oral), doses without the space before a unit (10 mg, 10mg), everything else as private.record_key.';
