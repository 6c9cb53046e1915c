import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { readClientRpcs } from "../../../scripts/openapi/read-client-rpcs.ts";
import { openCatalog } from "./open-catalog.ts";

const ROOT_DIR = join(import.meta.dirname, "../../..");

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

const catalog = openCatalog();

describe("functions", () => {
  test("A53 the RPCs are those of clients and those of the draft worker, and all are volatile", async () => {
    const rows = await catalog.sql<{ name: string; volatility: string }[]>`
      select proname as name, provolatile as volatility
      from pg_proc
      where pronamespace = 'public'::regnamespace
      order by proname`;
    expect(rows.map((row) => `${row.name} ${row.volatility}`)).toEqual(
      [...CLIENT_RPCS, ...WORKER_RPCS].sort().map((name) => `${name} v`),
    );
  });

  test("R18 clients execute in private the bodies of the RPCs, their hooks and the helpers of policies, nothing else", async () => {
    const names = await catalog.offenders(`
      select proname as name from pg_proc
      where pronamespace = 'private'::regnamespace and has_function_privilege('authenticated', oid, 'execute')`);
    expect(names).toEqual([...CLIENT_RPCS, ...ACCESS_HOOKS, REJECTED_HOOK, ...POLICY_HELPERS].sort());
  });

  test("R18 every function has an empty search_path and the owner postgres, who is no superuser", async () => {
    expect(
      await catalog.offenders(`
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
    const hooked = await catalog.offenders(`
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
    const limited = await catalog.sql<{ rpc: string }[]>`select rpc from private.rate_limits order by rpc`;
    expect(limited.map(({ rpc }) => rpc)).toEqual(CLIENT_RPCS);
  });

  test("R18 no function in public runs with its owner's rights", async () => {
    expect(
      await catalog.offenders(`
        select proname as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef`),
    ).toEqual([]);
  });

  test("A53 R18 each of them is executed by those it is for and nobody else: people, or the draft worker's key", async () => {
    const executable = (role: string) =>
      catalog.offenders(`
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
      await catalog.offenders(`
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
    const rows = await catalog.sql<{ name: string; signature: string; returns: string; comment: string }[]>`
      select proname as name, pg_get_function_arguments(oid) as signature, prorettype::regtype as returns,
        obj_description(oid, 'pg_proc') as comment
      from pg_proc
      where pronamespace = 'public'::regnamespace and proname in ${catalog.sql(documented.map(({ name }) => name))}
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
