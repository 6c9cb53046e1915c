import { z } from "zod";

const Turn = z.object({ sequence: z.int(), speaker: z.string(), text: z.string() });
const Listed = z.object({ itemId: z.string() });
const Record = z
  .object({
    medications: z.array(Listed.extend({ name: z.string() })),
    allergies: z.array(Listed.extend({ allergen: z.string() })),
  })
  .nullable();

const MOST_ITEMS = 12;

/**
 * Writes what an honest model would: the record's lists as they are, the patient's sentences as history, the provider's
 * as plan, each quoted whole. It is no good at medicine, and its evidence always holds.
 *
 * @param data - the user message of the request: the blocks `<record>` and `<transcript>`
 * @returns a model's answer, as JSON text
 */
export function honestAnswer(data: string): string {
  const record = Record.parse(JSON.parse(block(data, "record") || "null"));
  const turns = block(data, "transcript")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => Turn.parse(JSON.parse(line)));
  const said = (speaker: string) =>
    turns.filter((turn) => turn.speaker === speaker && !turn.text.trim().endsWith("?")).slice(0, MOST_ITEMS);
  const quote = ({ sequence, text }: z.infer<typeof Turn>) => [{ kind: "transcript", sequence, quote: text.trim() }];
  const recorded = (itemId: string) => [{ kind: "snapshot", itemId }];
  const [first, ...others] = said("patient");
  const regimen = { dose: null, route: null, frequency: null, duration: null, indication: null, status: null };
  const notAsked = { state: "not_asked", evidence: [] };
  return JSON.stringify({
    subjective: {
      chiefComplaint: first === undefined ? null : { description: first.text.trim(), evidence: quote(first) },
      hpi: others.map((turn) => ({ element: "narrative", description: turn.text.trim(), evidence: quote(turn) })),
      reviewOfSystems: [],
      history: [],
      medications: (record?.medications ?? []).map(({ itemId, name }) => ({
        ...{ medication_name: name, ...regimen, evidence: recorded(itemId) },
      })),
      allergies: (record?.allergies ?? []).map(({ itemId, allergen }) => ({
        ...{ allergen, reaction: null, severity: null, status: null, evidence: recorded(itemId) },
      })),
      listStates: {
        ...{ conditions: notAsked, medications: notAsked, allergies: notAsked },
        ...{ surgical_history: notAsked, family_history: notAsked, social_history: notAsked },
      },
    },
    objective: { vitalSigns: [], physicalExam: [], diagnostics: [] },
    assessment: { problems: [] },
    plan: {
      medications: [],
      items: said("provider").map((turn) => ({
        ...{ category: "other", description: turn.text.trim(), due: null, evidence: quote(turn) },
      })),
    },
    missing_critical_info: [],
  });
}

function block(data: string, name: string): string {
  const [, after = ""] = data.split(`<${name}>\n`);
  return after.split(`\n</${name}>`)[0] ?? "";
}
