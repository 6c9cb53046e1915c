import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type VisitOptions, visitRecords } from "../../scripts/records/visit-records.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

let database: TestDatabase;
let patients: string[];

beforeAll(async () => {
  database = await startDatabase(2);
});

afterAll(() => database.stop());

// Three patients whose records were folded by rules that are no longer today's, as an upgrade leaves them.
beforeEach(async () => {
  patients = [randomUUID(), randomUUID(), randomUUID()].sort();
  for (const patientId of patients) {
    await database.sql`select tests.new_patient(${patientId})`;
    await database.sql`
      select tests.signed_note(${patientId}, '2026-01-10T10:00Z', '{"subjective_allergies": [{"allergen": "Latex"}]}')`;
    await database.sql`select private.merge_pending_notes(${patientId})`;
  }
  await database.sql`update private.record_states set rules_version = 'of yore' where patient_id = any (${patients})`;
});

const visit = (options: Partial<VisitOptions> = {}) =>
  visitRecords(database.sql, {
    batch: 2,
    verifyOnly: false,
    all: false,
    lockTimeoutMs: 1,
    progress: () => {},
    ...options,
  });

const stale = async () =>
  (await database.sql`select from private.record_states where rules_version = 'of yore'`).length;

describe("visitRecords()", () => {
  test("leaves a record in use, says so, and takes it with the next run", async () => {
    await database.sql.begin(async (holder) => {
      await holder`select from public.patient_profiles where user_id = ${patients[1] ?? ""} for update`;
      expect(await visit()).toEqual({ visited: 2, left: [patients[1]], wrong: [] });
    });
    expect(await stale()).toBe(1);
    expect(await visit()).toEqual({ visited: 1, left: [], wrong: [] });
    expect(await stale()).toBe(0);
  });

  test("rebuilds only what is of other rules, and a second run finds nothing to do", async () => {
    expect(await visit()).toEqual({ visited: 3, left: [], wrong: [] });
    expect(await visit()).toEqual({ visited: 0, left: [], wrong: [] });
  });

  test("M34: verifies every record and names the one that was tampered with", async () => {
    const [patientId = ""] = patients;
    await visit();
    expect((await visit({ verifyOnly: true })).wrong).toEqual([]);
    await database.sql`
      update private.record_entries set item = item || '{"severity": "mild"}'
      where patient_id = ${patientId} and section = 'allergies'`;
    expect((await visit({ verifyOnly: true })).wrong).toEqual([patientId]);

    await database.sql`select private.rebuild_record(${patientId})`;
    expect((await visit({ verifyOnly: true })).wrong).toEqual([]);
  });

  test("tells how far it is", async () => {
    const seen: string[] = [];
    await visit({ progress: (done, total) => seen.push(`${done}/${total}`) });
    expect(seen).toEqual(["0/3", "1/3", "2/3", "3/3"]);
  });
});
