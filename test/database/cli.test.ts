import { join } from "node:path";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { runSupabase } from "../../scripts/schema/run-supabase.ts";
import { createDatabase } from "../support/create-database.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");

/** What the advisors say, as JSON. */
const Remarks = z.array(z.object({ name: z.string(), metadata: z.object({ schema: z.string() }) }));

let url: string;

beforeAll(async () => {
  url = (await createDatabase({ from: "nothing" })).url;
});

test("`supabase db push` builds an empty database, and finds it up to date the second time", async () => {
  const first = await runSupabase(ROOT_DIR, ["db", "push", `--remote=${url}`, "--yes"]);
  expect(first.stdout).toContain("Finished supabase db push");
  const second = await runSupabase(ROOT_DIR, ["db", "push", `--remote=${url}`, "--yes"]);
  expect(second.stdout).toContain("Remote database is up to date");
  expect(`${first.stderr}${second.stderr}`).not.toMatch(/warn|error|unknown|deprecated|config/i);
});

test("the advisors' remarks are the two that docs/adr/0020 explains: indexes of an empty database, machinery without policies", async () => {
  const args = ["db", "advisors", `--remote=${url}`, "--level", "info"];
  const remarks = Remarks.parse(JSON.parse((await runSupabase(ROOT_DIR, args)).stdout));
  const kinds = new Set(remarks.map(({ name, metadata }) => `${name} in ${metadata.schema}`));
  expect([...kinds].sort()).toEqual([
    "rls_enabled_no_policy in audit",
    "rls_enabled_no_policy in private",
    "unused_index in audit",
    "unused_index in private",
    "unused_index in public",
  ]);
});

test("the advisors are heard: a planted fault fails the command", async () => {
  const faulty = await createDatabase({
    from: "migrations",
    followedBy: [join(import.meta.dirname, "planted-fault.sql")],
  });
  const args = ["db", "advisors", `--remote=${faulty.url}`, "--level", "warn", "--fail-on", "warn"];
  await expect(runSupabase(ROOT_DIR, args)).rejects.toMatchObject({ stdout: expect.stringContaining("planted_fault") });
});
