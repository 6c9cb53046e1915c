import { globSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { listTestHelpers } from "../../scripts/schema/list-test-helpers.ts";
import { createDatabase } from "../support/create-database.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const HELPERS = listTestHelpers(ROOT_DIR);
const [FIRST_MIGRATION = "", ...LATER_MIGRATIONS] = globSync(join(ROOT_DIR, "supabase/migrations/*.sql")).sort();

let sql: postgres.Sql;
let before: Record<string, unknown>;

// A database of the first release with a merged note, one whose merge never came, and a draft; then the later releases.
beforeAll(async () => {
  const seed = join(ROOT_DIR, "supabase/seed.sql");
  const scratch = await createDatabase({ from: "nothing", followedBy: [FIRST_MIGRATION, seed, ...HELPERS] });
  sql = postgres(scratch.url, { max: 1, onnotice: () => {} });
  await sql`select tests.new_patient()`;
  await sql.unsafe(`select tests.visit('2026-01-10T10:00Z', '{
    "subjective_allergies": [{"allergen": "Penicillin", "reaction": "rash", "severity": "moderate"}, {"allergen": "Latex"}],
    "assessment_problem_list": [{"diagnosis_name": "Diabetes"}, {"diagnosis_name": "Type 2 diabetes", "icd10_code": "E11.9"}],
    "plan_medication": [{"medication_name": "Lisinopril", "dose": "10 mg", "frequency": "daily"}],
    "list_states": {"medications": {"state": "listed", "complete": true, "evidence": []}}}')`);
  await sql.unsafe(`select tests.signed_note(tests.pat(), '2026-02-10T10:00Z', '{
    "plan_medication": [{"medication_name": "Amoxicillin", "dose": "500 mg"}],
    "objective_vital_signs": [{"vital_name": "BP", "vital_value": "128/82"}]}')`);
  await sql`
    insert into public.soap_notes (encounter_id, appointment_id, patient_id, provider_id)
    select id, appointment_id, patient_id, provider_id from public.video_call_sessions
    where id = tests.encounter_id('dr-amara', 'carol')`;
  before = await record();
  for (const migration of LATER_MIGRATIONS) {
    if (migration.endsWith("_findings.sql")) await countAVisitTwice();
    await sql.unsafe(await readFile(migration, "utf8"));
  }
});

const LINE_PATIENT = "b0000000-0000-4000-8000-0000000000f1";

// As the releases before it could: the middle of a line of amendments is retracted, and the first note of it comes back.
async function countAVisitTwice(): Promise<void> {
  await sql.begin(async (request) => {
    await request`select tests.new_patient(${LINE_PATIENT})`;
    const [note] = await request`
      select tests.signed_note(${LINE_PATIENT}, '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}') as id`;
    await request`select tests.sign_in_as('dr-amara')`;
    const amend = (id: string) => request`select public.amend_soap_note(${id}, '{}', 'a typo') ->> 'soapNoteId' as id`;
    const [second] = await amend(note?.["id"]);
    await amend(second?.["id"]);
    await request`select public.retract_soap_note(${second?.["id"]}, 'wrong patient')`;
  });
  expect(await statusesOfLine()).toEqual(["retracted", "signed", "signed"]);
}

async function statusesOfLine(): Promise<string[]> {
  const notes = await sql`select status from public.soap_notes where patient_id = ${LINE_PATIENT} order by status`;
  return notes.map(({ status }) => status);
}

afterAll(async () => {
  await sql.end();
});

async function record(): Promise<Record<string, unknown>> {
  const [row] = await sql`select tests.record() as record`;
  return row?.["record"];
}

describe("an upgrade of a database that holds signed notes", () => {
  test("writes what they say into the ledger, and nothing of a draft", async () => {
    const rows = await sql`
      select section, count(*)::int as statements, count(distinct note_id)::int as notes
      from private.record_assertions where patient_id = tests.pat() group by section order by section`;
    expect(rows.map((row) => ({ ...row }))).toEqual([
      { section: "allergies", statements: 2, notes: 1 },
      { section: "conditions", statements: 2, notes: 1 },
      { section: "list_states", statements: 1, notes: 1 },
      { section: "medications", statements: 2, notes: 2 },
      { section: "vital_trends", statements: 1, notes: 1 },
    ]);
  });

  test("begins the journal with the merges there were, and knows what is still pending", async () => {
    const events = await sql`
      select event.kind, event.sequence, event.record_version = merges.record_version as agrees
      from private.record_events as event
      join public.soap_note_merges as merges on merges.soap_note_id = event.soap_note_id
      where event.patient_id = tests.pat()`;
    expect(events.map((row) => ({ ...row }))).toEqual([{ kind: "merge", sequence: 1, agrees: true }]);
    expect(await sql`select pending_notes from private.merge_lag`).toEqual([{ pending_notes: "1" }]);
    const misplaced = await sql`
      select id from public.soap_notes
      where (merged_at is not null) <> (id in (select soap_note_id from public.soap_note_merges))`;
    expect(misplaced).toHaveLength(0);
  });

  test("leaves the record as it stood until it is read", async () => {
    expect(await record()).toEqual(before);
  });

  test("and the next read has every note in it, equal to a rebuild", async () => {
    await sql`select private.read_record(tests.pat())`;
    const after = await record();
    expect(after["metadata"]).toMatchObject({ total_visits: 2 });
    expect(after["allergies"]).toEqual(before["allergies"]);
    expect(after["conflicts"]).toMatchObject([{ kind: "drug_allergy" }]);
    expect(await sql`select * from private.verify_record(tests.pat())`).toHaveLength(0);
  });

  test("which the journal tells: other rules, then the note that was pending", async () => {
    const events = await sql`
      select kind, recorded_at > lag(recorded_at) over (order by sequence) as rises
      from private.record_events where patient_id = tests.pat() order by sequence`;
    expect(events.map((row) => row["kind"])).toEqual(["merge", "rebuild", "merge"]);
    expect(events.slice(1).map((row) => row["rises"])).toEqual([true, true]);
    const open = await sql`
      select kind from public.record_conflicts where patient_id = tests.pat() and status = 'open'`;
    expect(open.map((row) => row["kind"])).toEqual(["drug_allergy"]);
  });

  test("and a note signed afterwards finds its neighbours", async () => {
    await sql.unsafe(`select tests.visit('2026-03-10T10:00Z', '{
      "subjective_allergies": [{"allergen": "PCN", "severity": "severe"}],
      "plan_medication": [{"medication_name": "Zestril", "dose": "20 mg"}]}')`);
    const after = await record();
    expect(after["allergies"]).toHaveLength(2);
    expect(after["medications"]).toHaveLength(2);
    expect(await sql`select * from private.verify_record(tests.pat())`).toHaveLength(0);
  });

  test("M22 takes a note back that had come back although a later one stands in its place", async () => {
    expect(await statusesOfLine()).toEqual(["amended", "retracted", "signed"]);
    expect(await sql`select * from private.verify_record(${LINE_PATIENT})`).toHaveLength(0);
    const [row] = await sql`select private.read_record(${LINE_PATIENT}) -> 'allergies' as allergies`;
    expect(row?.["allergies"]).toEqual([]);
  });
});
