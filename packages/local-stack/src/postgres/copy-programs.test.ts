import { chmod, chown, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { copyPrograms } from "./copy-programs.ts";

let installed: string;
let temporary: string;

beforeEach(async () => {
  installed = await mkdtemp(join(tmpdir(), "installed-"));
  temporary = await mkdtemp(join(tmpdir(), "temporary-"));
  vi.stubEnv("TMPDIR", temporary);
  await mkdir(join(installed, "bin"));
  await writeFile(join(installed, "bin/postgres"), "a program", { mode: 0o755 });
});

afterEach(async () => {
  vi.unstubAllEnvs();
  await Promise.all([installed, temporary].map((folder) => rm(folder, { recursive: true })));
});

test.skipIf(process.getuid?.() !== 0)("copyPrograms() refuses a copy that belongs to somebody else", async () => {
  const copy = await copyPrograms(installed);
  await chown(copy, 65534, 65534);
  await expect(copyPrograms(installed)).rejects.toThrow("belongs to somebody else");
});

test("copyPrograms() lets every account run the copy", async () => {
  await chmod(installed, 0o700);
  const copy = await copyPrograms(installed);
  expect((await stat(copy)).mode & 0o777).toBe(0o755);
  expect((await stat(join(copy, "bin/postgres"))).mode & 0o777).toBe(0o755);
});

test("copyPrograms() makes one whole copy, however many stacks ask for it at once", async () => {
  const copies = await Promise.all(Array.from({ length: 8 }, () => copyPrograms(installed)));
  expect(new Set(copies).size).toBe(1);
  expect(await readdir(temporary)).toEqual([basename(copies[0] ?? "")]);
  expect(await readFile(join(copies[0] ?? "", "bin/postgres"), "utf8")).toBe("a program");
});
