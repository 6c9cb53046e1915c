import { isShowable } from "../clinical-language/is-showable.ts";
import type { TranscriptChunk } from "../clinical-language/transcript-chunk.ts";
import type { Utterance } from "../clinical-language/utterance.ts";
import type { ActiveMedication } from "../clinical-safety/check-medication-list.ts";
import { findDoubtfulTemperatures } from "../clinical-safety/find-doubtful-temperatures.ts";
import { raiseSafetyAlerts } from "../clinical-safety/raise-safety-alerts.ts";
import { readVisitType } from "../documentation-check/read-visit-type.ts";
import { scoreDocumentation } from "../documentation-check/score-documentation.ts";
import { suggestDiagnosisCodes } from "../documentation-check/suggest-diagnosis-codes.ts";
import { suggestVisitLevel } from "../documentation-check/suggest-visit-level.ts";
import { findEvidence } from "../grounding/find-evidence.ts";
import { groundNote } from "../grounding/ground-note.ts";
import { type GroundingSource, readGroundingSource } from "../grounding/grounding-source.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import { DRAFT_DISCLAIMER } from "./disclaimer.ts";
import { restoreAllergies } from "./restore-allergies.ts";
import { hasEarlierVisits, readSnapshotFacts, type SnapshotFacts } from "./snapshot-facts.ts";

type Flags = SoapNote["meta"]["aiFlags"];

/** What a draft is checked against, and what the server says of where it comes from. */
export interface DraftContext {
  readonly encounter: { readonly encounterId: string; readonly appointmentId: string | null };
  /** The stored chunks. */
  readonly transcript: readonly TranscriptChunk[];
  readonly transcriptSha256: string;
  /** The context snapshot's JSON, or null. */
  readonly snapshot: unknown;
  /** Which drafter wrote it, in which version. */
  readonly model: string | null;
  readonly promptVersion: string | null;
}

const MOST_CONFIRMATIONS = 500;
const MOST_GAPS = 200;
/** Eight hours of speech; more would outlast the processor time a function has. */
const MOST_CHECKED_CHARACTERS = 600_000;

/**
 * Makes a drafted note one that may be shown: the same door for every drafter, rules or model.
 *
 * Every item is held against its evidence and withheld where it fails; allergies on record that a draft left out come
 * back; safety alerts are raised; documentation is scored and codes are suggested. What a draft says of itself (whose it
 * is, who made it, its alerts, its codes) is not believed: the server writes it.
 *
 * @param drafted As a drafter wrote it; parses as {@link SoapNote}.
 * @param context The stored transcript and snapshot, and the drafter.
 * @returns The note to store; never signed, always with a disclaimer.
 * @example
 * const note = checkDraft(draftOffline(input), { ...context, model: OFFLINE_MODEL, promptVersion: OFFLINE_VERSION });
 */
export function checkDraft(drafted: SoapNote, context: DraftContext): SoapNote {
  const facts = readSnapshotFacts(context.snapshot);
  const source = readGroundingSource(context.transcript, context.snapshot);
  const grounded = groundNote(drafted, source);
  const { allergies, restored } = restoreAllergies(
    grounded.note.subjective.allergies,
    facts.allergies,
    severitiesAsked(drafted.meta.aiFlags),
  );
  const note: SoapNote = { ...grounded.note, subjective: { ...grounded.note.subjective, allergies } };
  const talk = checkedTalk(source);
  const safetyAlerts = raiseSafetyAlerts(note, {
    encounterId: context.encounter.encounterId,
    talk: talk.read,
    ageYears: facts.patient_demographics.age,
    conditions: facts.active_conditions.map(({ name }) => name),
    activeMedications: activeMedications(facts),
    withheldMedications: withheldMedications(drafted, note, source),
  });
  const seenBefore = hasEarlierVisits(facts);
  const { appointment_type: appointmentType } = facts.appointment_context;
  const { documentation, missing } = scoreDocumentation(
    note,
    readVisitType({ appointmentType, hasEarlierVisits: seenBefore }),
  );
  const level = suggestVisitLevel(note, !seenBefore);
  return SoapNote.parse({
    ...note,
    safetyAlerts,
    coding: [
      ...suggestDiagnosisCodes(note.assessment.problems, facts.active_conditions),
      ...(level === null ? [] : [level]),
    ],
    meta: {
      encounterId: context.encounter.encounterId,
      appointmentId: context.encounter.appointmentId,
      snapshotId: facts.id,
      recordVersion: facts.record_version,
      model: context.model,
      promptVersion: context.promptVersion,
      transcriptSha256: context.transcriptSha256,
      aiFlags: {
        missing_critical_info: gapsOf(drafted.meta.aiFlags, missing),
        needs_clinician_confirmation: [
          ...grounded.withheld,
          ...restored,
          ...findDoubtfulTemperatures(note.objective.vitalSigns),
          ...talk.unread,
          ...ownQuestions(drafted.meta.aiFlags, source),
        ].slice(0, MOST_CONFIRMATIONS),
      },
      disclaimer: DRAFT_DISCLAIMER,
      ...(drafted.meta.fallback_reason === undefined ? {} : { fallback_reason: drafted.meta.fallback_reason }),
      documentation,
    },
  });
}

