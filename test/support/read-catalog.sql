with ours as (
  select oid, nspname from pg_namespace where nspname in ('public', 'private', 'audit')
),
relation as (
  select class.oid, format('%I.%I', ours.nspname, class.relname) as name,
    class.relkind, class.relowner, class.reloptions, class.relacl, class.relrowsecurity, class.relforcerowsecurity
  from pg_class as class
  join ours on ours.oid = class.relnamespace
  where class.relkind in ('r', 'v', 'm', 'S', 'p')
),
routine as (
  select proc.oid, proc.oid::regprocedure::text as name, proc.proacl, proc.proowner, proc.prokind
  from pg_proc as proc
  join ours on ours.oid = proc.pronamespace
),
described as (
  select 'pg_class'::regclass as catalog, oid, name from relation
  union all select 'pg_proc'::regclass, oid, name from routine
  union all select 'pg_namespace'::regclass, oid, nspname from ours
  union all select 'pg_type'::regclass, type.oid, type.oid::regtype::text from pg_type as type join ours on ours.oid = type.typnamespace
  union all select 'pg_policy'::regclass, policy.oid, relation.name || ' ' || policy.polname from pg_policy as policy join relation on relation.oid = policy.polrelid
  union all select 'pg_constraint'::regclass, con.oid, relation.name || ' ' || con.conname from pg_constraint as con join relation on relation.oid = con.conrelid
  union all select 'pg_trigger'::regclass, trg.oid, relation.name || ' ' || trg.tgname from pg_trigger as trg join relation on relation.oid = trg.tgrelid
)
select line from (
  select format('schema %s owner %s', nspname, nspowner::regrole) as line
  from pg_namespace where nspname in ('public', 'private', 'audit')
  union all
  select format('table %s kind %s owner %s rls %s forced %s options %s', name, relkind, relowner::regrole, relrowsecurity, relforcerowsecurity, reloptions)
  from relation
  union all
  select format(
    'column %s.%s %s not null %s default %s generated %s identity %s', relation.name, attribute.attname,
    format_type(attribute.atttypid, attribute.atttypmod), attribute.attnotnull,
    pg_get_expr(fallback.adbin, fallback.adrelid), attribute.attgenerated, attribute.attidentity
  )
  from relation
  join pg_attribute as attribute on attribute.attrelid = relation.oid and attribute.attnum > 0 and not attribute.attisdropped
  left join pg_attrdef as fallback on fallback.adrelid = relation.oid and fallback.adnum = attribute.attnum
  union all
  select format('constraint %s %s %s valid %s', relation.name, con.conname, pg_get_constraintdef(con.oid), con.convalidated)
  from pg_constraint as con join relation on relation.oid = con.conrelid
  union all
  select format('index %s', pg_get_indexdef(index.indexrelid))
  from pg_index as index join relation on relation.oid = index.indrelid
  union all
  select format('function %s owner %s %s', name, proowner::regrole, pg_get_functiondef(oid)) from routine where prokind in ('f', 'p')
  union all
  select format('type %s kind %s (%s)', type.oid::regtype, type.typtype, (
    select string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' order by attnum)
    from pg_attribute where attrelid = type.typrelid and attnum > 0
  ))
  from pg_type as type
  join ours on ours.oid = type.typnamespace
  join pg_class as composite on composite.oid = type.typrelid and composite.relkind = 'c'
  union all
  select format('trigger %s %s', pg_get_triggerdef(trg.oid), trg.tgenabled)
  from pg_trigger as trg join relation on relation.oid = trg.tgrelid where not trg.tgisinternal
  union all
  select format(
    'policy %s %s %s permissive %s to %s using %s check %s', relation.name, policy.polname, policy.polcmd, policy.polpermissive,
    (select string_agg(coalesce(nullif(member::regrole::text, '-'), 'public'), ',') from unnest(policy.polroles) as member),
    pg_get_expr(policy.polqual, policy.polrelid), pg_get_expr(policy.polwithcheck, policy.polrelid)
  )
  from pg_policy as policy join relation on relation.oid = policy.polrelid
  union all
  select format('grant %s %s to %s by %s option %s', privilege_type, object, coalesce(nullif(grantee::regrole::text, '-'), 'public'), grantor::regrole, is_grantable)
  from (
    select 'schema ' || nspname as object, acl.*
    from pg_namespace cross join lateral aclexplode(coalesce(nspacl, acldefault('n', nspowner))) as acl
    where nspname in ('public', 'private', 'audit')
    union all
    select 'table ' || name, acl.*
    from relation
    cross join lateral aclexplode(coalesce(relacl, acldefault((case relkind when 'S' then 's' else 'r' end)::"char", relowner))) as acl
    union all
    select format('column %s.%s', name, attribute.attname), acl.*
    from relation
    join pg_attribute as attribute on attribute.attrelid = relation.oid
    cross join lateral aclexplode(attribute.attacl) as acl
    union all
    select 'function ' || name, acl.* from routine cross join lateral aclexplode(coalesce(proacl, acldefault('f', proowner))) as acl
  ) as granted
  union all
  select format('default %s in %s for %s: %s', defaclobjtype, defaclnamespace::regnamespace, defaclrole::regrole, defaclacl)
  from pg_default_acl
  union all
  select format('comment %s %s %s: %s', described.catalog, described.name, description.objsubid, description.description)
  from described
  join pg_description as description on description.classoid = described.catalog and description.objoid = described.oid
) as catalog
order by line collate "C"
