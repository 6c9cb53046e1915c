insert into public.users values ('carol-uid');
insert into public.visits values (3, 'carol-uid');
