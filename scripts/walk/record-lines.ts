import { z } from "zod";

const Item = z.looseObject({
  id: z.string(),
  last_updated: z.string().nullish(),
  provenance: z.looseObject({ source_notes: z.array(z.string()).optional() }).optional(),
});
const Lists = z.looseObject({
  conditions: z.array(Item),
  medications: z.array(Item),
  allergies: z.array(Item),
  surgical_history: z.array(Item),
  family_history: z.array(Item),
});

const SHOWN: Record<keyof z.infer<typeof Lists> & string, readonly string[]> = {
  allergies: ["allergen", "severity", "reaction", "status"],
  conditions: ["name", "icd10", "status"],
  medications: ["name", "dose", "frequency", "status"],
  surgical_history: ["procedure", "date"],
  family_history: ["condition", "relationship"],
};

/**
 * Writes a cumulative record as lines a person reads: one per item, with the notes it comes from.
 *
 * @param record - `record` of get-patient-history.
 * @param nameNote - How to call a source note, such as `this visit (note 1c2d…)`.
 */
export function recordLines(record: unknown, nameNote: (soapNoteId: string) => string): string[] {
  const lists = Lists.parse(record);
  return Object.entries(SHOWN).flatMap(([list, columns]) => {
    const items = z.array(Item).parse(lists[list]);
    if (items.length === 0) return [];
    const heading = list.replace("_", " ");
    return [
      heading,
      ...items.map((item) => `  ${describe(item, columns)}  ← ${sourcesOf(item).map(nameNote).join(", ")}`),
    ];
  });
}

function describe(item: z.infer<typeof Item>, columns: readonly string[]): string {
  const [name, ...rest] = columns.map((column) => item[column]).filter((value) => typeof value === "string");
  return rest.length === 0 ? `${name}` : `${name} (${rest.join(", ")})`;
}

function sourcesOf(item: z.infer<typeof Item>): readonly string[] {
  return item.provenance?.source_notes ?? [];
}
