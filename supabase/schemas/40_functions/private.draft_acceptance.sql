create function private.draft_acceptance(p_since timestamptz default '-infinity') returns table (
  model text, prompt_version text, section text, notes integer, drafted integer, kept integer, edits integer, acceptance_rate numeric
)
language sql
stable
security invoker
set search_path = ''
as $$
  select
    draft.draft #>> '{meta,model}',
    draft.draft #>> '{meta,promptVersion}',
    edited.section,
    count(distinct note.id)::integer,
    sum(edited.drafted)::integer,
    sum(edited.kept)::integer,
    sum(edited.modified + edited.removed + edited.added)::integer,
    round(sum(edited.kept)::numeric / nullif(sum(edited.drafted), 0), 4)
  from public.soap_notes as note
  join public.soap_drafts as draft on draft.id = note.draft_id
  cross join lateral private.draft_edits(note.id) as edited
  where note.status = 'signed' and note.signed_at >= p_since
  group by 1, 2, 3
$$;

comment on function private.draft_acceptance(timestamptz) is
  'How drafts fared under the clinicians who signed them, by model, prompt version and section: the share of drafted items kept as they were, and the edit distance in items.';
