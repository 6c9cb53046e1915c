import {
  bookEncounter,
  createScratchDatabase,
  mintToken,
  type RunningStack,
  type ScratchDatabase,
  startStack,
} from "@patient-medical-history/local-stack";
import { decodeJwt } from "jose";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPrivileges } from "./support/read-privileges.ts";
import { runCommand } from "./support/run-command.ts";
import { PRODUCT, type TemporaryClone, temporaryClone } from "./support/temporary-clone.ts";

let clone: TemporaryClone;
let stack: RunningStack;
let migrated: ScratchDatabase;

beforeAll(async () => {
  clone = await temporaryClone(PRODUCT);
  stack = await startStack({ rootDir: clone.rootDir, functionsDir: "none", temporary: true });
  migrated = await createScratchDatabase(stack.state, { supabaseDir: PRODUCT });
});

afterAll(async () => {
  await migrated?.drop();
  await stack?.stop();
  await clone?.remove();
});

async function useDataApi(): Promise<void> {
  const { apiUrl, publishableKey, secretKey } = stack.state;
  const token = await mintToken(clone.rootDir, "alice");
  const callers = [
    { apikey: publishableKey },
    { apikey: secretKey },
    { apikey: publishableKey, Authorization: `Bearer ${token}` },
  ];
  for (const headers of callers) {
    await (await fetch(`${apiUrl}/rest/v1/users?select=id`, { headers })).text();
    const json = { ...headers, "content-type": "application/json" };
    await (
      await fetch(`${apiUrl}/rest/v1/rpc/get_patient_history`, { method: "POST", headers: json, body: "{}" })
    ).text();
  }
}

test("a privilege the migrations do not give is seen: one grant makes a database differ", async () => {
  const asMigrated = await readPrivileges(migrated.url);
  const sql = postgres(migrated.url, { max: 1 });
  await sql`grant select on public.users to anon`;
  expect(await readPrivileges(migrated.url)).not.toEqual(asMigrated);
  await sql`revoke select on public.users from anon`;
  await sql.end();
  expect(await readPrivileges(migrated.url)).toEqual(asMigrated);
});

test("after requests through the Data API the stack grants what the migrations alone grant, and nothing more", async () => {
  await useDataApi();
  expect(await readPrivileges(stack.state.dbUrl)).toEqual(await readPrivileges(migrated.url));
});

test("the database's one Firebase project is the local issuer's", async () => {
  const sql = postgres(stack.state.dbUrl, { max: 1 });
  expect(await sql`select project_id from private.firebase_project`).toEqual([
    { project_id: stack.state.firebaseProjectId },
  ]);
  await sql.end();
});

test("a token is printed for a name no persona has too, and stderr says which personas there are", async () => {
  const printed = await runCommand("token", clone.rootDir, "nobody");
  expect(decodeJwt(printed.stdout.trim())).toMatchObject({ sub: "nobody" });
  expect(printed.stderr).toMatch(/^nobody is no persona of this stack: .* Personas: .*alice/);
  expect((await runCommand("token", clone.rootDir, "alice")).stderr).toBe("");
});

test("bookEncounter() refuses a name that is no persona", async () => {
  await expect(bookEncounter(stack.state, { provider: "dr-nobody", patient: "alice" })).rejects.toThrow("dr-nobody");
});

test("bookEncounter() books a scheduled video call with its two people", async () => {
  const { personas, dbUrl } = stack.state;
  const booked = await bookEncounter(stack.state, { provider: "dr-amara", patient: "alice", chiefComplaint: "Cough" });
  expect(booked).toMatchObject({ providerId: personas["dr-amara"]?.userId, patientId: personas["alice"]?.userId });
  const sql = postgres(dbUrl, { max: 1 });
  const roles = await sql`select speaker_role from public.video_call_attendees where encounter_id = ${booked.id}`;
  expect(roles.map((row) => row["speaker_role"]).sort()).toEqual(["other", "patient", "provider"]);
  await sql.end();
});

test("a scratch database without a source is the bare platform, and pgTAP can be added to it", async () => {
  const bare = await createScratchDatabase(stack.state);
  const sql = postgres(bare.url, { max: 1, onnotice: () => {} });
  expect(await sql`select 1 from pg_catalog.pg_tables where schemaname in ('public', 'private')`).toHaveLength(0);
  await sql`create extension pgtap with schema extensions`;
  expect(await sql`select extensions.plan(1)`).toEqual([{ plan: "1..1" }]);
  await sql.end();
  await bare.drop();
});
