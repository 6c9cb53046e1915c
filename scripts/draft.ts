import { open } from "node:fs/promises";
import { readOptions, runCommand, StackError } from "@patient-medical-history/local-stack";
import { checkDraft } from "../packages/core/src/draft-check/check-draft.ts";
import { draftOffline } from "../packages/core/src/offline-drafter/draft-offline.ts";
import { renderNote } from "../packages/core/src/offline-drafter/note-text/render-note.ts";
import { readEncounters } from "./draft/read-encounters.ts";
import { toOfflineInput } from "./draft/spoken-encounter.ts";
import { progressBar } from "./progress/progress-bar.ts";

const HELP = `Drafts a note of every encounter of a file with the offline drafter, no model, no network, and checks it as the server
does: what fails grounding is not in the note but in draft.meta.aiFlags.

Usage: npx pnpm@10 -s draft --in encounters.jsonl --out predictions.jsonl [--help]

  --in FILE    one encounter a line: {"id", "turns": [{"speaker": "doctor" | "patient" | …, "text"}]}
  --out FILE   one draft a line: {"id", "note", "sections": {"subjective", "objective_exam", "objective_results",
               "assessment_and_plan"}, "draft"}; an existing file is replaced`;

await runCommand(async () => {
  const { values } = readOptions({
    options: { in: { type: "string" }, out: { type: "string" }, help: { type: "boolean", default: false } },
  });
  if (values.help) return console.log(HELP);
  if (values.in === undefined || values.out === undefined) {
    throw new StackError("draft", "--in and --out are both needed", "see --help");
  }
  const encounters = await readEncounters(values.in);
  const output = await open(values.out, "w");
  const drawProgress = progressBar(process.stderr, "encounters drafted");
  try {
    for (const [index, encounter] of encounters.entries()) {
      const input = toOfflineInput(encounter);
      const drafted = draftOffline(input);
      const draft = checkDraft(drafted, {
        ...input,
        model: drafted.meta.model,
        promptVersion: drafted.meta.promptVersion,
      });
      await output.write(`${JSON.stringify({ id: encounter.id, ...renderNote(draft), draft })}\n`);
      drawProgress(index + 1, encounters.length);
    }
  } finally {
    await output.close();
  }
});
