create view private.merge_lag with (security_invoker = true) as
  select
    count(*) as pending_notes,
    min(signed_at) as oldest_signed_at,
    coalesce(extract(epoch from now() - min(signed_at)), 0) as oldest_age_seconds
  from public.soap_notes
  where status = 'signed' and merged_at is null;

comment on view private.merge_lag is
  'How far the records are behind the signatures: signed notes no record has yet, and the age of the oldest. Reads soap_notes_pending_merge_idx alone.';
