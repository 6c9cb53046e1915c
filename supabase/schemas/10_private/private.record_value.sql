create type private.record_value as (
  section text,
  item_key text,
  field text,
  value text,
  ordinal bigint,
  is_change boolean,
  opens_note boolean
);

comment on type private.record_value is
  'One value that a statement gives to a field of an item. ordinal: the statement''s number among those it was read from; is_change: another value than the one before it, or the first; opens_note: the value before it is of another note.';
