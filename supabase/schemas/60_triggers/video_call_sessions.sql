create trigger set_updated_at before update on public.video_call_sessions
  for each row execute function private.set_updated_at();

create trigger keep_encounter_order before update of encounter_status on public.video_call_sessions
  for each row execute function private.keep_encounter_order();
