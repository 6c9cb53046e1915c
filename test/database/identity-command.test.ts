import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { type IdentityToolkit, startIdentityToolkit } from "../support/identity-toolkit.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const SCRIPT = join(import.meta.dirname, "../../scripts/identity.ts");

let database: TestDatabase;
let toolkit: IdentityToolkit;

beforeAll(async () => {
  database = await startDatabase();
  toolkit = await startIdentityToolkit();
});

afterAll(async () => {
  await toolkit?.stop();
  await database?.stop();
});

beforeEach(() => {
  toolkit.accounts.clear();
  toolkit.unlisted.clear();
  toolkit.broken.clear();
  toolkit.calls.length = 0;
  for (const uid of ["dr-amara-uid", "dr-okoye-uid", "alice-uid", "bob-uid", "carol-uid"]) {
    toolkit.accounts.set(uid, { localId: uid, email: `${uid}@people.example` });
  }
});

/** Runs the command as an operator does; its exit code and both outputs. */
function identity(args: readonly string[], environment: Readonly<Record<string, string>> = {}) {
  const own = { FIREBASE_AUTH_EMULATOR_HOST: toolkit.host, DATABASE_URL: database.url };
  const env = { PATH: process.env["PATH"] ?? "", ...own, ...environment };
  const all = [SCRIPT, "--project", toolkit.projectId, "--per-second", "1000", ...args];
  return new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    const child = execFile(process.execPath, all, { env }, (_error, stdout, stderr) =>
      resolve({ code: child.exitCode, stdout, stderr }),
    );
  });
}

const claimsOf = (uid: string): unknown => JSON.parse(toolkit.accounts.get(uid)?.customAttributes ?? "null");
const updates = () => toolkit.calls.filter((call) => call.startsWith("update "));
const person = async (uid: string) =>
  (
    await database.sql<{ isDisabled: boolean; tokensValidAfter: Date | null }[]>`
      select disabled_at is not null as "isDisabled", tokens_valid_after as "tokensValidAfter"
      from public.users where firebase_uid = ${uid}`
  )[0];

describe("identity refuses", () => {
  test.each<[string, string[], Record<string, string>, string]>([
    ["no command", [], {}, "no command was named"],
    ["an unknown command", ["delete-everybody"], {}, "no command was named"],
    ["no pace", ["grant-role", "--per-second", "0"], {}, "--per-second takes a whole number from 1"],
    [
      "T29 an emulator elsewhere",
      ["grant-role"],
      { FIREBASE_AUTH_EMULATOR_HOST: "evil.example:9099" },
      "not on this machine",
    ],
    ["an empty database URL", ["provision", "--database-url", ""], {}, "no database was named"],
    [
      "a database that is not there, showing nothing of its URL",
      ["provision", "--database-url", "postgresql://clinic:hidden@127.0.0.1:9/x"],
      {},
      "Cannot provision: ECONNREFUSED\nWhat to do:",
    ],
  ])("%s", async (_, args, environment, words) => {
    const { code, stderr } = await identity(args, environment);
    expect(code).toBe(1);
    expect(stderr).toContain(words);
    expect(updates()).toEqual([]);
  });

  test("a key of another project, before anything is sent", async () => {
    const folder = await mkdtemp(join(tmpdir(), "identity-"));
    const file = join(folder, "key.json");
    const key = { project_id: "other-clinic", client_email: "a@b.example", private_key: "none" };
    await writeFile(file, JSON.stringify(key));
    const environment = { PATH: process.env["PATH"] ?? "" };
    const args = [SCRIPT, "grant-role", "--project", toolkit.projectId, "--key", file];
    const stderr = await new Promise<string>((resolve) => {
      execFile(process.execPath, args, { env: environment }, (_error, _stdout, text) => resolve(text));
    });
    expect(stderr).toContain("the key is not of project test-clinic");
    expect(toolkit.calls).toEqual([]);
    await rm(folder, { recursive: true });
  });
});

