import { spawn } from "node:child_process";
import { randomUUID } from "node:crypto";
import { once } from "node:events";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { expect, test } from "vitest";
import { runCommand } from "./support/run-command.ts";
import { temporaryClone } from "./support/temporary-clone.ts";

const SCRIPTS = join(import.meta.dirname, "../../scripts");

/** Runs one of the root's commands, and waits for its end. */
async function run(script: string, ...args: string[]) {
  const child = spawn(process.execPath, [join(SCRIPTS, script), ...args], { stdio: ["ignore", "pipe", "pipe"] });
  const [stdout, stderr, [code]] = await Promise.all([text(child.stdout), text(child.stderr), once(child, "exit")]);
  return { code, stdout, stderr };
}

const COMMANDS = [
  ...["start", "stack", "token", "test", "proof", "bench", "check-deploy", "generate-openapi"],
  ...["generate-database-types", "identity", "fuzz", "cases", "check-secrets", "audit-trail"],
  ...["rebuild-records", "draft", "train-summary"],
].map((name) => `${name}.ts`);

test.each(COMMANDS)("%s refuses an option it does not know in two lines, and lists those it does", async (script) => {
  expect(await run(script, "--unknown")).toEqual({
    code: 1,
    stdout: "",
    stderr: "Cannot read the command line: unknown option '--unknown'\nWhat to do: see --help.\n",
  });
  expect(await run(script, "--help")).toMatchObject({ code: 0, stdout: expect.stringContaining("--help"), stderr: "" });
});

test.each([
  ["stack.ts", "--port", "99999", "--port takes a whole number from 1 to 65535, not 99999"],
  ["stack.ts", "--port", "soon", "--port takes a whole number from 1 to 65535, not soon"],
  ["proof.ts", "--times", "0", "--times takes a whole number from 1, not 0"],
  ["bench.ts", "--rounds", "1.5", "--rounds takes a whole number from 1, not 1.5"],
  ["token.ts", "alice", "bob", "2 people were named"],
])("%s refuses %s %s", async (script, option, value, why) => {
  expect(await run(script, option, value)).toMatchObject({ code: 1, stdout: "", stderr: expect.stringContaining(why) });
});

test.each([
  ["audit-trail.ts who --patient alice", "--patient is no id"],
  ["audit-trail.ts verify --heads /nowhere", "/nowhere cannot be read"],
  ["audit-trail.ts verify --database-url postgresql://LOGIN#@nowhere", "--database-url is no address of a database"],
  ["audit-trail.ts verify --database-url postgresql://LOGIN@127.0.0.1:1/x", "ECONNREFUSED"],
  ["rebuild-records.ts --database-url LOGIN", "--database-url is no address of a database"],
  ["rebuild-records.ts --batch 0", "--batch takes a whole number from 1, not 0"],
  ["draft.ts --in /nowhere --out /nowhere", "Cannot open /nowhere: there is no such file"],
  ["draft.ts --in x", "--in and --out are both needed"],
  ["train-summary.ts --in /", "it is a folder"],
])("%s is refused in two lines, and no password is in them", async (line, why) => {
  const password = randomUUID();
  const [script = "", ...args] = line.replace("LOGIN", `me:${password}`).split(" ");
  // Without a stack of this clone, some have no database to ask: one that cannot be reached does.
  const url =
    script === "audit-trail.ts" && !line.includes("--database-url")
      ? ["--database-url", "postgresql://x@127.0.0.1:1/x"]
      : [];
  const { code, stderr } = await run(script, ...args, ...url);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^Cannot .+\nWhat to do: .+\.\n$/);
  expect(stderr).toContain(why);
  expect(stderr).not.toContain(password);
});

test("stack says what to do where it may not write", async () => {
  const clone = await temporaryClone();
  await writeFile(join(clone.rootDir, ".stack"), "in the way");
  const refused = await runCommand("stack", clone.rootDir);
  expect(refused).toMatchObject({ code: 1, stdout: "" });
  expect(refused.stderr).toContain(".stack cannot be written\nWhat to do: make the folder writable.");
  await clone.remove();
});
