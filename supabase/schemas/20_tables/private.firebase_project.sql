create table private.firebase_project (
  only_row boolean primary key default true check (only_row),
  project_id text not null check (project_id ~ '^[a-z][a-z0-9-]{4,28}[a-z0-9]$')
);

comment on table private.firebase_project is 'The one Firebase project whose tokens count. Empty refuses everybody. Set at deploy: insert into private.firebase_project (project_id) values (''…'').';

alter table private.firebase_project enable row level security;
