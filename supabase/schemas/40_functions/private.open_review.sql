create function private.open_review(p_note_id uuid) returns jsonb
language sql
stable
security invoker
set search_path = ''
as $$
  with decisions as materialized (
    select * from private.review_decisions_of(p_note_id)
  ),
  -- Hashed once each, and only where something was rejected: a note may have hundreds of items.
  subjects as materialized (
    select section, item_id, content,
      case when is_contested then private.sha256_hex(content) end as item_sha256,
      case when is_contested then private.statement_sha256(section, content) end as statement_sha256
    from private.review_subjects(p_note_id) as subject
    cross join lateral (
      select exists (select from decisions where decisions.section = subject.section and decision = 'reject')
    ) as contest (is_contested)
  )
  select coalesce(
    jsonb_agg(jsonb_build_object('section', section, 'id', item_id, 'content', content) order by section, item_id),
    '[]'
  )
  from subjects as subject
  cross join lateral (
    select not exists (
      select from decisions where decisions.section = subject.section and decisions.item_id = subject.item_id
    )
  ) as undecided (is_undecided)
  where case section
    when 'confirmation' then is_undecided
    when 'safetyAlerts' then content ->> 'severity' = 'critical' and content ->> 'status' = 'open' and is_undecided
    else (
      -- What was said about this item itself counts first, then what was said about the same statement.
      select decision
      from decisions
      where decisions.section = subject.section
        and case
          when decisions.statement_sha256 is null then
            decisions.item_id = subject.item_id and decisions.item_sha256 = subject.item_sha256
          else decisions.statement_sha256 = subject.statement_sha256
        end
      order by decisions.item_id = subject.item_id desc, id desc
      limit 1
    ) = 'reject'
  end
$$;

comment on function private.open_review(uuid) is
  'What keeps a note from being signed: confirmations nobody decided, critical safety alerts nobody decided, and items that state what was rejected, under whatever id: [{section, id, content}].';
