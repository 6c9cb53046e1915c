import { type RunningStack, startStack } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PRODUCT, type TemporaryClone, temporaryClone } from "./support/temporary-clone.ts";

let clone: TemporaryClone;
let stack: RunningStack;
const heard: string[] = [];

beforeAll(async () => {
  clone = await temporaryClone(PRODUCT);
  stack = await startStack({
    rootDir: clone.rootDir,
    functionsDir: "none",
    temporary: true,
    sweepEveryMs: 50,
    reporter: { part: () => {}, log: (name, line) => heard.push(`${name} ${line}`) },
  });
});

afterAll(async () => {
  await stack?.stop();
  await clone?.remove();
});

test("a signed note whose merge call never comes is merged by the stack's own timer", async () => {
  const sql = postgres(stack.state.dbUrl, { max: 1 });
  const [note] = await sql<{ id: string }[]>`
    insert into public.soap_notes (encounter_id, appointment_id, patient_id, provider_id)
    select id, appointment_id, patient_id, provider_id from public.video_call_sessions where started_at is null limit 1
    returning id`;
  if (note === undefined) throw new Error("Cannot write a note: no encounter lies ahead");
  await sql`
    update public.soap_notes
    set status = 'signed', signed_at = now() - interval '5 minutes', signed_by = provider_id, encounter_at = now(),
      content_sha256 = private.soap_note_sha256(id)
    where id = ${note.id}`;

  await expect
    .poll(() => sql`select 1 from public.soap_note_merges where soap_note_id = ${note.id}`, { timeout: 20_000 })
    .toHaveLength(1);
  await expect.poll(() => heard, { timeout: 20_000 }).toContain("sweep sweep_pending_merges: 1");
  expect(await sql`select pending_notes from private.merge_lag`).toEqual([{ pending_notes: "0" }]);
  await sql.end();
});
