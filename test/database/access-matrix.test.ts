import { globSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type ScratchServer, startScratchServer } from "../../scripts/schema/start-scratch-server.ts";
import { actingAs, type Claims } from "../support/acting-as.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const PROJECT = "patient-medical-history-local";

/** Who has whom in care; dr-former's booking with alice was cancelled, dr-okoye never had one with her. */
const PATIENTS_IN_CARE: Readonly<Record<string, readonly string[]>> = {
  "dr-amara": ["alice", "carol"],
  "dr-okoye": ["bob", "carol"],
  "dr-former": [],
};
const PATIENTS = ["alice", "bob", "carol"];

interface Cell {
  /** The rows of the table as the owner sees them: `key`, and who is who in them by name. */
  readonly rows: string;
  /** Which of them a patient reads, and which a provider; `:me` is the persona, `:care` the patients in care. */
  readonly patient: string;
  readonly provider: string;
}

const NAMES = "join public.users as p on p.id = patient_id join public.users as d on d.id = provider_id";
const WHO = "replace(p.firebase_uid, '-uid', '') as patient, replace(d.firebase_uid, '-uid', '') as provider";
const OWN = { patient: "patient = :me", provider: "provider = :me and patient = any(:care)" };
const PROVIDER_ONLY = { patient: "false", provider: OWN.provider };
const NOTE = {
  patient: "patient = :me and status in ('signed', 'amended')",
  provider: "patient = any(:care) and (status in ('signed', 'amended') or provider = :me)",
};

function ofEncounter(table: string, key: string): string {
  return `select ${key} as key, ${WHO} from public.${table} as t join public.video_call_sessions as e on e.id = t.encounter_id ${NAMES}`;
}

/** What lies beside a record: its patient's providers read it. */
function ofRecord(table: string, key: string): Cell {
  return {
    rows: `select ${key}::text as key, replace(firebase_uid, '-uid', '') as patient from public.${table} as t join public.users on users.id = patient_id`,
    patient: "false",
    provider: "patient = any(:care)",
  };
}

const CELLS: Readonly<Record<string, Cell>> = {
  users: {
    rows: "select id::text as key, replace(firebase_uid, '-uid', '') as person from public.users",
    patient: "person = :me",
    provider: "person = :me or person = any(:care)",
  },
  patient_profiles: {
    rows: "select user_id::text as key, replace(firebase_uid, '-uid', '') as person from public.patient_profiles join public.users on users.id = user_id",
    patient: "person = :me",
    provider: "person = any(:care)",
  },
  medical_provider_profiles: {
    rows: "select user_id::text as key from public.medical_provider_profiles",
    patient: "true",
    provider: "true",
  },
  appointments: { rows: `select t.id::text as key, ${WHO} from public.appointments as t ${NAMES}`, ...OWN },
  video_call_sessions: {
    rows: `select t.id::text as key, ${WHO} from public.video_call_sessions as t ${NAMES}`,
    ...OWN,
  },
  video_call_attendees: { rows: ofEncounter("video_call_attendees", "t.encounter_id || t.attendee_id"), ...OWN },
  call_transcript_chunks: { rows: ofEncounter("call_transcript_chunks", "t.encounter_id::text || t.sequence"), ...OWN },
  context_snapshots: { rows: ofEncounter("context_snapshots", "t.id::text"), ...PROVIDER_ONLY },
  soap_drafts: { rows: ofEncounter("soap_drafts", "t.id::text"), ...PROVIDER_ONLY },
  soap_notes: { rows: `select t.id::text as key, t.status, ${WHO} from public.soap_notes as t ${NAMES}`, ...NOTE },
  soap_note_merges: ofRecord("soap_note_merges", "soap_note_id"),
  record_conflicts: ofRecord("record_conflicts", "t.id"),
  record_decisions: ofRecord("record_decisions", "t.id"),
};

let server: ScratchServer;
let sql: postgres.Sql;

