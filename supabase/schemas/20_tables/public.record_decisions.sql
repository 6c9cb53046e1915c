create table public.record_decisions (
  id uuid primary key default gen_random_uuid(),
  patient_id uuid not null,
  conflict_id uuid not null,
  decision text not null check (decision in ('accept', 'reject', 'modify')),
  value jsonb,
  patch jsonb not null check (jsonb_typeof(patch) = 'object'),
  reason text not null check (reason ~ '\S'),
  decided_by uuid not null references public.users (id) on delete restrict,
  decided_at timestamptz not null,
  supersedes uuid references public.record_decisions (id) on delete restrict,
  unique (supersedes),
  foreign key (conflict_id, patient_id) references public.record_conflicts (id, patient_id) on delete restrict,
  check ((decision = 'modify') = (value is not null))
);

create unique index record_decisions_first_of_conflict on public.record_decisions (conflict_id) where supersedes is null;
create index record_decisions_conflict_idx on public.record_decisions (conflict_id, patient_id);
create index record_decisions_patient_id_idx on public.record_decisions (patient_id);
create index record_decisions_decided_by_idx on public.record_decisions (decided_by);

comment on table public.record_decisions is
  'What clinicians decided on conflicts, append-only: an input of the fold like a note. The last of a chain counts; it holds while the fold finds that very conflict.';
comment on column public.record_decisions.decision is 'accept: the later side is right; reject: it is not; modify: neither, the value is.';
comment on column public.record_decisions.value is 'modify: what is right instead, of the type the kind of conflict asks for.';
comment on column public.record_decisions.patch is 'The keys of the item that the decision sets, as the fold lays them over it.';
