create function private.record_buckets(p_entries private.record_entry[]) returns bytea
language plpgsql
stable
security invoker
set search_path = ''
as $$
begin
  return (
    with bucket as (
      select get_byte(uuid_send(entry.id), 0) as number,
        sha256(string_agg(private.record_part_sha256(entry.section, entry.item), '' order by entry.id)) as hash
      from unnest(p_entries) as entry
      group by 1
    )
    select string_agg(coalesce(bucket.hash, sha256('')), '' order by numbers.number)
    from generate_series(0, 255) as numbers (number)
    left join bucket on bucket.number = numbers.number
  );
end;
$$;

comment on function private.record_buckets(private.record_entry[]) is
  'The 256 bucket hashes of a record of these entries, one after the other; the SHA-256 of them is its version, see docs/adr/0010.';
