create function private.rehash_record(p_patient_id uuid, p_changed uuid[]) returns void
language plpgsql
volatile
security invoker
set search_path = ''
as $$
declare
  v_buckets bytea := (select buckets from private.record_states where patient_id = p_patient_id);
  v_bucket record;
begin
  for v_bucket in
    select touched.number, coalesce(folded.hash, sha256('')) as hash
    from (select distinct get_byte(uuid_send(changed.id), 0) as number from unnest(p_changed) as changed (id)) as touched
    cross join lateral (
      select sha256(string_agg(entry.sha256, '' order by entry.id)) as hash
      from private.record_entries as entry
      where entry.patient_id = p_patient_id
        and entry.id between (lpad(to_hex(touched.number), 2, '0') || repeat('0', 30))::uuid
          and (lpad(to_hex(touched.number), 2, '0') || repeat('f', 30))::uuid
    ) as folded
  loop
    v_buckets := overlay(v_buckets placing v_bucket.hash from v_bucket.number * 32 + 1 for 32);
  end loop;
  update private.record_states
  set buckets = v_buckets, record_version = encode(sha256(v_buckets), 'hex')
  where patient_id = p_patient_id;
end;
$$;

comment on function private.rehash_record(uuid, uuid[]) is
  'The version of a patient''s record, from the buckets of the entries that changed, went or came; see docs/adr/0010.';
