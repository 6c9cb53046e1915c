create function private.open_review(p_note_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with decisions as materialized (
    select * from private.review_decisions_of(p_note_id)
  ),
  subjects as (
    select section, item_id, content,
      exists (
        select from decisions where decisions.section = subject.section and decisions.item_id = subject.item_id
      ) as is_decided,
      -- What was said about this item itself counts first, then what was said about the same statement.
      (
        select decision
        from decisions
        where decisions.section = subject.section
          and case
            when statement_sha256 is null then
              decisions.item_id = subject.item_id and item_sha256 = private.sha256_hex(subject.content)
            else statement_sha256 = private.statement_sha256(subject.section, subject.content)
          end
        order by decisions.item_id = subject.item_id desc, id desc
        limit 1
      ) as last_word
    from private.review_subjects(p_note_id) as subject
  )
  select coalesce(
    jsonb_agg(jsonb_build_object('section', section, 'id', item_id, 'content', content) order by section, item_id),
    '[]'
  )
  from subjects
  where case section
    when 'confirmation' then not is_decided
    when 'safetyAlerts' then content ->> 'severity' = 'critical' and content ->> 'status' = 'open' and not is_decided
    else last_word = 'reject'
  end
$$;

comment on function private.open_review(uuid) is
  'What keeps a note from being signed: confirmations nobody decided, critical safety alerts nobody decided, and items that state what was rejected, under whatever id: [{section, id, content}].';
