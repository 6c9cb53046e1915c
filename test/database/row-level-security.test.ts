import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../access/callers.ts";
import { actingAs } from "../support/acting-as.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const BOB = "b0000000-0000-4000-8000-000000000002";

let database: TestDatabase;
let sql: postgres.Sql;

beforeAll(async () => {
  // One connection, so that every request comes after another's on the same one, as in a pool.
  database = await startDatabase(1);
  sql = database.sql;
});

afterAll(() => database?.stop());

const asAlice = <Result>(work: (request: postgres.ReservedSql) => Promise<Result>) =>
  actingAs(sql, "authenticated", claimsOf("alice-uid"), work);

const count = async (request: postgres.ReservedSql, table: string) =>
  (await request.unsafe<{ rows: number }[]>(`select count(*)::integer as rows from ${table}`))[0]?.rows;

describe("one request and the next", () => {
  test("R10 nothing of one request is left for the next on the same connection", async () => {
    expect(await asAlice((request) => count(request, "public.users"))).toBe(1);
    expect(await actingAs(sql, "authenticated", null, (request) => count(request, "public.users"))).toBe(0);
  });
});

describe("writes that no grant allows", () => {
  test.each([
    ["R11 handing a note to another patient", `update public.soap_notes set patient_id = '${BOB}'`],
    ["R13 writing one's own record", "update public.patient_profiles set cumulative_medical_record = '{}'"],
    ["R13 approving oneself", "update public.medical_provider_profiles set approved_at = now()"],
    ["R13 moving to another facility", "update public.medical_provider_profiles set facility_name = 'Elsewhere'"],
    ["R13 becoming another person", "update public.users set firebase_uid = 'bob-uid'"],
    ["R13 unlocking oneself", "update public.users set disabled_at = null, tokens_valid_after = null"],
    ["R14 inserting with RETURNING", "insert into public.users (firebase_uid) values ('mallory-uid') returning id"],
    [
      "R14 an upsert onto another's row",
      `insert into public.patient_profiles (user_id, address) values ('${BOB}', 'x')
       on conflict (user_id) do update set address = excluded.address`,
    ],
    ["A47 opening an emergency access by hand", "insert into public.emergency_accesses default values"],
    ["A47 the rows care relationships are read from", "update private.care_relationships set state = 'live'"],
    [
      "the bodies behind the RPCs' helpers",
      "select private.settle_care_relationship(gen_random_uuid(), gen_random_uuid())",
    ],
  ])("%s", async (_, statement) => {
    await expect(asAlice((request) => request.unsafe(statement))).rejects.toMatchObject({ code: "42501" });
  });
});

describe("a caller who can create things", () => {
  test("R15 a function of theirs in a filter is asked about visible rows only", async () => {
    const asked = await asAlice(async (request) => {
      await request`create temporary table asked (id uuid) on commit drop`;
      await request.unsafe(`
        create function pg_temp.leak(p_id uuid) returns boolean language plpgsql cost 0.0000001 as $$
        begin insert into asked values (p_id); return true; end; $$`);
      await request`select id from public.users where pg_temp.leak(id)`;
      return request<{ id: string }[]>`select id from asked`;
    });
    expect(asked.map(({ id }) => id)).toEqual(["b0000000-0000-4000-8000-000000000001"]);
  });

  test("R19 a table or function of theirs that is named like one of ours is not used", async () => {
    const answer = await asAlice(async (request) => {
      await request`create temporary table users (id uuid, firebase_uid text, disabled_at timestamptz) on commit drop`;
      await request`insert into users values (${BOB}, 'alice-uid', null)`;
      await request.unsafe(
        `create function pg_temp.jsonb_typeof(jsonb) returns text language sql as $$ select 'string' $$`,
      );
      await request`set local search_path = pg_temp, public`;
      return request<{ id: string }[]>`select private.current_user_id() as id`;
    });
    expect(answer[0]?.id).toBe("b0000000-0000-4000-8000-000000000001");
  });
});

describe("A45 a caller who tries ids", () => {
  const tries = {
    get_patient_history: "id",
    open_emergency_access: "id, null",
    create_context_snapshot: "id",
    begin_soap_draft: "id, null, null, null, null, 'm', '1'",
    merge_soap_into_cumulative_record: "id, id",
    sign_soap_note: "id",
  };

  let real: string[];

  beforeAll(async () => {
    await sql`begin`;
    await sql`
      with person as (
        insert into public.users (id, firebase_uid)
        select gen_random_uuid(), 'somebody-' || number from generate_series(1, 1000) as numbers (number) returning id
      ), patient as (
        insert into public.patient_profiles (user_id) select id from person returning user_id
      ), booking as (
        insert into public.appointments (id, patient_id, provider_id, scheduled_start)
        select user_id, user_id, 'a0000000-0000-4000-8000-000000000001', now() from patient
        returning id, patient_id, provider_id
      )
      insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id)
      select id, id, patient_id, provider_id from booking`;
    const encounters = await sql<{ id: string }[]>`select id from public.video_call_sessions where id = patient_id`;
    real = encounters.map(({ id }) => id);
    expect(real).toHaveLength(1000);
  });

  afterAll(() => sql`rollback`);

  test.each(Object.entries(tries))(
    "gets one answer from %s to a thousand that are there and a thousand that are not",
    async (rpc, args) => {
      const invented = real.map(() => randomUUID());
      await sql`savepoint all_tries`;
      const answers = await sql<{ answer: string }[]>`
        with caller as materialized (
          select set_config('request.jwt.claims', ${JSON.stringify(claimsOf("dr-okoye-uid"))}, true)
        )
        select distinct (public.${sql.unsafe(rpc)}(${sql.unsafe(args)}))::text as answer
        from caller, unnest(${[...real, ...invented]}::uuid[]) as ids (id)`;
      await sql`rollback to savepoint all_tries`;
      expect(answers).toHaveLength(1);
    },
  );
});

describe("R18 the bodies that run with their owner's rights", () => {
  test("decide who calls before they look at anything: a token of nobody gets the same refusal from each, and nothing from the worker's", async () => {
    const rpcs = await sql<{ call: string; returns: string; is_for_people: boolean }[]>`
      select format('public.%I(%s)', proname, (
        select string_agg(format('null::%s', format_type(type, null)), ', ' order by position)
        from unnest(proargtypes) with ordinality as args (type, position)
      )) as call, format_type(prorettype, null) as returns,
        has_function_privilege('authenticated', oid, 'execute') as is_for_people
      from pg_proc where pronamespace = 'public'::regnamespace order by proname`;
    for (const { call, returns, is_for_people: isForPeople } of rpcs) {
      const answering = actingAs(sql, "authenticated", claimsOf("nobody-we-know"), (request) =>
        request.unsafe<{ answer: { hint: string } }[]>(`select ${call} as answer`),
      );
      if (!isForPeople) await expect(answering, call).rejects.toMatchObject({ code: "42501" });
      else if (returns === "jsonb")
        expect({ call, hint: (await answering)[0]?.answer.hint }).toEqual({ call, hint: "USER_NOT_PROVISIONED" });
      else await expect(answering, call).rejects.toMatchObject({ code: "PT403", hint: "USER_NOT_PROVISIONED" });
    }
  });
});
