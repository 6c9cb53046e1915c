import { describe, expect, test } from "vitest";
import { openCatalog } from "./open-catalog.ts";

const catalog = openCatalog();

test("D06 the roles of the Data API give up a lock and a statement before the functions give up the call", async () => {
  const rows = await catalog.sql<{ role: string; settings: string[] }[]>`
    select setrole::regrole::text as role, setconfig as settings from pg_db_role_setting where setdatabase = 0 order by role`;
  const settings = ["lock_timeout=5s", "statement_timeout=8s"];
  expect(
    rows.filter(({ role }) => role !== "postgres").map((row) => ({ ...row, settings: row.settings.sort() })),
  ).toEqual([
    { role: "authenticated", settings },
    { role: "service_role", settings },
  ]);
});

describe("other doors", () => {
  test("R21 no table is published to realtime, and no view, foreign table or GraphQL schema exposes one", async () => {
    expect(
      await catalog.offenders(`
        select 'publication of ' || tablename as name from pg_publication_tables
        union all
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')
        union all
        select extname from pg_extension where extname in ('pg_graphql', 'http', 'pg_net', 'dblink', 'postgres_fdw')`),
    ).toEqual([]);
  });

  test("T34 two people cannot have one Firebase uid", async () => {
    const twice = catalog.sql`insert into public.users (firebase_uid) values ('twin-uid'), ('twin-uid')`;
    await expect(twice).rejects.toMatchObject({ code: "23505" });
  });
});

test("every table, RPC, helper, policy, type and jsonb column says in a comment what it is", async () => {
  expect(
    await catalog.offenders(`
      select relname as name from pg_class
      where relnamespace in ('public'::regnamespace, 'private'::regnamespace, 'audit'::regnamespace)
        and relkind in ('r', 'p') and obj_description(oid, 'pg_class') is null
      union all
      select oid::regprocedure::text from pg_proc
      where pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'audit'::regnamespace)
        and obj_description(oid, 'pg_proc') is null
      union all
      select polrelid::regclass || ' ' || polname from pg_policy where obj_description(oid, 'pg_policy') is null
      union all
      select attrelid::regclass || '.' || attname
      from pg_attribute
      join pg_class on pg_class.oid = attrelid
      where relnamespace = 'public'::regnamespace and relkind = 'r' and atttypid = 'jsonb'::regtype
        and col_description(attrelid, attnum) is null`),
  ).toEqual([]);
});
