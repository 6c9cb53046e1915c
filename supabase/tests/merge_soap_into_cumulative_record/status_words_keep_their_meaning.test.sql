begin;
select plan(15);

select is(private.record_status('condition_status', word), meaning, 'condition: ' || word)
from (values ('new', null), ('worsening', null), ('Resolved', 'resolved'), ('resolved after treatment', 'resolved'),
  ('not resolved', null), ('ruled out', 'refuted'), ('in remission', 'inactive'), ('entered in error', 'entered_in_error')) as words (word, meaning);

select is(private.record_status('medication_status', word), meaning, 'medication: ' || word)
from (values ('increased', null), ('Discontinued due to cough', 'discontinued'), ('no longer taking', 'discontinued'),
  ('continue, do not stop', null), ('held', 'on_hold'), ('refused by patient', 'proposed')) as words (word, meaning);

select is_empty(
  $$ select kind, term from private.record_synonyms
     where term <> private.record_key(term)
     union all
     select kind, term from private.record_synonyms where kind <> 'condition_code' group by kind, term having count(*) > 1 $$,
  'every rule is written as a key, and only once'
);

select * from finish();
rollback;
