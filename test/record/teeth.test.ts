import fc from "fast-check";
import type postgres from "postgres";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { findEffectOfRepeating } from "./laws/find-effect-of-repeating.ts";
import { findLostAtOnce } from "./laws/find-lost-at-once.ts";
import { findDisagreement } from "./model/find-disagreement.ts";
import { patientHistory } from "./model/history-arbitrary.ts";
import { readRules } from "./model/read-rules.ts";
import { breakFunction } from "./support/break-function.ts";

let database: TestDatabase;

beforeEach(async () => {
  database = await startDatabase(8);
});

afterEach(() => database.stop());

// Each check holds on the fold as it is and fails on a fold with the fault it is there to find.
describe("a check of a law turns red", () => {
  test("law 6, M05: the reference, when the last writer of a severity wins", async () => {
    expect(await disagreement(database.sql)).toBeNull();
    await breakFunction(database.sql, "private.record_field_history", {
      "private.record_severity_rank(stated_field.value) >= named.worst_before": "true",
    });
    expect((await disagreement(database.sql))?.path).toMatch(/allergies.*severity/);
  });

  test("law 5, M13: merges at once, when nobody locks the patient", async () => {
    expect(await findLostAtOnce(database.sql, 16)).toEqual([]);
    for (const name of ["private.merge_soap_into_cumulative_record", "private.merge_pending_notes"]) {
      await breakFunction(database.sql, name, { "for no key update": "" });
    }
    expect(await findLostAtOnce(database.sql, 16)).not.toEqual([]);
  });

  test("laws 2 and 6, M02: the reference, when nulls are compared with <>", async () => {
    expect(await disagreement(database.sql)).toBeNull();
    await breakFunction(database.sql, "private.fold_list_states", { "is distinct from": "<>" });
    expect((await disagreement(database.sql))?.path).toMatch(/list_states.*state/);
  });

  test("law 1, M11: merging twice, when calls are counted instead of notes", async () => {
    expect(await findEffectOfRepeating(database.sql, 2)).toEqual([]);
    await database.sql`create table tests.merge_calls (called_at timestamptz default now())`;
    await breakFunction(database.sql, "private.merge_soap_into_cumulative_record", {
      "perform from public.patient_profiles":
        "insert into tests.merge_calls default values; perform from public.patient_profiles",
    });
    await breakFunction(database.sql, "private.fold_metadata", {
      "count(distinct notes.encounter_id)": "(select count(*) from tests.merge_calls)",
    });
    expect(await findEffectOfRepeating(database.sql, 2)).not.toEqual([]);
  });
});

// The same few histories each time, chosen because they find the faults.
async function disagreement(sql: postgres.Sql) {
  return await findDisagreement(sql, await readRules(sql), fc.sample(patientHistory, { numRuns: 3, seed: 4 }));
}
