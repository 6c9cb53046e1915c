create type private.record_item as (
  section text,
  item_key text,
  neighbourhood text,
  place text,
  last_confirmed text,
  item jsonb
);

comment on type private.record_item is
  'One item of a list as its statements make it, before its section adds what is special to it. place: of its first statement; last_confirmed: of the note that named it last.';
