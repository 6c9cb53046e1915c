import { readFile } from "node:fs/promises";
import { z } from "zod";
import { SpokenEncounter } from "./spoken-encounter.ts";

const Dialogue = SpokenEncounter.pick({ id: true, turns: true }).extend({
  section_header: z.string(),
  section_text: z.string(),
});

/** A short dialogue about one section of a note, and that section's text as a note of the drafter has it. */
export type Dialogue = SpokenEncounter & { readonly sections: Record<string, string> };

/** Section headers of MTS-Dialog (Ben Abacha et al. 2023, https://aclanthology.org/2023.eacl-main.168) by part of a note. */
const PARTS: Readonly<Record<string, string>> = {
  subjective: "GENHX CC PASTMEDICALHX ALLERGY FAM/SOCHX MEDICATIONS PASTSURGICAL ROS GYNHX OTHER_HISTORY IMMUNIZATIONS",
  objective_exam: "EXAM",
  objective_results: "LABS IMAGING",
  assessment_and_plan: "ASSESSMENT PLAN DISPOSITION DIAGNOSIS EDCOURSE",
};
const PART_OF = new Map(
  Object.entries(PARTS).flatMap(([part, headers]) => headers.split(" ").map((header) => [header, part] as const)),
);

/**
 * Reads a file of short dialogues with the text of the one section each is about; those about other sections are left
 * out.
 *
 * @param path One JSON object a line: {id, turns, section_header, section_text}.
 * @throws Error naming the line that is no dialogue.
 */
export async function readDialogues(path: string): Promise<Dialogue[]> {
  const lines = (await readFile(path, "utf8")).split("\n");
  return lines.flatMap((line, index) => {
    if (line.trim() === "") return [];
    const { id, turns, section_header: header, section_text: text } = parse(line, `line ${index + 1} of ${path}`);
    const part = PART_OF.get(header);
    return part === undefined ? [] : [{ id, turns, sections: { [part]: text } }];
  });
}

function parse(line: string, place: string): z.infer<typeof Dialogue> {
  try {
    return Dialogue.parse(JSON.parse(line));
  } catch (cause) {
    throw new Error(`Cannot read dialogues: ${place} is none`, { cause });
  }
}