beforeAll(async () => {
  server = await startScratchServer(ROOT_DIR);
  const scratch = await server.create({
    from: "schemas",
    followedBy: [
      join(ROOT_DIR, "supabase/seed.sql"),
      ...globSync(join(ROOT_DIR, "supabase/tests/000_helpers/*.sql")).sort(),
      join(import.meta.dirname, "access-matrix.sql"),
    ],
  });
  sql = postgres(scratch.url, { max: 2, onnotice: () => {} });
});

afterAll(async () => {
  await sql.end();
  await server.stop();
});

const claimsOf = (persona: string): Claims => ({
  iss: `https://securetoken.google.com/${PROJECT}`,
  aud: PROJECT,
  sub: `${persona}-uid`,
  role: "authenticated",
  auth_time: 1_790_000_000,
});
const OF_ANOTHER_PROJECT: Claims = {
  ...claimsOf("alice"),
  iss: "https://securetoken.google.com/other-project",
  aud: "other-project",
};

/** The tables of `public`, each item table of a note standing for the same cell. */
async function cellsByTable(): Promise<Map<string, Cell>> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by relname`;
  const items = await sql<{ name: string }[]>`select table_name as name from private.soap_note_sections()`;
  const itemTables = new Set([...items.map((row) => row.name), "soap_subjective_medications"]);
  return new Map(
    tables.map(({ name }) => {
      const cell = itemTables.has(name)
        ? {
            rows: `select t.soap_note_id || t.id as key, n.status, ${WHO} from public.${name} as t join public.soap_notes as n on n.id = t.soap_note_id ${NAMES}`,
            ...NOTE,
          }
        : CELLS[name];
      if (cell === undefined) throw new Error(`the matrix has no row for the table ${name}`);
      return [name, cell];
    }),
  );
}

const keyOf = (cell: Cell): string => cell.rows.slice("select ".length, cell.rows.indexOf(" as key"));

async function expectedKeys(cell: Cell, persona: string): Promise<string[]> {
  const care = PATIENTS_IN_CARE[persona];
  const condition = (care === undefined ? cell.patient : cell.provider)
    .replaceAll(":me", `'${persona}'`)
    .replaceAll(":care", `array[${(care ?? []).map((name) => `'${name}'`).join(",")}]::text[]`);
  const rows = await sql.unsafe<{ key: string }[]>(
    `select key from (${cell.rows}) as t where ${condition} order by key`,
  );
  return rows.map((row) => row.key);
}

async function visibleKeys(table: string, cell: Cell, claims: Claims): Promise<string[]> {
  const rows = await actingAs(sql, "authenticated", claims, (request) =>
    request.unsafe<{ key: string }[]>(`select ${keyOf(cell)} as key from public.${table} as t order by key`),
  );
  return rows.map((row) => row.key);
}

describe("R02 who reads what", () => {
  test.each([...PATIENTS, ...Object.keys(PATIENTS_IN_CARE)])(
    "%s reads exactly what the matrix says, of every table",
    async (persona) => {
      for (const [table, cell] of await cellsByTable()) {
        expect({ table, keys: await visibleKeys(table, cell, claimsOf(persona)) }).toEqual({
          table,
          keys: await expectedKeys(cell, persona),
        });
      }
    },
  );

  test("the fixture shows every policy something to hide and something to show", async () => {
    for (const [table, cell] of await cellsByTable()) {
      const shown = await Promise.all(["alice", "dr-amara", "dr-okoye"].map((persona) => expectedKeys(cell, persona)));
      expect({
        table,
        shown: new Set(shown.map((keys) => keys.join())).size > 1 || table === "medical_provider_profiles",
      }).toEqual({
        table,
        shown: true,
      });
    }
  });

  test("R07 a token of another Firebase project reads no row of any table", async () => {
    for (const [table, cell] of await cellsByTable())
      expect({ table, keys: await visibleKeys(table, cell, OF_ANOTHER_PROJECT) }).toEqual({ table, keys: [] });
  });

  test("R10 nothing of one request is left for the next", async () => {
    await actingAs(sql, "authenticated", claimsOf("alice"), (request) => request`select count(*) from public.users`);
    const rows = await actingAs(sql, "authenticated", null, (request) => request`select id from public.users`);
    expect(rows).toHaveLength(0);
  });
});

describe("R02 R03 who writes what", () => {
  test.each(["anon", "authenticated", "service_role"] as const)(
    "%s is refused every write that no grant allows",
    async (role) => {
      const persona = role === "authenticated" ? claimsOf("dr-amara") : null;
      for (const table of (await cellsByTable()).keys()) {
        const statements = [
          `delete from public.${table}`,
          ...(role === "service_role" && table === "soap_drafts" ? [] : [`insert into public.${table} default values`]),
          ...(role === "service_role" && table === "soap_drafts"
            ? []
            : [`update public.${table} set created_at = now()`]),
          `truncate public.${table}`,
          ...(role === "anon" ? [`select * from public.${table}`] : []),
        ];
        for (const statement of statements) {
          const outcome = actingAs(sql, role, persona, (request) => request.unsafe(statement));
          await expect(outcome, statement).rejects.toMatchObject({ code: expect.stringMatching(/^(42501|42703)$/) });
        }
      }
    },
  );

  test.each([
    ["users", "phone", "id"],
    ["patient_profiles", "address", "user_id"],
    ["medical_provider_profiles", "facility_name", "user_id"],
  ])("U of %s reaches one's own row alone", async (table, column, key) => {
    for (const persona of [...PATIENTS, ...Object.keys(PATIENTS_IN_CARE)]) {
      const own = await sql.unsafe(
        `select 1 from public.${table} join public.users as u on u.id = ${table}.${key} where u.firebase_uid = '${persona}-uid'`,
      );
      const updated = await actingAs(sql, "authenticated", claimsOf(persona), (request) =>
        request.unsafe(`update public.${table} set ${column} = 'changed'`),
      );
      expect({ persona, rows: updated.count }).toEqual({ persona, rows: own.length });
    }
  });

  test("R13 one cannot hand one's row to another person", async () => {
    for (const statement of [
      "update public.users set firebase_uid = 'mallory-uid'",
      "update public.patient_profiles set user_id = 'b0000000-0000-4000-8000-000000000002'",
      "update public.medical_provider_profiles set approved_at = now()",
    ]) {
      const outcome = actingAs(sql, "authenticated", claimsOf("alice"), (request) => request.unsafe(statement));
      await expect(outcome, statement).rejects.toMatchObject({ code: "42501" });
    }
  });
});

describe("R20 the suite notices a policy that lets everything through", () => {
  test("each permissive policy set to true shows somebody a row the matrix hides", async () => {
    const policies = await sql<{ table: string; name: string }[]>`
      select relname as table, polname as name from pg_policy join pg_class on pg_class.oid = polrelid
      where polpermissive and polcmd = 'r' and relname <> 'medical_provider_profiles'`;
    const cells = await cellsByTable();
    for (const { table, name } of policies) {
      const cell = cells.get(table);
      if (cell === undefined) throw new Error(`the matrix has no row for the table ${table}`);
      const [owned] = await sql<{ policy: string }[]>`
        select pg_get_expr(polqual, polrelid) as policy from pg_policy where polrelid = ${`public.${table}`}::regclass and polname = ${name}`;
      await sql.unsafe(`alter policy ${name} on public.${table} using (true)`);
      const visible = await visibleKeys(table, cell, claimsOf("bob"));
      await sql.unsafe(`alter policy ${name} on public.${table} using (${owned?.policy})`);
      expect({ table, hidden: visible.length > (await expectedKeys(cell, "bob")).length }).toEqual({
        table,
        hidden: true,
      });
    }
  });
});
