create function private.has_revision_conflict(p_rows public.call_transcript_chunks[]) returns boolean
language sql
stable
security invoker
set search_path = ''
as $$
  select count(distinct sequence) < count(distinct (sequence, text, speaker_role))
    or exists (
      select
      from unnest(p_rows) as chunk
      join public.call_transcript_chunks as stored using (encounter_id, sequence)
      where (stored.text, stored.speaker_role) is distinct from (chunk.text, chunk.speaker_role)
    )
  from unnest(p_rows) as chunk
$$;

comment on function private.has_revision_conflict(public.call_transcript_chunks[]) is
  'Whether a sequence would stand for two different utterances, among these rows or beside what is stored.';
