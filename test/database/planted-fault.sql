-- A table that clients reach and that has no row level security: what the advisors must not let pass.
create table public.planted_fault (id integer primary key);
grant select on public.planted_fault to anon;
