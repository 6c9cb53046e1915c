create table private.model_budgets (
  scope text not null check (scope in ('provider', 'facility')),
  period text not null check (period in ('hour', 'day')),
  max_requests integer not null check (max_requests >= 0),
  max_tokens bigint not null check (max_tokens >= 0),
  primary key (scope, period)
);

alter table private.model_budgets enable row level security;

comment on table private.model_budgets is 'How many model calls and tokens one provider, and all providers of one facility, may use in any hour and any day. Operators change the rows; a missing row is no limit.';

insert into private.model_budgets (scope, period, max_requests, max_tokens)
values
  ('provider', 'hour', 60, 1000000),
  ('provider', 'day', 200, 4000000),
  ('facility', 'hour', 600, 10000000),
  ('facility', 'day', 3000, 50000000);
