import { readFileSync } from "node:fs";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { findCaseTests } from "./find-case-tests.ts";
import { readThreatCases } from "./read-threat-cases.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const read = (file: string) => readFileSync(join(ROOT_DIR, file), "utf8");

test("readThreatCases() reads sections, ids and what is struck", () => {
  const page = "# Page\n\n## First\n\n| T01 | a | b |\n| T02 | a | b |\n\n## Struck cases\n\n| T02 | why |\n";
  const { sections, struck } = readThreatCases(page);
  expect({ sections, struck: [...struck] }).toEqual({
    sections: [{ title: "First", cases: ["T01", "T02"] }],
    struck: ["T02"],
  });
});

test("findCaseTests() takes no code of a diagnosis for a case, and no case outside a title", async () => {
  const root = await mkdtemp(join(tmpdir(), "cases-"));
  await mkdir(join(root, "test"));
  const lines = ['test("T01 T02 refused", …)', 'icd10: "I10"', "// K01", '["A01", "none"]', '"I20 and more"'];
  await writeFile(join(root, "test/some.test.ts"), lines.join("\n"));
  expect([...findCaseTests(root).keys()].sort()).toEqual(["A01", "I20", "T01", "T02"]);
  await rm(root, { recursive: true });
});

test("every threat case has a test that names it, or is struck with a reason", () => {
  const { sections, struck } = readThreatCases(read("docs/threat-cases.md"));
  const tests = findCaseTests(ROOT_DIR);
  for (const { title, cases } of sections) {
    expect(cases.length).toBeGreaterThan(0);
    expect({ title, untested: cases.filter((id) => !tests.has(id) && !struck.has(id)) }).toEqual({
      title,
      untested: [],
    });
  }
});

describe("docs/security.md", () => {
  const tests = findCaseTests(ROOT_DIR);
  const promises = [...read("docs/security.md").matchAll(/^\| (.+?) \| ((?:[A-Z]\d+ ?)+)\| (.+?) \|$/gm)];

  test("promises something", () => {
    expect(promises.length).toBeGreaterThan(20);
  });

  test.each(promises.map(([, promise = "", ids = "", files = ""]) => ({ promise, ids, files })))(
    "$promise: each case is in a title of one of the files",
    ({ ids, files }) => {
      const named = [...files.matchAll(/`([^`]+)`/g)].map(([, file = ""]) => file);
      for (const id of ids.trim().split(" ")) {
        expect({ id, isNamed: tests.get(id)?.some((file) => named.includes(file)) }).toEqual({ id, isNamed: true });
      }
    },
  );
});
