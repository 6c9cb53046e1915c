begin;
select plan(16);

select tests.sign_in_as('dr-amara');
create temporary table note on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'alice'), tests.full_note()) as id;

select tests.sign_in_as('dr-okoye');
select is(tests.refusal(public.dismiss_safety_alert('s1', 'not mine')), 'NOT_FOUND', 'another provider''s alert does not exist');
select is(tests.refusal(public.dismiss_safety_alert('nowhere', 'none')), 'NOT_FOUND', 'and answers as one that is nowhere');
select tests.sign_in_as('alice');
select is(tests.refusal(public.dismiss_safety_alert('s1', 'mine')), 'FORBIDDEN', 'a patient closes none, there or not');

select tests.sign_in_as('dr-amara');
select is(tests.refusal(public.dismiss_safety_alert('s1', null)), 'MISSING_PARAMS', 'a reason is needed');
select is(tests.refusal(public.dismiss_safety_alert('s1', '  ')), 'MISSING_PARAMS', 'one that says something');
select is(
  (select row(status, dismissed_reason)::text from public.soap_safety_alerts where soap_note_id = note.id), '(open,)', 'refusals change nothing'
) from note;

create temporary table dismissed on commit drop as
  select public.dismiss_safety_alert('s1', 'Both were stopped today') as answer;
select is(answer ->> 'status', 'dismissed', 'its provider closes it') from dismissed;
select is(answer ->> 'dismissedReason', 'Both were stopped today', 'with the reason') from dismissed;
select is((answer ->> 'revision')::integer, 2, 'as a revision of the note') from dismissed;
select is(answer ->> 'contentSha256', soap_notes.content_sha256, 'whose hash covers it') from dismissed, note join public.soap_notes using (id);
select tests.sign_out();
select is(
  (select row(users.firebase_uid, dismissed_at is not null)::text
   from public.soap_safety_alerts join public.users on users.id = dismissed_by where soap_note_id = note.id),
  '(dr-amara-uid,t)', 'who and when are kept'
) from note;

select tests.sign_in_as('dr-amara');
select is(public.dismiss_safety_alert('s1', 'Another reason'), answer, 'a repeat answers the same: the first reason stands') from dismissed;

create temporary table carol on commit drop as
  select tests.save_note(tests.encounter_id('dr-amara', 'carol'), tests.full_note()) as id;
select is(tests.refusal(public.dismiss_safety_alert('s1', 'which?')), 'INVALID_REQUEST', 'an id in two open notes names neither');
select is(
  (select status from public.soap_safety_alerts where soap_note_id = carol.id), 'open', 'and neither changes'
) from carol;

select tests.accept_all(tests.encounter_id('dr-amara', 'carol'));
select public.sign_soap_note(id) from carol;
select is(
  public.dismiss_safety_alert('s1', 'again') ->> 'soapNoteId', note.id::text, 'a signed note does not stand in the way of the open one'
) from note;
select tests.accept_all(tests.encounter_id('dr-amara', 'alice'));
select public.sign_soap_note(id) from note;
select is(tests.refusal(public.dismiss_safety_alert('s1', 'late')), 'DRAFT_LOCKED', 'a signed note''s alerts are closed');

select * from finish();
rollback;
