import type { Evidence } from "../../soap-note/evidence.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { plainWords } from "./plain-words.ts";

/** A note as text: whole, and by the sections scorers and readers know. */
export interface NoteText {
  readonly note: string;
  readonly sections: {
    readonly subjective: string;
    readonly objective_exam: string;
    readonly objective_results: string;
    readonly assessment_and_plan: string;
  };
}

interface Item {
  readonly evidence: readonly Evidence[];
}

/** One heading with its lines. */
type Part = readonly [heading: string, lines: readonly string[]];

/**
 * Writes a drafted note as text, one line per item, in the words of the talk without its fillers.
 *
 * What one line quotes is not said again by another of the same section: a drug in the account of the illness is not
 * repeated in the list of drugs. Nothing is written that the draft does not hold.
 *
 * @param draft A note of the offline drafter.
 */
export function renderNote(draft: SoapNote): NoteText {
  const { subjective, objective, assessment, plan } = draft;
  const told = new Quoted();
  const planned = new Quoted();
  const complaint = subjective.chiefComplaint;
  const subjectiveParts: Part[] = [
    ["CHIEF COMPLAINT", complaint === null ? [] : [plainWords(complaint.description)]],
    ["HISTORY OF PRESENT ILLNESS", told.lines(subjective.hpi, ({ description }) => description)],
    ["REVIEW OF SYSTEMS", told.others(subjective.reviewOfSystems, findingLine)],
    ["PAST HISTORY", told.others(subjective.history, ({ name, notes }) => joined([name, notes]))],
    ["MEDICATIONS", told.others(subjective.medications, medicationLine)],
    ["ALLERGIES", told.others(subjective.allergies, ({ allergen, reaction }) => joined([allergen, reaction]))],
  ];
  const examined = new Quoted();
  const examParts: Part[] = [
    ["VITALS REVIEWED", examined.lines(objective.vitalSigns, vitalLine)],
    ["PHYSICAL EXAMINATION", examined.others(objective.physicalExam, ({ finding }) => finding)],
  ];
  const resultParts: Part[] = [["RESULTS", new Quoted().lines(objective.diagnostics, resultLine)]];
  const planItems = planned.lines(plan.items, ({ description }) => description);
  const planParts: Part[] = [
    [
      "ASSESSMENT AND PLAN",
      [
        ...planned.others(assessment.problems, ({ diagnosis_name, status }) => joined([diagnosis_name, status])),
        ...planItems,
        ...planned.others(plan.medications, medicationLine),
      ],
    ],
  ];
  return {
    note: textOf([...subjectiveParts, ...examParts, ...resultParts, ...planParts]),
    sections: {
      subjective: textOf(subjectiveParts),
      objective_exam: textOf(examParts),
      objective_results: textOf(resultParts),
      assessment_and_plan: textOf(planParts),
    },
  };
}

/** Remembers what of the transcript a section has quoted. */
class Quoted {
  readonly #pieces: Extract<Evidence, { kind: "transcript" }>[] = [];

  /** Lines of items that are quoted whatever was quoted before. */
  lines<Kind extends Item>(items: readonly Kind[], line: (item: Kind) => string): string[] {
    for (const { evidence } of items)
      for (const piece of evidence) if (piece.kind === "transcript") this.#pieces.push(piece);
    return unique(items.map((item) => plainWords(line(item))));
  }

  /** Lines of the items whose words no earlier line of the section holds. */
  others<Kind extends Item>(items: readonly Kind[], line: (item: Kind) => string): string[] {
    return unique(
      items.filter((item) => !this.#holds(line(item), item.evidence)).map((item) => plainWords(line(item))),
    );
  }

  #holds(line: string, evidence: readonly Evidence[]): boolean {
    const words = line.toLowerCase().split(/\s+/);
    return evidence.some(
      (own) =>
        own.kind === "transcript" &&
        this.#pieces.some(
          ({ sequence, quote }) => sequence === own.sequence && words.every((word) => withDigits(quote).includes(word)),
        ),
    );
  }
}

/** A quote as it was said and with its numbers in digits, as items have them. */
const withDigits = (quote: string): string => `${quote} ${plainWords(quote)}`.toLowerCase();

const unique = (lines: readonly string[]): string[] => [...new Set(lines.filter((line) => line !== ""))];

const joined = (parts: readonly (string | null)[]): string => parts.filter((part) => part !== null).join(" ");

const findingLine = ({ finding, status }: SoapNote["subjective"]["reviewOfSystems"][number]): string =>
  status === "negative" ? `no ${finding}` : finding;

const vitalLine = ({ vital_name, vital_value, unit }: SoapNote["objective"]["vitalSigns"][number]): string =>
  joined([vital_name, vital_value, unit]);

function resultLine(result: SoapNote["objective"]["diagnostics"][number]): string {
  const { test_name, result_value, unit, interpretation, date } = result;
  if (interpretation?.includes(test_name) === true) return interpretation;
  return joined([test_name, result_value, unit, interpretation, date]);
}

type Regimen = SoapNote["plan"]["medications"][number];

/** A planned action is the clinician's word for it, which the plan's own lines quote; the list names drug and regimen. */
const regimenLine = ({ medication_name, dose, route, frequency, duration }: Regimen): string =>
  joined([medication_name, dose, route, frequency, duration]);

/** A drug that is not simply taken is quoted with the words that say so: its bare name would read as an order. */
function medicationLine(item: Regimen): string {
  const quotes = item.evidence.flatMap((one) => (one.kind === "transcript" ? [one.quote] : []));
  return GIVEN.has(item.status ?? "active") || quotes.length === 0 ? regimenLine(item) : quotes.join(" — ");
}
const GIVEN = new Set("active started continued restarted increased".split(" "));

function textOf(parts: readonly Part[]): string {
  return parts
    .filter(([, lines]) => lines.length > 0)
    .map(([heading, lines]) => `${heading}\n${lines.join("\n")}`)
    .join("\n\n");
}
