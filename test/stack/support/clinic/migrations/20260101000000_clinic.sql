create schema private;
create table private.secrets (word text);

create table public.users (firebase_uid text primary key);
alter table public.users enable row level security;

create table public.visits (id int primary key, owner text not null);
alter table public.visits enable row level security;
grant select on public.visits to authenticated;
create policy visits_select on public.visits for select to authenticated
  using (owner = (select auth.jwt() ->> 'sub'));
insert into public.visits values (1, 'alice-uid'), (2, 'bob-uid');

create table public.unshared (id int primary key);
alter table public.unshared enable row level security;

create function public.caller() returns jsonb language sql volatile set search_path = ''
  return jsonb_build_object('role', current_user, 'sub', auth.jwt() ->> 'sub', 'iss', auth.jwt() ->> 'iss');
create function public.argument_type(p_value jsonb) returns text language sql volatile set search_path = ''
  return jsonb_typeof(p_value);
create function public.refuse_softly() returns jsonb language plpgsql volatile set search_path = '' as $$
begin
  perform set_config('response.status', '404', true);
  return jsonb_build_object('code', 'PT404', 'hint', 'NOT_FOUND', 'message', 'Cannot read', 'details', null);
end;
$$;
create function public.refuse_hard() returns uuid language plpgsql volatile set search_path = '' as $$
begin
  raise sqlstate 'PT409' using message = 'Cannot save', hint = 'REVISION_CONFLICT';
end;
$$;
revoke execute on all functions in schema public from public;
grant execute on all functions in schema public to authenticated;
grant execute on function public.caller() to anon, service_role;
