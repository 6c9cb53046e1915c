create type private.record_statement as (
  item_key text,
  note_id uuid,
  encounter_at timestamptz,
  signed_by uuid,
  stage integer,
  position integer,
  row_id text,
  fields jsonb,
  facts jsonb,
  section text,
  neighbourhood text,
  place text
);

comment on type private.record_statement is
  'What one row of one signed note says about one item of the record. fields: the values to show, as the note has them; facts: what the rules derived from them and nobody is shown; stage orders the rows of one note: 0 what was reported, 1 what was decided. item_key is the identity as far as it is known: neighbourhood at first, then what the section made of the whole set. place: see private.record_place.';
