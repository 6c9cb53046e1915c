create function private.open_review(p_note_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  select coalesce(
    jsonb_agg(jsonb_build_object('section', section, 'id', item_id, 'content', content) order by section, item_id),
    '[]'
  )
  from private.review_subjects(p_note_id)
  left join lateral (
    select decision, item_sha256
    from private.review_decisions
    where soap_note_id = p_note_id and review_decisions.section = review_subjects.section
      and review_decisions.item_id = review_subjects.item_id
    order by id desc
    limit 1
  ) as latest on true
  where case section
    when 'confirmation' then latest.decision is null
    when 'safetyAlerts' then
      content ->> 'severity' = 'critical' and content ->> 'status' = 'open' and latest.decision is null
    else latest.decision = 'reject' and latest.item_sha256 = private.sha256_hex(content)
  end
$$;

comment on function private.open_review(uuid) is
  'What keeps a note from being signed: confirmations nobody decided, critical safety alerts nobody decided, and items that were rejected and still stand in it unchanged: [{section, id, content}].';
