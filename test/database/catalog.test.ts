import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readClientRpcs } from "../../scripts/openapi/read-client-rpcs.ts";
import { createDatabase } from "../support/create-database.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

/** What clients may call; an addition here is a decision. */
const CLIENT_RPCS = [
  "amend_soap_note",
  "append_transcript_chunks",
  "begin_soap_draft",
  "create_context_snapshot",
  "dismiss_safety_alert",
  "get_patient_history",
  "merge_preview",
  "merge_soap_into_cumulative_record",
  "open_emergency_access",
  "record_as_of",
  "record_diff",
  "resolve_conflict",
  "retract_soap_note",
  "review_soap_draft",
  "revoke_emergency_access",
  "save_soap_note",
  "sign_soap_note",
  "who_accessed",
];

/** What the draft worker may call, with the platform's service key; no person may. */
const WORKER_RPCS = [
  "advance_soap_draft",
  "claim_soap_draft",
  "complete_soap_draft",
  "reserve_model_call",
  "settle_model_call",
];

/** What every RPC calls first and last, as whoever calls it. */
const ACCESS_HOOKS = ["close_access", "open_access"];

/** What only RPCs of people call, whose body may raise. */
const REJECTED_HOOK = "close_rejected";

/** What policies call as the client, besides the bodies of the RPCs. */
const POLICY_HELPERS = [
  "administered_facility",
  "current_user_id",
  "patients_in_care",
  "people_of_administered_facility",
  "token_is_ours",
];

let sql: postgres.Sql;

beforeAll(async () => {
  sql = postgres((await createDatabase({ from: "migrations" })).url, { max: 1 });
});

afterAll(async () => {
  await sql.end();
});

/** The names a query finds at fault, one per row in its column `name`. */
async function offenders(query: string): Promise<string[]> {
  const rows = await sql.unsafe<{ name: string }[]>(query);
  return rows.map(({ name }) => name).sort();
}

describe("functions", () => {
  test("A53 the RPCs are those of clients and those of the draft worker, and all are volatile", async () => {
    const rows = await sql<{ name: string; volatility: string }[]>`
      select proname as name, provolatile as volatility
      from pg_proc
      where pronamespace = 'public'::regnamespace
      order by proname`;
    expect(rows.map((row) => `${row.name} ${row.volatility}`)).toEqual(
      [...CLIENT_RPCS, ...WORKER_RPCS].sort().map((name) => `${name} v`),
    );
  });

  test("R18 clients execute in private the bodies of the RPCs, their hooks and the helpers of policies, nothing else", async () => {
    const names = await offenders(`
      select proname as name from pg_proc
      where pronamespace = 'private'::regnamespace and has_function_privilege('authenticated', oid, 'execute')`);
    expect(names).toEqual([...CLIENT_RPCS, ...ACCESS_HOOKS, REJECTED_HOOK, ...POLICY_HELPERS].sort());
  });

  test("R18 every function has an empty search_path and the owner postgres, who is no superuser", async () => {
    expect(
      await offenders(`
        select proc.oid::regprocedure::text as name
        from pg_proc as proc
        join pg_roles as owner on owner.oid = proc.proowner
        where proc.pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'audit'::regnamespace)
          and (
            owner.rolname <> 'postgres' or owner.rolsuper
            or not coalesce(proc.proconfig, '{}') @> array['search_path=""']
          )`),
    ).toEqual([]);
  });

  test("U01 Q01 every RPC takes the call from the caller's limit first and puts its outcome, refused or not, on record last", async () => {
    const hooked = await offenders(`
      select proname as name from pg_proc
      where pronamespace = 'public'::regnamespace
        and prosrc ~ ('^\\s*declare\\s+v_access private\\.access := private\\.open_access\\(''' || proname || ''',')
        and prosrc ~ 'if v_access\\.refusal is not null then\\s+return v_access\\.refusal'
        and prosrc ~ 'private\\.close_access\\(\\s*v_access,'
        -- What returns jsonb can return a refusal; a raised one would leave no row.
        and prorettype = 'jsonb'::regtype and prosrc !~* '\\mraise\\M'`);
    expect(hooked).toEqual([...CLIENT_RPCS, ...WORKER_RPCS].sort());
  });

  test("Q01 every RPC of a person has a limit", async () => {
    const limited = await sql<{ rpc: string }[]>`select rpc from private.rate_limits order by rpc`;
    expect(limited.map(({ rpc }) => rpc)).toEqual(CLIENT_RPCS);
  });

  test("R18 no function in public runs with its owner's rights", async () => {
    expect(
      await offenders(`
        select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`),
    ).toEqual([]);
  });

  test("A53 R18 each of them is executed by those it is for and nobody else: people, or the draft worker's key", async () => {
    const executable = (role: string) =>
      offenders(`
        select nspname || '.' || proname as name from pg_proc
        join pg_namespace on pg_namespace.oid = pronamespace
        where nspname in ('public', 'private') and has_function_privilege('${role}', pg_proc.oid, 'execute')`);
    const both = (names: readonly string[]) => names.flatMap((name) => [`private.${name}`, `public.${name}`]).sort();
    const hooks = ACCESS_HOOKS.map((name) => `private.${name}`);
    expect(await executable("service_role")).toEqual([...both(WORKER_RPCS), ...hooks].sort());
    expect((await executable("authenticated")).filter((name) => name.startsWith("public."))).toEqual(
      CLIENT_RPCS.map((name) => `public.${name}`),
    );
  });

  test("R03 neither PUBLIC nor anon executes a function", async () => {
    expect(
      await offenders(`
        select proc.oid::regprocedure || ' to ' || grantee::regrole as name
        from pg_proc as proc
        cross join lateral aclexplode(coalesce(proacl, acldefault('f', proowner))) as acl
        where pronamespace in ('public'::regnamespace, 'private'::regnamespace, 'audit'::regnamespace)
          and grantee in (0, 'anon'::regrole)`),
    ).toEqual([]);
  });

  test("A53 the OpenAPI document has the RPCs of the allow-list as the database has them", async () => {
    const documented = readClientRpcs(ROOT_DIR);
    expect(documented.map(({ name }) => name)).toEqual(CLIENT_RPCS);
    const rows = await sql<{ name: string; signature: string; returns: string; comment: string }[]>`
      select proname as name, pg_get_function_arguments(oid) as signature, prorettype::regtype as returns,
        obj_description(oid, 'pg_proc') as comment
      from pg_proc
      where pronamespace = 'public'::regnamespace and proname in ${sql(documented.map(({ name }) => name))}
      order by proname`;
    const declared = documented.map((rpc) => ({
      name: rpc.name,
      signature: rpc.arguments
        .map(({ name, type, isOptional }) => {
          const known = type === "timestamptz" ? "timestamp with time zone" : type;
          return `${name} ${known}${isOptional ? ` DEFAULT NULL::${known}` : ""}`;
        })
        .join(", "),
      returns: rpc.returns,
      comment: rpc.comment,
    }));
    expect([...rows]).toEqual(declared);
  });
});

