import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { readOptions, runCommand, StackError } from "@patient-medical-history/local-stack";
import { isQuotable } from "../packages/core/src/clinical-language/is-quotable.ts";
import { splitClauses } from "../packages/core/src/clinical-language/split-clauses.ts";
import { describePassages } from "../packages/core/src/offline-drafter/summary/describe-passages.ts";
import { splitPassages } from "../packages/core/src/offline-drafter/summary/split-passages.ts";
import { type Example, fitSoftmax } from "./draft/fit-softmax.ts";
import { labelPassages } from "./draft/label-passages.ts";
import { readDialogues } from "./draft/read-dialogues.ts";
import { readEncounters } from "./draft/read-encounters.ts";
import { isOfTuningHalf, type SpokenEncounter, toOfflineInput } from "./draft/spoken-encounter.ts";

const HELP = `Fits the weights by which the offline drafter chooses what to quote.

Usage: npx pnpm@10 train-summary --in encounters.jsonl [--dialogues dialogues.jsonl] [--help]

  --in FILE   encounters with reference sections {id, turns, sections}; only those whose id hashes into the
              tuning half are used
  --dialogues FILE   short dialogues about one section each {id, turns, section_header, section_text}: they teach what is
              told in other words than the encounters', at a third of their weight

Writes packages/core/src/offline-drafter/summary/summary-weights.ts. Raise OFFLINE_VERSION with it.`;

const SECTIONS = [
  ["subjective", "subjective"],
  ["examination", "objective_exam"],
  ["results", "objective_results"],
  ["plan", "assessment_and_plan"],
] as const;
/** A feature must be seen in this many encounters, a word in more: what only one encounter has is learnt by nobody. */
const FEWEST_ENCOUNTERS = 3;
const FEWEST_ENCOUNTERS_OF_A_WORD = 4;
const SCALE = 100;

/** A passage of a short dialogue counts this much of one of an encounter. */
const WEIGHT_OF_DIALOGUES = 0.3;
/** Learns how much more of a dialogue than of an encounter is noted; it is in no weight that is kept. */
const OF_A_DIALOGUE = "of a dialogue";
/** Where in an encounter a passage stands says nothing in a dialogue about one section. */
const PLACE = /^(?:place|phase) | (?:interview|examination|plan)$/;

await runCommand(async () => {
  const { values } = readOptions({
    options: {
      in: { type: "string" },
      dialogues: { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  if (values.in === undefined) throw new StackError("train", "--in is missing", "see --help");
  const encounters = (await readEncounters(values.in)).filter(({ id }) => isOfTuningHalf(id));
  const described = encounters.map(examplesOf);
  const known = commonFeatures(described);
  const dialogues = values.dialogues === undefined ? [] : await readDialogues(values.dialogues);
  const examples = [...described.flat(), ...dialogues.flatMap(examplesOf).map(ofDialogue)].map((example) => ({
    ...example,
    features: example.features.filter((feature) => known.has(feature) || feature === OF_A_DIALOGUE),
  }));
  const weights = fitSoftmax(examples, SECTIONS.length + 1);
  const rows = [...weights]
    .filter(([feature]) => feature !== OF_A_DIALOGUE)
    .sort(([one], [other]) => (one < other ? -1 : 1))
    .map(([feature, row]) => [feature, ...row.map((weight) => Math.round(weight * SCALE))].join("\t"))
    .filter((row) => !/^[^\t]*(?:\t-?[0-3])+$/.test(row));
  const path = join(import.meta.dirname, "../packages/core/src/offline-drafter/summary/summary-weights.ts");
  await writeFile(path, moduleOf(rows, encounters.length, dialogues.length));
  console.log(
    `${rows.length} weights from ${examples.length} passages of ${encounters.length} encounters and ${dialogues.length} dialogues`,
  );
});

function examplesOf(encounter: SpokenEncounter): Example[] {
  const clauses = splitClauses(toOfflineInput(encounter).transcript).flat().filter(isQuotable);
  const described = describePassages(clauses.flatMap(splitPassages));
  const references = SECTIONS.map(([, section]) => encounter.sections?.[section] ?? "");
  const labels = labelPassages(
    described.map(({ passage }) => passage),
    references,
  );
  return described.map(({ features, passage }, index) => ({
    features: [...new Set(features)],
    label: labels[index] ?? 0,
    weight: Math.sqrt(passage.tokens.length + 0.5) / 3,
  }));
}

function ofDialogue(example: Example): Example {
  const features = example.features.filter((feature) => feature.startsWith("word ") || !PLACE.test(feature));
  return { ...example, features: [...features, OF_A_DIALOGUE], weight: example.weight * WEIGHT_OF_DIALOGUES };
}

function commonFeatures(described: readonly (readonly Example[])[]): Set<string> {
  const encounters = new Map<string, number>();
  for (const examples of described)
    for (const feature of new Set(examples.flatMap(({ features }) => features)))
      encounters.set(feature, (encounters.get(feature) ?? 0) + 1);
  const common = [...encounters].filter(
    ([feature, count]) => count >= (feature.startsWith("word ") ? FEWEST_ENCOUNTERS_OF_A_WORD : FEWEST_ENCOUNTERS),
  );
  return new Set(common.map(([feature]) => feature));
}

function moduleOf(rows: readonly string[], encounters: number, dialogues: number): string {
  return `/** Classes of a passage, in the order of the weights. */
export const SUMMARY_CLASSES = ["none", ${SECTIONS.map(([name]) => `"${name}"`).join(", ")}] as const;

/**
 * Weights of the linear model that chooses what to quote: a feature, then its weight for each class in hundredths.
 * Written by \`scripts/train-summary.ts\` from the tuning half (${encounters}) of the recorded encounters of ACI-BENCH
 * (Yim et al. 2023, https://doi.org/10.1038/s41597-023-02487-3, CC BY 4.0) and ${dialogues} short dialogues of MTS-Dialog
 * (Ben Abacha et al. 2023, https://aclanthology.org/2023.eacl-main.168, CC BY 4.0); no text of theirs is in it.
 */
export const SUMMARY_WEIGHTS = \`${rows.join("\n")}\`;
`;
}
