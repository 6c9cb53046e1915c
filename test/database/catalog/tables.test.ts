import { describe, expect, test } from "vitest";
import { openCatalog } from "./open-catalog.ts";

const catalog = openCatalog();

describe("tables", () => {
  test("R01 every table in public has row level security, forced, a permissive and a restrictive policy", async () => {
    expect(
      await catalog.offenders(`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind in ('r', 'p')
          and not (
            relrowsecurity and relforcerowsecurity
            and exists (select from pg_policy where polrelid = pg_class.oid and polpermissive)
            and exists (select from pg_policy where polrelid = pg_class.oid and not polpermissive)
          )`),
    ).toEqual([]);
  });

  test("R06 every policy is for authenticated alone", async () => {
    expect(
      await catalog.offenders(`
        select polrelid::regclass || ' ' || polname as name from pg_policy
        where polroles <> array['authenticated'::regrole::oid]`),
    ).toEqual([]);
  });

  test("a table has one permissive policy per command, named for both", async () => {
    expect(
      await catalog.offenders(`
        select policy.polrelid::regclass || ' ' || policy.polname as name
        from pg_policy as policy
        join pg_class as class on class.oid = policy.polrelid
        where policy.polpermissive
          and policy.polname <> class.relname || (case policy.polcmd when 'r' then '_select' when 'a' then '_insert' when 'w' then '_update' when 'd' then '_delete' end)`),
    ).toEqual([]);
  });

  test("R05 no policy rests on auth.uid(), auth.role(), metadata, an e-mail or nothing at all", async () => {
    expect(
      await catalog.offenders(String.raw`
        select polrelid::regclass || ' ' || polname as name from pg_policy
        where concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
          ~ '(auth\.|metadata|email|^true$)'`),
    ).toEqual([]);
  });

  test("R03 anon has no privilege on a table, a column, a sequence or the schema private", async () => {
    expect(
      await catalog.offenders(`
        select relname as name from pg_class
        where relnamespace in ('public'::regnamespace, 'private'::regnamespace)
          and case relkind
            when 'S' then has_sequence_privilege('anon', oid, 'usage, select, update')
            when 'r' then has_table_privilege('anon', oid, 'select, insert, update, delete, truncate, references, trigger')
              or has_any_column_privilege('anon', oid, 'select, insert, update, references')
            else false
          end
        union all
        select 'private' where has_schema_privilege('anon', 'private', 'usage')`),
    ).toEqual([]);
  });

  test("R04 no client has TRUNCATE, REFERENCES, TRIGGER, INSERT or DELETE", async () => {
    expect(
      await catalog.offenders(`
        select relname as name from pg_class
        where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r'
          and has_table_privilege('authenticated', oid, 'truncate, references, trigger, insert, delete')`),
    ).toEqual([]);
  });

  test("U06 no client, nor the service key, has any privilege in the schema audit", async () => {
    expect(
      await catalog.offenders(`
        select role || ' ' || 'schema' as name
        from (values ('anon'), ('authenticated'), ('service_role')) as roles (role)
        where has_schema_privilege(role, 'audit', 'usage, create')
        union all
        select relname || ' ' || role
        from pg_class
        cross join (values ('anon'), ('authenticated'), ('service_role')) as roles (role)
        where relnamespace = 'audit'::regnamespace and relkind in ('r', 'p')
          and has_table_privilege(role, pg_class.oid, 'select, insert, update, delete, truncate, references, trigger')`),
    ).toEqual([]);
  });

  test("no client reads or writes a table of private", async () => {
    expect(
      await catalog.offenders(`
        select relname || ' ' || role as name
        from pg_class
        cross join (values ('authenticated'), ('service_role')) as roles (role)
        where relnamespace = 'private'::regnamespace and relkind = 'r'
          and (has_table_privilege(role, pg_class.oid, 'select, insert, update, delete')
            or has_any_column_privilege(role, pg_class.oid, 'select, insert, update'))`),
    ).toEqual([]);
  });

  test("the draft worker's key reaches no table, and no person the lease of a draft", async () => {
    expect(
      await catalog.offenders(`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and (has_table_privilege('service_role', oid, 'select, insert, update, delete, truncate, references, trigger')
            or has_any_column_privilege('service_role', oid, 'select, insert, update, references'))`),
    ).toEqual([]);
    expect(
      await catalog.offenders(`
        select attname as name from pg_attribute
        where attrelid = 'public.soap_drafts'::regclass and attnum > 0
          and not has_column_privilege('authenticated', attrelid, attname, 'select')`),
    ).toEqual(["lease_id", "lease_until", "model_answer"]);
  });

  test("R13 clients update these columns and no other", async () => {
    expect(
      await catalog.offenders(`
        select relname || '.' || attname as name
        from pg_class join pg_attribute on attrelid = pg_class.oid and attnum > 0
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and has_column_privilege('authenticated', pg_class.oid, attname, 'update')`),
    ).toEqual([
      "medical_provider_profiles.display_name",
      "patient_profiles.address",
      "patient_profiles.emergency_contact_name",
      "patient_profiles.emergency_contact_phone",
      "patient_profiles.emergency_contact_relationship",
      "users.email",
      "users.phone",
      "users.profile_image_url",
    ]);
  });

  test("R16 no column clients write is part of a key, so that none can be asked what exists", async () => {
    expect(
      await catalog.offenders(`
        select conrelid::regclass || '.' || attname as name
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any(conkey)
        where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
          and has_column_privilege('authenticated', conrelid, attname, 'update')`),
    ).toEqual([]);
  });

  test("no foreign key cascades or forgets", async () => {
    expect(
      await catalog.offenders(`
        select conrelid::regclass || ' ' || conname as name from pg_constraint
        where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
          and (confdeltype <> 'r' or confupdtype not in ('a', 'r'))`),
    ).toEqual([]);
  });

  test("every foreign key has an index that starts with its columns", async () => {
    expect(
      await catalog.offenders(`
        select conrelid::regclass || ' ' || conname as name
        from pg_constraint
        where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
          and not exists (
            select from pg_index
            where indrelid = conrelid and indpred is null
              and (string_to_array(indkey::text, ' ')::smallint[])[1:cardinality(conkey)] @> conkey
          )`),
    ).toEqual([]);
  });
});
