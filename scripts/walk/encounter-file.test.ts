import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type TemporaryFolder, temporaryFolder } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readEncounterFile, speakerOf } from "./encounter-file.ts";

const TURN = { sequence: 1, speaker: "doctor", text: "How are you?" };

let folder: TemporaryFolder;
let file: string;

beforeAll(async () => {
  folder = await temporaryFolder("encounter-file-");
  file = join(folder.path, "talk.json");
});

afterAll(() => folder.remove());

test.each([
  ["nothing", "", "it is empty"],
  ["a NUL", "\0", "it is not JSON"],
  ["a list", "[]", 'it has to be an object {"turns": […]}'],
  ["no turns", "{}", "turns has to be a list of turns"],
  ["an empty list", '{"turns": []}', "turns has to be a list with one turn at least"],
  ["a turn that is text", '{"turns": ["hello"]}', "turns[0] has to be an object with sequence, speaker and text"],
  ["a sequence of 0", { ...TURN, sequence: 0 }, "turns[0].sequence has to be a whole number from 1"],
  ["no speaker", { ...TURN, speaker: null }, "turns[0].speaker has to be a label such as doctor or patient"],
  ["a blank text", { ...TURN, text: " " }, "turns[0].text has to be the words that were said, not blanks"],
  ["a NUL in a text", { ...TURN, text: "a\0b" }, "turns[0].text has to be words without NUL characters"],
])("readEncounterFile() refuses a file with %s in words", async (_fault, content, state) => {
  await writeFile(file, typeof content === "string" ? content : JSON.stringify({ turns: [content] }));
  expect(() => readEncounterFile(file)).toThrow(`Cannot read the encounter file ${file}: ${state}`);
});

test("readEncounterFile() refuses a sequence that is there twice, and a file that is not there", async () => {
  await writeFile(file, JSON.stringify({ turns: [TURN, TURN] }));
  expect(() => readEncounterFile(file)).toThrow("sequence 1 is there twice");
  expect(() => readEncounterFile(join(folder.path, "none.json"))).toThrow("there is no such file");
});

test("readEncounterFile() puts turns in order, and speakerOf() knows who said them", async () => {
  const labels = ["Doctor", "physician", "clinician", "provider", "patient", "guest"];
  const turns = labels.map((speaker, index) => ({ sequence: index + 1, speaker, text: "Hello." }));
  await writeFile(file, JSON.stringify({ turns: turns.toReversed() }));
  const speakers = ["provider", "provider", "provider", "provider", "patient", "other"];
  expect(readEncounterFile(file).map(speakerOf)).toEqual(speakers);
});
