import { once } from "node:events";
import { chmod, cp, readdir, stat, unlink, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { join } from "node:path";
import { readStackState, startStack } from "@patient-medical-history/local-stack";
import { decodeJwt } from "jose";
import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { z } from "zod";
import { listProcesses } from "./support/list-processes.ts";
import { runCommand, runStack, type StackProcess } from "./support/run-command.ts";
import { CLINIC, type TemporaryClone, temporaryClone, usedClone } from "./support/temporary-clone.ts";

const opened: { clones: TemporaryClone[]; stacks: StackProcess[] } = { clones: [], stacks: [] };

afterEach(async () => {
  await Promise.all(opened.stacks.splice(0).map((stack) => stack.end("SIGTERM")));
  await Promise.all(opened.clones.splice(0).map((clone) => clone.remove()));
});

async function clone(make = temporaryClone): Promise<string> {
  const made = await make();
  opened.clones.push(made);
  return made.rootDir;
}

async function stack(rootDir: string, ...args: string[]): Promise<StackProcess> {
  const started = await runStack(rootDir, ...args);
  opened.stacks.push(started);
  return started;
}

async function visitCount(rootDir: string): Promise<number> {
  const sql = postgres((await readStackState(rootDir)).dbUrl, { max: 1 });
  try {
    return (await sql`select 1 from public.visits`).length;
  } finally {
    await sql.end();
  }
}

async function addVisit(rootDir: string): Promise<void> {
  const sql = postgres((await readStackState(rootDir)).dbUrl, { max: 1 });
  await sql`insert into public.visits values (4, 'dora-uid')`;
  await sql.end();
}

/** Gives the clone a migration that its stack does not have yet. */
async function addMigration(rootDir: string): Promise<void> {
  const supabaseDir = join(rootDir, "supabase");
  await unlink(supabaseDir);
  await cp(CLINIC, supabaseDir, { recursive: true });
  await writeFile(join(supabaseDir, "migrations/20990101000000_upgrade.sql"), "create table public.upgraded ();");
}

async function isMigrated(rootDir: string): Promise<boolean> {
  const sql = postgres((await readStackState(rootDir)).dbUrl, { max: 1 });
  try {
    return (await sql`select to_regclass('public.upgraded') as upgraded`)[0]?.["upgraded"] !== null;
  } finally {
    await sql.end();
  }
}

async function leftovers(rootDir: string): Promise<string[]> {
  const kept = new Set(["lock", "log", "postgres", "secrets.json"]);
  const home = join(rootDir, ".stack");
  const files = (await readdir(home)).filter((file) => !kept.has(file));
  return [...files, ...(await readdir(join(home, "lock"))), ...(await listProcesses(rootDir))];
}

describe("stack refuses", () => {
  test("an API port somebody else listens on, and leaves nothing behind", async () => {
    const rootDir = await clone();
    const other = createServer().listen(0, "127.0.0.1");
    await once(other, "listening");
    const { port } = z.object({ port: z.int() }).parse(other.address());
    const refused = await runCommand("stack", rootDir, "--port", String(port));
    other.close();
    expect(refused).toMatchObject({ code: 1, stdout: "" });
    expect(refused.stderr).toContain(`port ${port} of 127.0.0.1 is taken`);
    expect(await leftovers(rootDir)).toEqual([]);
  });

  test("a function that does not start, with its last words, and leaves nothing behind", async () => {
    const rootDir = await clone(usedClone);
    const functionsDir = join(import.meta.dirname, "support/broken-functions");
    await expect(startStack({ rootDir, functionsDir })).rejects.toThrow(
      /Cannot start function broken: .*cannot be without its setting/s,
    );
    expect(await leftovers(rootDir)).toEqual([]);
  });
});

describe("a running stack", () => {
  let rootDir: string;
  let running: StackProcess;
  let remove: () => Promise<void>;

  beforeAll(async () => {
    ({ rootDir, remove } = await usedClone());
    running = await runStack(rootDir);
  });

  afterAll(async () => {
    await running?.end("SIGTERM");
    await remove?.();
  });

  test("refuses a second one in the same clone, and goes on", async () => {
    const second = await runCommand("stack", rootDir);
    expect(second.code).toBe(1);
    expect(second.stderr).toContain(`pid ${running.child.pid}`);
    expect((await fetch(`${running.apiUrl}/functions/v1/probe/health`)).status).toBe(200);
  });

  test("keeps its state, secrets and logs for the owner's eyes only", async () => {
    for (const file of ["state.json", "secrets.json", "processes.json", "log/probe.log"]) {
      expect((await stat(join(rootDir, ".stack", file))).mode & 0o777, file).toBe(0o600);
    }
    expect(await readStackState(rootDir)).toMatchObject({ apiUrl: running.apiUrl, pid: running.child.pid });
  });

  test("stands beside the stack of another clone, each with its own port, keys and data", async () => {
    const other = await clone();
    const second = await stack(other);
    expect(second.apiUrl).not.toBe(running.apiUrl);
    const headers = { apikey: (await readStackState(other)).secretKey };
    expect((await fetch(`${running.apiUrl}/rest/v1/visits`, { headers })).status).toBe(401);
  });

  test("mints no token for nobody, nor with claims that are no object", async () => {
    expect(await runCommand("token", rootDir)).toMatchObject({ code: 1, stdout: "" });
    expect(await runCommand("token", rootDir, "alice-uid", "--claims", "[1")).toMatchObject({ code: 1, stdout: "" });
  });

  test("mints tokens with Firebase's claims; the command prints the token and nothing else", async () => {
    const printed = await runCommand("token", rootDir, "alice-uid");
    expect(printed.stderr).toBe("");
    expect(printed.stdout).toMatch(/^[\w-]+\.[\w-]+\.[\w-]+\n$/);
    const claims = decodeJwt(printed.stdout.trim());
    const project = "patient-medical-history-local";
    expect(claims).toMatchObject({
      iss: `https://securetoken.google.com/${project}`,
      aud: project,
      sub: "alice-uid",
      user_id: "alice-uid",
      role: "authenticated",
      email_verified: true,
      firebase: { sign_in_provider: "password" },
    });
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
  });

  test("mints tokens whose claims are changed or removed, and expired ones", async () => {
    const options = ["--claims", '{"role":null,"admin":true}', "--expires-in", "-60"];
    const claims = decodeJwt((await runCommand("token", rootDir, "alice-uid", ...options)).stdout.trim());
    expect(claims).not.toHaveProperty("role");
    expect(claims).toHaveProperty("admin", true);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(3600);
    expect(claims.exp).toBeLessThan(Date.now() / 1000);
  });
});

describe("stack ends", () => {
  test("on SIGTERM and on Ctrl-C with nothing left but the data, which the next start upgrades and --reset drops", async () => {
    const rootDir = await clone();
    const first = await runStack(rootDir);
    const { publishableKey } = await readStackState(rootDir);
    await addVisit(rootDir);
    expect(await first.end("SIGTERM")).toBe(0);
    expect(await leftovers(rootDir)).toEqual([]);
    expect((await runCommand("token", rootDir, "alice-uid")).stderr).toContain("no stack runs");

    await addMigration(rootDir);
    const second = await runStack(rootDir);
    expect(await visitCount(rootDir)).toBe(4);
    expect(await isMigrated(rootDir)).toBe(true);
    expect((await readStackState(rootDir)).publishableKey).toBe(publishableKey);
    expect(await second.end("SIGINT")).toBe(0);
    expect(await leftovers(rootDir)).toEqual([]);

    await stack(rootDir, "--reset");
    expect(await visitCount(rootDir)).toBe(3);
  });

  test("killed: the next start ends what was left and keeps data and tokens", async () => {
    const rootDir = await clone(usedClone);
    const killed = await runStack(rootDir);
    await addVisit(rootDir);
    const token = (await runCommand("token", rootDir, "alice-uid")).stdout.trim();
    await killed.end("SIGKILL");
    const orphans = await listProcesses(rootDir);
    expect(orphans).not.toEqual([]);
    expect((await runCommand("token", rootDir, "alice-uid")).stderr).toContain("crashed");

    const next = await stack(rootDir);
    expect(await listProcesses(rootDir)).toHaveLength(orphans.length + 1);
    expect(await visitCount(rootDir)).toBe(4);
    const headers = { apikey: (await readStackState(rootDir)).publishableKey, Authorization: `Bearer ${token}` };
    expect((await fetch(`${next.apiUrl}/rest/v1/visits`, { headers })).status).toBe(200);
  });
});

// PostgreSQL does not run as root and its stand-in cannot enter /root, where a clone in a container may well be.
test.skipIf(process.getuid?.() !== 0)("stack runs as root in a folder only root may enter", async () => {
  const [rootDir, elsewhere] = await Promise.all([clone(), clone()]);
  await chmod(rootDir, 0o700);
  vi.stubEnv("TMPDIR", elsewhere);
  const options = { rootDir, functionsDir: "none", temporary: true };
  const started = await startStack(options).finally(() => vi.unstubAllEnvs());
  expect(await visitCount(rootDir)).toBe(3);
  await started.stop();
  expect((await readdir(elsewhere)).filter((name) => name.startsWith("stack-"))).toEqual([]);
});
