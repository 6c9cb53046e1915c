create type private.record_entry as (
  section text,
  neighbourhood text,
  id uuid,
  place text,
  key text,
  item jsonb,
  last_confirmed text,
  substances text[]
);

comment on type private.record_entry is
  'One element of a folded record, as in private.record_entries; substances: of a medication what it contains and the classes it belongs to, of an allergy what it names.';
