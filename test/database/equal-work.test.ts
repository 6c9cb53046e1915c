import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { claimsOf } from "../access/callers.ts";
import { actingAs } from "../support/acting-as.ts";
import { connectAsSuperuser } from "../support/connect-as-superuser.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

/** A thing of another's, and one that does not exist. */
type Named = { readonly patient: string; readonly encounter: string; readonly note: string; readonly conflict: string };

/** Calls of a provider of another clinic: by what they name, the arguments of each RPC. */
const CALLS: readonly (readonly [rpc: string, call: (named: Named) => string])[] = [
  ["get_patient_history", ({ patient }) => `get_patient_history('${patient}')`],
  ["record_as_of", ({ patient }) => `record_as_of('${patient}', now())`],
  ["record_diff", ({ patient }) => `record_diff('${patient}', now() - interval '1 day', now())`],
  ["create_context_snapshot", ({ encounter }) => `create_context_snapshot('${encounter}')`],
  ["begin_soap_draft", ({ encounter }) => `begin_soap_draft('${encounter}')`],
  ["save_soap_note", ({ encounter }) => `save_soap_note('${encounter}', '{}')`],
  ["review_soap_draft", ({ encounter }) => `review_soap_draft('${encounter}', 1, '[]')`],
  [
    "append_transcript_chunks",
    ({ encounter }) => `append_transcript_chunks('${encounter}', '[{"sequence": 1, "text": "Hello"}]')`,
  ],
  ["merge_preview", ({ note }) => `merge_preview('${note}')`],
  ["sign_soap_note", ({ note }) => `sign_soap_note('${note}')`],
  ["amend_soap_note", ({ note }) => `amend_soap_note('${note}', '{}', 'a reason')`],
  ["retract_soap_note", ({ note }) => `retract_soap_note('${note}', 'a reason')`],
  [
    "merge_soap_into_cumulative_record",
    ({ patient, note }) => `merge_soap_into_cumulative_record('${patient}', '${note}')`,
  ],
  ["resolve_conflict", ({ conflict }) => `resolve_conflict('${conflict}', 'accept', null, 'a reason')`],
];

let database: TestDatabase;
let superuser: postgres.Sql;
let hidden: Named;

beforeAll(async () => {
  database = await startDatabase();
  // What a caller makes the server do is counted per transaction, which only a superuser may switch on.
  superuser = connectAsSuperuser(database.url);
  await superuser`set track_functions = 'all'`;
  const [row] = await superuser<Named[]>`
    with conflict as (
      insert into public.record_conflicts (id, patient_id, kind, section, item_ids, sides)
      values (gen_random_uuid(), tests.user_id('alice'), 'severity', 'allergies', '[]', '[]') returning id
    )
    select (select id from conflict) as conflict, tests.user_id('alice') as patient, tests.encounter_id('dr-amara', 'alice') as encounter,
      (select id from public.soap_notes where patient_id = tests.user_id('alice') limit 1) as note`;
  if (row === undefined) throw new Error("Cannot find what is hidden: the seed is not there");
  hidden = row;
});
afterAll(async () => {
  await superuser.end();
  await database.stop();
});

/** How often each function ran and each table was searched in this session so far, that the server has not yet counted. */
async function workSoFar(request: postgres.ReservedSql): Promise<Map<string, number>> {
  const rows = await request<{ what: string; times: number }[]>`
    select schemaname || '.' || funcname || '()' as what, calls::integer as times from pg_stat_xact_user_functions
    union all
    select schemaname || '.' || relname, (seq_scan + coalesce(idx_scan, 0))::integer from pg_stat_xact_user_tables`;
  return new Map(rows.map(({ what, times }) => [what, times]));
}

/** The answer to a call, and how often each function ran and each table was searched for it. */
function workOf(call: string): Promise<{ answer: unknown; work: object }> {
  return actingAs(superuser, "authenticated", claimsOf("dr-okoye-uid"), async (request) => {
    const before = await workSoFar(request);
    const [row] = await request.unsafe(`select public.${call} as answer`);
    await request`reset role`;
    const after = [...(await workSoFar(request))].map(
      ([what, times]) => [what, times - (before.get(what) ?? 0)] as const,
    );
    return { answer: row?.["answer"], work: Object.fromEntries(after.filter(([, times]) => times > 0)) };
  });
}

describe("H11 A45 what one may not see and what does not exist are answered with the same work and the same bytes:", () => {
  test.each(CALLS)("%s", async (_rpc, call) => {
    const absent = { patient: randomUUID(), encounter: randomUUID(), note: randomUUID(), conflict: randomUUID() };
    // The first call of a session plans; both are compared after it.
    await workOf(call(absent));
    const foreign = await workOf(call(hidden));
    expect(foreign.answer).toMatchObject({ code: "PT404" });
    expect(await workOf(call(absent))).toEqual(foreign);
  });
});
