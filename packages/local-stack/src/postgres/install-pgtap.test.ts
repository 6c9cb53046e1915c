import { mkdir, readdir } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type TemporaryFolder, temporaryFolder } from "../process/temporary-folder.ts";
import { installPgtap } from "./install-pgtap.ts";

let programs: TemporaryFolder;

beforeEach(async () => {
  programs = await temporaryFolder("programs-");
  await mkdir(join(programs.path, "share/postgresql/extension"), { recursive: true });
});

afterEach(() => programs.remove());

test("stacks that start side by side all find pgTAP, and nothing else, in the programs they share", async () => {
  await Promise.all(Array.from({ length: 6 }, () => installPgtap(programs.path)));
  const shared = join(programs.path, "share/postgresql");
  expect(await readdir(shared)).toEqual(["extension"]);
  const files = await readdir(join(shared, "extension"));
  expect(files).toContain("pgtap.control");
  expect(files.filter((file) => !/^(uninstall_)?pgtap[\w.-]*$/.test(file))).toEqual([]);
});