describe("tables", () => {
  test("R01 every table in public has row level security, forced, a permissive and a restrictive policy", async () => {
    expect(
      await offenders(`
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
      await offenders(`
        select polrelid::regclass || ' ' || polname as name from pg_policy
        where polroles <> array['authenticated'::regrole::oid]`),
    ).toEqual([]);
  });

  test("a table has one permissive policy per command, named for both", async () => {
    expect(
      await offenders(`
        select policy.polrelid::regclass || ' ' || policy.polname as name
        from pg_policy as policy
        join pg_class as class on class.oid = policy.polrelid
        where policy.polpermissive
          and policy.polname <> class.relname || (case policy.polcmd when 'r' then '_select' when 'a' then '_insert' when 'w' then '_update' when 'd' then '_delete' end)`),
    ).toEqual([]);
  });

  test("R05 no policy rests on auth.uid(), auth.role(), metadata, an e-mail or nothing at all", async () => {
    expect(
      await offenders(String.raw`
        select polrelid::regclass || ' ' || polname as name from pg_policy
        where concat_ws(' ', pg_get_expr(polqual, polrelid), pg_get_expr(polwithcheck, polrelid))
          ~ '(auth\.|metadata|email|^true$)'`),
    ).toEqual([]);
  });

  test("R03 anon has no privilege on a table, a column, a sequence or the schema private", async () => {
    expect(
      await offenders(`
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
      await offenders(`
        select relname as name from pg_class
        where relnamespace in ('public'::regnamespace, 'private'::regnamespace) and relkind = 'r'
          and has_table_privilege('authenticated', oid, 'truncate, references, trigger, insert, delete')`),
    ).toEqual([]);
  });

  test("U06 no client, nor the service key, has any privilege in the schema audit", async () => {
    expect(
      await offenders(`
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
      await offenders(`
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
      await offenders(`
        select relname as name from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r'
          and (has_table_privilege('service_role', oid, 'select, insert, update, delete, truncate, references, trigger')
            or has_any_column_privilege('service_role', oid, 'select, insert, update, references'))`),
    ).toEqual([]);
    expect(
      await offenders(`
        select attname as name from pg_attribute
        where attrelid = 'public.soap_drafts'::regclass and attnum > 0
          and not has_column_privilege('authenticated', attrelid, attname, 'select')`),
    ).toEqual(["lease_id", "lease_until", "model_answer"]);
  });

  test("R13 clients update these columns and no other", async () => {
    expect(
      await offenders(`
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
      await offenders(`
        select conrelid::regclass || '.' || attname as name
        from pg_constraint
        join pg_attribute on attrelid = conrelid and attnum = any(conkey)
        where contype in ('p', 'u', 'f') and connamespace = 'public'::regnamespace
          and has_column_privilege('authenticated', conrelid, attname, 'update')`),
    ).toEqual([]);
  });

  test("no foreign key cascades or forgets", async () => {
    expect(
      await offenders(`
        select conrelid::regclass || ' ' || conname as name from pg_constraint
        where contype = 'f' and connamespace in ('public'::regnamespace, 'private'::regnamespace)
          and (confdeltype <> 'r' or confupdtype not in ('a', 'r'))`),
    ).toEqual([]);
  });

  test("every foreign key has an index that starts with its columns", async () => {
    expect(
      await offenders(`
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

test("D06 the roles of the Data API give up a lock and a statement before the functions give up the call", async () => {
  const rows = await sql<{ role: string; settings: string[] }[]>`
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
      await offenders(`
        select 'publication of ' || tablename as name from pg_publication_tables
        union all
        select relname from pg_class where relnamespace = 'public'::regnamespace and relkind in ('v', 'm', 'f')
        union all
        select extname from pg_extension where extname in ('pg_graphql', 'http', 'pg_net', 'dblink', 'postgres_fdw')`),
    ).toEqual([]);
  });

  test("T34 two people cannot have one Firebase uid", async () => {
    const twice = sql`insert into public.users (firebase_uid) values ('twin-uid'), ('twin-uid')`;
    await expect(twice).rejects.toMatchObject({ code: "23505" });
  });
});

test("every table, RPC, helper, policy, type and jsonb column says in a comment what it is", async () => {
  expect(
    await offenders(`
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