/** As much of the talk as is searched for red flags; what is left out is said, never passed over. */
function checkedTalk({ chunks, utterance }: GroundingSource): {
  readonly read: readonly Utterance[];
  readonly unread: Flags["needs_clinician_confirmation"];
} {
  let left = MOST_CHECKED_CHARACTERS;
  const within = chunks.filter(({ text }) => {
    left -= text.length;
    return left >= 0;
  });
  const beyond = chunks.length - within.length;
  const reason = `Not searched for red flags, since the transcript is too long: ${beyond} chunk(s)`;
  return {
    read: within.flatMap(({ sequence }) => utterance(sequence) ?? []),
    unread: beyond === 0 ? [] : [{ itemId: null, reason, evidence: [] }],
  };
}

/** Planned drugs that grounding took out, with what of their evidence stands in the transcript and names them. */
function withheldMedications(
  drafted: SoapNote,
  { plan }: SoapNote,
  source: GroundingSource,
): SoapNote["plan"]["medications"] {
  const kept = new Set(plan.medications.map(({ id }) => id));
  return drafted.plan.medications.flatMap((item) => {
    const evidence = item.evidence.flatMap((one) => findEvidence(one, source) ?? []);
    const name = item.medication_name.toLowerCase();
    const isNamed = evidence.some((one) => one.kind === "transcript" && one.quote.toLowerCase().includes(name));
    return kept.has(item.id) || !isNamed ? [] : [{ ...item, evidence }];
  });
}

/** The list to compare a plan with: none where it was never asked for. */
function activeMedications({ current_medications, list_states }: SnapshotFacts): ActiveMedication[] | null {
  if (current_medications.length === 0 && list_states.medications !== "none_known") return null;
  return current_medications.map(({ id, name }) => ({ name, evidence: [{ kind: "snapshot", itemId: id }] }));
}

/** A drafter's own questions stay, as far as their evidence is found again. */
function ownQuestions(flags: Flags, source: GroundingSource): Flags["needs_clinician_confirmation"] {
  return flags.needs_clinician_confirmation
    .filter(({ reason }) => isShowable(reason))
    .map((flag) => ({ ...flag, evidence: flag.evidence.flatMap((one) => findEvidence(one, source) ?? []) }));
}

/** Items for which the drafter itself asks what becomes of the severity on record. */
const severitiesAsked = (flags: Flags): ReadonlySet<string> =>
  new Set(
    flags.needs_clinician_confirmation
      .filter(({ reason }) => reason.includes("severity on record"))
      .flatMap(({ itemId }) => itemId ?? []),
  );

/** The drafter's own gaps, and those of the rubric under labels it has not used. */
function gapsOf(flags: Flags, missing: readonly string[]): string[] {
  const own = flags.missing_critical_info.filter(isShowable);
  const labels = new Set(own.map(labelOf));
  return [...own, ...missing.filter((gap) => !labels.has(labelOf(gap)))].slice(0, MOST_GAPS);
}

const labelOf = (gap: string): string => gap.split(":")[0] ?? gap;