describe("identity grant-role", () => {
  test("tells in a dry run how many lack the claim, and changes nobody", async () => {
    const { code, stdout } = await identity(["grant-role", "--dry-run"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "5 would change\n0 changed, 0 failed\n" });
    expect(updates()).toEqual([]);
  });

  test("gives everybody the claim, over all pages, and keeps the claims they have", async () => {
    toolkit.accounts.set("alice-uid", { localId: "alice-uid", customAttributes: '{"beta":true,"role":"admin"}' });
    toolkit.accounts.set("bob-uid", { localId: "bob-uid", customAttributes: '{"role":"authenticated","beta":true}' });
    const { code, stdout, stderr } = await identity(["grant-role"]);
    expect({ code, stdout }).toEqual({ code: 0, stdout: "4 changed, 0 failed\n" });
    expect(toolkit.calls.filter((call) => call.startsWith("batchGet"))).toEqual([
      "batchGet 0",
      "batchGet 2",
      "batchGet 4",
    ]);
    expect(claimsOf("alice-uid")).toEqual({ beta: true, role: "authenticated" });
    expect(claimsOf("bob-uid")).toEqual({ beta: true, role: "authenticated" });
    expect(stderr).toContain("4 of 4 people");
    expect(updates()).not.toContain("update bob-uid");
  });

  test("goes on after a person that failed, names them, and the next run takes up only them", async () => {
    toolkit.broken.add("bob-uid");
    const first = await identity(["grant-role"]);
    expect(first).toMatchObject({ code: 1, stdout: "4 changed, 1 failed\n" });
    expect(first.stderr).toContain("failed: bob-uid");
    toolkit.broken.clear();
    toolkit.calls.length = 0;
    expect(await identity(["grant-role"])).toMatchObject({ code: 0, stdout: "1 changed, 0 failed\n" });
    expect(updates()).toEqual(["update bob-uid"]);
  });
});

describe("identity provision", () => {
  test("T32 T33 gives who is new a row by uid, and never takes two accounts of one e-mail for one person", async () => {
    toolkit.accounts.set("dora-uid", { localId: "dora-uid", email: "alice@people.example" });
    expect(await identity(["provision"])).toMatchObject({ code: 0, stdout: "1 changed, 0 failed\n" });
    expect(await person("dora-uid")).toEqual({ isDisabled: false, tokensValidAfter: null });
    const rows = await database.sql`select 1 from public.users where email = 'alice@people.example'`;
    expect(rows).toHaveLength(2);
    expect(await identity(["provision"])).toMatchObject({ code: 0, stdout: "0 changed, 0 failed\n" });
    await database.sql`delete from public.users where firebase_uid = 'dora-uid'`;
  });
});

describe("identity mirror", () => {
  test("locks out nobody who signed up while the users were listed", async () => {
    toolkit.unlisted.add("alice-uid");
    expect(await identity(["mirror"])).toMatchObject({ code: 0 });
    expect(await person("alice-uid")).toMatchObject({ isDisabled: false });
  });

  test("refuses to lock out more people than it was allowed to, as with the list of another project", async () => {
    toolkit.accounts.clear();
    const refused = await identity(["mirror", "--lock-at-most", "4"]);
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain("5 people would be locked out, more than 4");
    expect(await person("alice-uid")).toMatchObject({ isDisabled: false });
  });

  test("T35 T36 locks out who is disabled or deleted in Firebase, and ends the sessions ended there", async () => {
    toolkit.accounts.set("alice-uid", { localId: "alice-uid", disabled: true });
    toolkit.accounts.delete("bob-uid");
    toolkit.accounts.set("carol-uid", { localId: "carol-uid", validSince: "1790000000" });
    expect(await identity(["mirror"])).toMatchObject({ code: 0, stdout: "3 changed, 0 failed\n" });
    expect(await person("alice-uid")).toMatchObject({ isDisabled: true });
    expect(await person("bob-uid")).toMatchObject({ isDisabled: true });
    expect(await person("carol-uid")).toEqual({ isDisabled: false, tokensValidAfter: new Date(1_790_000_000_000) });
    expect(await identity(["mirror"])).toMatchObject({ stdout: "0 changed, 0 failed\n" });
  });

  test("lets nobody in again whom the clinic locked out, unless told to", async () => {
    await database.sql`update public.users set disabled_at = now() where firebase_uid in ('alice-uid', 'bob-uid')`;
    await identity(["mirror"]);
    expect(await person("alice-uid")).toMatchObject({ isDisabled: true });
    expect(await identity(["mirror", "--reopen"])).toMatchObject({ code: 0 });
    expect(await person("alice-uid")).toMatchObject({ isDisabled: false });
    expect(await person("bob-uid")).toMatchObject({ isDisabled: false });
  });
});
