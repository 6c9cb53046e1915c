create trigger refuse_change before update or delete on private.review_decisions
  for each row execute function private.refuse_change();

create trigger refuse_truncate before truncate on private.review_decisions
  for each statement execute function private.refuse_change();
