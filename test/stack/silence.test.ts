import { execFile } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { PassThrough } from "node:stream";
import { finished } from "node:stream/promises";
import { promisify } from "node:util";
import { type TemporaryFolder, temporaryFolder } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { stackPaths } from "../../packages/local-stack/src/state/stack-paths.ts";
import { CANARY, CANARY_PHONE, canaryWord, LONGEST_TELLING, SECRET } from "../support/silence/canary.ts";
import { findInFile } from "../support/silence/find-in-file.ts";
import { listenTo } from "../support/silence/listen-to.ts";
import { tapOutput } from "../support/silence/tap-output.ts";

const run = promisify(execFile);
const VITEST = join(import.meta.dirname, "../../node_modules/vitest/vitest.mjs");
const SUITE = join(import.meta.dirname, "support/telling-suite");

let folder: TemporaryFolder;
beforeAll(async () => {
  folder = await temporaryFolder("silence-");
});
afterAll(() => folder.remove());

/** Runs a suite whose one test passes and tells something meanwhile; answers the exit code and what was printed. */
async function tell(name: string, told: Readonly<Record<string, string>>): Promise<{ code: unknown; output: string }> {
  const root = join(folder.path, name);
  mkdirSync(stackPaths(root).logs, { recursive: true });
  const env = { ...process.env, TELLING_ROOT: root, TOLD_TO_LOG: "", TOLD_TO_ALL: "", ...told };
  const ended = run(process.execPath, [VITEST, "run", "--root", SUITE], { env });
  return ended.then(
    ({ stdout, stderr }) => ({ code: 0, output: stdout + stderr }),
    (error) => ({ code: error.code, output: `${error.stdout}${error.stderr}` }),
  );
}

describe("H01 H04 a run of tests that all pass", () => {
  test.concurrent.each([
    ["fails where a log holds a patient's word", { TOLD_TO_LOG: `"fault":"${canaryWord("name").toUpperCase()}"` }],
    ["fails where a log holds a token", { TOLD_TO_LOG: `authorization: Bearer eyJ${"a".repeat(300)}.eyJ9.x` }],
    ["fails where a patient's word is printed", { TOLD_TO_ALL: `rang ${CANARY_PHONE}` }],
  ])("%s", async (name, told) => {
    const { code, output } = await tell(name, told);
    expect(output).toContain("1 passed");
    expect(output).toContain("Cannot pass: a patient's word or a secret was told");
    expect(code).toBe(1);
  });

  test.concurrent("passes where nothing is told", async () => {
    const { code, output } = await tell("nothing", {});
    expect(output).not.toContain("Cannot pass");
    expect(code).toBe(0);
  });
});

test("H01 a log of any size is searched a piece at a time, and nothing falls between two", async () => {
  const piece = 1 << 20;
  for (const [place, text, pattern] of [
    [piece - 3, canaryWord("hpi"), CANARY],
    [2 * piece + LONGEST_TELLING - 5, "eyJhbGciOiJub25lIn0.eyJ9", SECRET],
  ] as const) {
    const path = join(folder.path, `${place}.log`);
    writeFileSync(path, `${".".repeat(place)}${text}${".".repeat(piece)}`);
    expect(await findInFile(path, pattern)).toBe(text.match(pattern)?.[0]);
    expect(await findInFile(path, /no such thing/)).toBeUndefined();
  }
});

test.each([
  [
    "throws when it told a patient's word, cut in two",
    [canaryWord("name").slice(0, 5), canaryWord("name").slice(5)],
    true,
  ],
  ["throws when it told a token", [`Bearer eyJ${"a".repeat(30)}.eyJ9.x`], true],
  ["is content with everything else", ['{"code":"NOT_FOUND"}', "listening"], false],
])("H01 H04 who listens to a process beside a stack %s", async (_name, pieces, isTold) => {
  const stream = new PassThrough();
  const expectSilence = listenTo("a process", stream);
  for (const piece of pieces) stream.write(piece);
  stream.end();
  await finished(stream);
  if (isTold) expect(expectSilence).toThrow("Cannot pass: a process told");
  else expect(expectSilence).not.toThrow();
});

test("H01 of two who listen to this process one goes on hearing when the other has ended", () => {
  const swallow = vi.spyOn(process.stdout, "write").mockReturnValue(true);
  const [first, second] = [tapOutput(), tapOutput()];
  first.close();
  process.stdout.write(CANARY_PHONE);
  second.close();
  expect(process.stdout.write).toBe(swallow);
  swallow.mockRestore();
  expect([first.told(), second.told()]).toEqual([undefined, CANARY.exec(CANARY_PHONE)?.[0]]);
});
