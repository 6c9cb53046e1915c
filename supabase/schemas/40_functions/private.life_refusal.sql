create function private.life_refusal(p_caller private.caller, p_note public.soap_notes, p_reason text) returns text
language plpgsql
volatile
security invoker
set search_path = ''
as $$
begin
  return coalesce(
    private.note_refusal(p_caller, p_note),
    case
      when p_note.status = 'draft' then 'NOTE_NOT_SIGNED'
      when not private.has_visible_text(p_reason) then 'MISSING_PARAMS'
      when length(p_reason) > 2000 then 'INVALID_REQUEST'
    end
  );
end;
$$;

comment on function private.life_refusal(private.caller, public.soap_notes, text) is
  'Why the caller may not retract or amend a note for this reason; null when they may. Only the provider who signed it may, while the patient is in care, and the reason is 1 to 2,000 characters.';
