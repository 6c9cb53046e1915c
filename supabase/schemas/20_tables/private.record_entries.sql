create table private.record_entries (
  patient_id uuid not null references public.patient_profiles (user_id) on delete restrict,
  id uuid not null,
  section text not null,
  neighbourhood text collate "C" not null,
  place text collate "C" not null,
  key text,
  item jsonb not null check (jsonb_typeof(item) = 'object'),
  last_confirmed text collate "C",
  sha256 bytea not null,
  primary key (patient_id, id)
);

create index record_entries_place_idx on private.record_entries (patient_id, section, place) include (id);
create index record_entries_neighbourhood_idx on private.record_entries (patient_id, section, neighbourhood);
create index record_entries_last_confirmed_idx on private.record_entries (patient_id, section, last_confirmed)
  where last_confirmed is not null;

alter table private.record_entries enable row level security;

-- Read whole at every merge and written often: in the row while it fits a page, and never compressed, see docs/adr/0011.
alter table private.record_entries set (toast_tuple_target = 8160);
alter table private.record_entries alter column item set storage external;

comment on table private.record_entries is
  'The folded record, element by element: what cumulative_medical_record is put together from. Written by private.refold alone.';
comment on column private.record_entries.neighbourhood is 'What the entry was folded from, as in record_assertions; of a conflict, what it was found in.';
comment on column private.record_entries.place is 'Sorts as the section orders its entries: place of the first statement; of a conflict, kind and id.';
comment on column private.record_entries.key is 'Key of the entry where the section is an object; null where it is a list.';
comment on column private.record_entries.item is 'The element of the record, as readers get it.';
comment on column private.record_entries.last_confirmed is 'Lists: encounter time and note that named the entry last, sortable.';
comment on column private.record_entries.sha256 is 'The part''s hash in the record''s version.';
