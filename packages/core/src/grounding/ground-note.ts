import { isShowable } from "../clinical-language/is-showable.ts";
import { readAnswerTone } from "../clinical-safety/read-answer-tone.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { type GroundedItem, groundItem, type ItemRule } from "./ground-item.ts";
import { groundListStates } from "./ground-list-states.ts";
import type { GroundingSource } from "./grounding-source.ts";
import * as rules from "./section-rules.ts";
import { WITHHELD_SENTENCES, type WithheldReason } from "./withheld.ts";

type Confirmation = SoapNote["meta"]["aiFlags"]["needs_clinician_confirmation"][number];

/** A note of which every item is borne out, and what was taken out of it for the clinician to decide. */
export interface GroundedNote {
  readonly note: SoapNote;
  readonly withheld: readonly Confirmation[];
}

/** How long a withheld item's own words may be shown. */
const LONGEST_NAME = 200;
/**
 * Holds every item of a drafted note against the stored transcript and snapshot, whoever drafted it.
 *
 * Each quote is found again at its place. Every number, dose, unit, date, drug and other word that carries meaning must
 * stand in the item's evidence, what the patient tells must be the patient's words or confirmed by them, an assessment
 * or a plan the clinician's; and what is said there must be the same: there or not, whose, when, and really. What fails
 * is taken out.
 *
 * @param note As drafted.
 * @param source The stored transcript and snapshot, from `readGroundingSource`.
 * @returns The note without what fails, and one confirmation for each item taken out.
 * @example
 * const { note, withheld } = groundNote(drafted, readGroundingSource(job.transcript, job.snapshot));
 */
export function groundNote(note: SoapNote, source: GroundingSource): GroundedNote {
  const withheld: Confirmation[] = [];
  const withhold = (
    name: string,
    reason: WithheldReason,
    evidence: readonly Evidence[],
    itemId: string | null,
  ): void => {
    const shown = isShowable(name) ? ` "${name.slice(0, LONGEST_NAME)}"` : "";
    withheld.push({
      itemId,
      reason: `Not in the note:${shown}, ${WITHHELD_SENTENCES[reason]}`,
      evidence: [...evidence],
    });
  };
  const ground = <Item extends GroundedItem>(items: readonly Item[], rule: ItemRule<Item>): Item[] =>
    items.flatMap((item) => {
      const { evidence, reason } = groundItem(item, rule, source, confirmed);
      if (reason === null) return [{ ...item, evidence }];
      withhold(rule.name(item), reason, evidence, item.id);
      return [];
    });

  const { subjective, objective, assessment, plan } = note;
  const grounded: SoapNote = {
    ...note,
    subjective: {
      chiefComplaint:
        ground(subjective.chiefComplaint === null ? [] : [subjective.chiefComplaint], rules.complaint)[0] ?? null,
      hpi: ground(subjective.hpi, rules.presentIllness),
      reviewOfSystems: ground(subjective.reviewOfSystems, rules.symptom),
      history: ground(subjective.history, rules.history),
      medications: ground(subjective.medications, rules.takenMedication),
      allergies: ground(subjective.allergies, rules.allergy),
      listStates: groundListStates(subjective.listStates, source, withhold),
    },
    objective: {
      vitalSigns: ground(objective.vitalSigns, rules.vitalSign),
      physicalExam: ground(objective.physicalExam, rules.examFinding),
      diagnostics: ground(objective.diagnostics, rules.diagnostic),
    },
    assessment: { problems: ground(assessment.problems, rules.problem) },
    plan: { medications: ground(plan.medications, rules.plannedMedication), items: ground(plan.items, rules.planItem) },
  };
  return { note: grounded, withheld };
}

/** The patient's yes to what the clinician said, as evidence of its own; null where there is none. */
function confirmed(evidence: readonly Evidence[], source: GroundingSource): Evidence | null {
  for (const one of evidence) {
    if (one.kind !== "transcript" || source.utterance(one.sequence)?.role !== "provider") continue;
    const reply = source.next(one.sequence);
    if (reply?.role !== "patient" || readAnswerTone(reply) !== "yes") continue;
    const sentence = reply.sentences[0];
    const start = reply.tokens[sentence?.first ?? 0]?.start ?? 0;
    const end = reply.tokens[Math.min(sentence?.last ?? 0, LONGEST_REPLY_WORDS)]?.end ?? reply.text.length;
    return { kind: "transcript", sequence: reply.sequence, start, end, quote: reply.text.slice(start, end) };
  }
  return null;
}
const LONGEST_REPLY_WORDS = 20;
