import postgres from "postgres";

// Every access control list of a database outside PostgreSQL's own schemas, and the source of each function in them.
const PRIVILEGES = `
  with own_schemas as (
    select oid, nspname, nspacl from pg_catalog.pg_namespace
    where nspname !~ '^pg_' and nspname not in ('information_schema', 'extensions')
  )
  select 'schema ' || nspname as object, nspacl::text as privileges from own_schemas
  union all
  select 'relation ' || c.oid::regclass, c.relacl::text || ' rls ' || c.relrowsecurity
  from pg_catalog.pg_class c join own_schemas s on s.oid = c.relnamespace
  union all
  select 'column ' || a.attrelid::regclass || '.' || a.attname, a.attacl::text
  from pg_catalog.pg_attribute a join pg_catalog.pg_class c on c.oid = a.attrelid
  join own_schemas s on s.oid = c.relnamespace where a.attacl is not null
  union all
  select 'function ' || p.oid::regprocedure, p.proacl::text || ' ' || md5(p.prosrc) || ' ' || p.proowner::regrole
  from pg_catalog.pg_proc p join own_schemas s on s.oid = p.pronamespace
  union all
  select 'default ' || d.defaclrole::regrole || ' ' || d.defaclnamespace::regnamespace || ' ' || d.defaclobjtype::text,
    d.defaclacl::text
  from pg_catalog.pg_default_acl d
  order by 1`;

/**
 * Reads who may do what in a database.
 *
 * @param url - logs in as the owner
 * @returns the access control list of each schema, relation, column and function, and the default privileges
 */
export async function readPrivileges(url: string): Promise<Record<string, string | null>> {
  const sql = postgres(url, { max: 1 });
  try {
    const rows = await sql.unsafe<{ object: string; privileges: string | null }[]>(PRIVILEGES);
    return Object.fromEntries(rows.map(({ object, privileges }) => [object, privileges]));
  } finally {
    await sql.end();
  }
}
