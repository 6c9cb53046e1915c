import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { speakerOfLabel } from "./speaker-of-label.ts";

test.each(["Dr. Amara's nurse", "speaker_1", "Amara", "guest_family", "", "doctor, patient"])(
  "a label that names no role names none: %j",
  (label) => {
    expect(speakerOfLabel(label)).toBeNull();
  },
);

test.each([
  ["Doctor", "provider"],
  ["dr_2", "provider"],
  ["Dr. Amara Okafor", "provider"],
  ["  Clinician ", "provider"],
  ["Pt", "patient"],
  ["patient_2", "patient"],
  ["other", "other"],
])("%j is the %s", (label, role) => {
  expect(speakerOfLabel(label)).toBe(role);
});

test("the patterns are those of private.speaker_of_label", () => {
  const path = new URL("../../../../supabase/schemas/40_functions/private.speaker_of_label.sql", import.meta.url);
  const sql = readFileSync(path, "utf8").replaceAll("''", "'");
  const source = readFileSync(new URL("./speaker-of-label.ts", import.meta.url), "utf8");
  const patterns = [...source.matchAll(/^const \w+ = \/(.+)\/;$/gm)].map(([, pattern]) => pattern);
  expect(patterns).toHaveLength(4);
  for (const pattern of patterns) expect(sql).toContain(`'${pattern?.replaceAll("\\/", "/")}'`);
});
