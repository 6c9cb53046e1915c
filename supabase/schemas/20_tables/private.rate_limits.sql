create table private.rate_limits (
  rpc text primary key,
  max_calls integer not null check (max_calls between 1 and 100000),
  period interval not null check (period > interval '0' and period <= interval '1 day')
);

alter table private.rate_limits enable row level security;

comment on table private.rate_limits is
  'How often one person may call one RPC within any period of this length, refused calls included. Operators change the rows; a missing row is no limit.';

insert into private.rate_limits (rpc, max_calls, period)
values
  ('amend_soap_note', 30, '1 minute'),
  ('append_transcript_chunks', 600, '1 minute'),
  ('begin_soap_draft', 60, '1 minute'),
  ('create_context_snapshot', 60, '1 minute'),
  ('dismiss_safety_alert', 120, '1 minute'),
  ('get_patient_history', 120, '1 minute'),
  ('merge_preview', 120, '1 minute'),
  ('merge_soap_into_cumulative_record', 60, '1 minute'),
  ('open_emergency_access', 20, '1 hour'),
  ('record_as_of', 60, '1 minute'),
  ('record_diff', 60, '1 minute'),
  ('resolve_conflict', 60, '1 minute'),
  ('retract_soap_note', 30, '1 minute'),
  ('review_soap_draft', 120, '1 minute'),
  ('revoke_emergency_access', 60, '1 minute'),
  ('save_soap_note', 120, '1 minute'),
  ('sign_soap_note', 30, '1 minute'),
  ('who_accessed', 60, '1 minute');
