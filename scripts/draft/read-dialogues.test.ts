import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readDialogues } from "./read-dialogues.ts";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "dialogues-"));
});
afterAll(() => rm(folder, { recursive: true }));

const turns = [{ speaker: "doctor", text: "Any allergies?" }];
const line = (header: string, rest: object = {}) =>
  JSON.stringify({ id: 7, turns, section_header: header, section_text: "No known allergies.", ...rest });

async function read(...lines: readonly string[]) {
  const path = join(folder, "dialogues.jsonl");
  await writeFile(path, lines.join("\n"));
  return readDialogues(path);
}

test.each([
  ["what is no JSON", "{"],
  ["a dialogue without turns", line("ALLERGY", { turns: undefined })],
  ["a turn without its words", line("ALLERGY", { turns: [{ speaker: "doctor" }] })],
  ["a dialogue without the text of its section", line("ALLERGY", { section_text: null })],
])("%s is refused by the number of its line", async (_, broken) => {
  await expect(read(line("ALLERGY"), broken)).rejects.toThrow(/line 2 of .* is none/);
});

test.each([
  ["ALLERGY", "subjective"],
  ["FAM/SOCHX", "subjective"],
  ["EXAM", "objective_exam"],
  ["LABS", "objective_results"],
  ["PLAN", "assessment_and_plan"],
])("%s is part of %s", async (header, part) => {
  expect(await read(line(header))).toEqual([{ id: "7", turns, sections: { [part]: "No known allergies." } }]);
});

test("a dialogue about a section that is no part of a note is left out, blank lines are none", async () => {
  expect(await read(line("BILLING"), "", line("ROS"), "  ")).toHaveLength(1);
});
