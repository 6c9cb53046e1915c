import { findExchanges } from "../clinical-language/find-exchanges.ts";
import { findReplies } from "../clinical-language/find-replies.ts";
import { isQuotable } from "../clinical-language/is-quotable.ts";
import { splitClauses } from "../clinical-language/split-clauses.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import { capNote } from "./cap-note.ts";
import { readDrugMentions } from "./drugs/read-drug-mentions.ts";
import { readPronounDecisions } from "./drugs/read-pronoun-decisions.ts";
import { findGaps } from "./find-gaps.ts";
import { limitTranscript } from "./limit-transcript.ts";
import type { OfflineInput } from "./offline-input.ts";
import { OFFLINE_MODEL, OFFLINE_VERSION } from "./offline-version.ts";
import type { Scene } from "./scene.ts";
import { askToConfirm } from "./scene.ts";
import { draftAllergies } from "./sections/draft-allergies.ts";
import { draftChiefComplaint } from "./sections/draft-chief-complaint.ts";
import { draftDiagnostics } from "./sections/draft-diagnostics.ts";
import { draftHistory } from "./sections/draft-history.ts";
import { draftListStates } from "./sections/draft-list-states.ts";
import { draftPhysicalExam } from "./sections/draft-physical-exam.ts";
import { draftPlanItems } from "./sections/draft-plan-items.ts";
import { draftPlannedMedications } from "./sections/draft-planned-medications.ts";
import { draftPresentIllness } from "./sections/draft-present-illness.ts";
import { draftProblems } from "./sections/draft-problems.ts";
import { draftReportedMedications } from "./sections/draft-reported-medications.ts";
import { draftReviewOfSystems } from "./sections/draft-review-of-systems.ts";
import { draftVitalSigns } from "./sections/draft-vital-signs.ts";
import { readSnapshot } from "./snapshot.ts";
import { choosePassages } from "./summary/choose-passages.ts";

const DISCLAIMER =
  "Draft for clinician review: made by fixed rules from quoted words of the encounter and from the record. It may be incomplete and is not a signed note.";

/**
 * Drafts a note without any model: words quoted from the transcript, and the allergies and medications on record.
 *
 * Pure and deterministic: no key, no network, no clock; the same input gives the same bytes. Nothing is inferred: every
 * text of a drafted item stands in its evidence, a question, a condition, a doubt or another person's illness never
 * becomes a finding, and what the rules cannot decide is left empty and put to the clinician.
 *
 * @param input Encounter, transcript chunks (in the order of talk), hash of the transcript, context snapshot or null.
 * @returns A note that parses as {@link SoapNote}; never signed, always with a disclaimer.
 * @example
 * const note = draftOffline({ encounter, transcript, transcriptSha256, snapshot: null });
 * note.meta.model; // "offline-rules-1"
 */
export function draftOffline(input: OfflineInput): SoapNote {
  const scene = readScene(input);
  const allergies = draftAllergies(scene);
  const medications = draftReportedMedications(scene);
  const history = draftHistory(scene);
  const sections = {
    subjective: {
      chiefComplaint: draftChiefComplaint(scene),
      hpi: draftPresentIllness(scene),
      reviewOfSystems: draftReviewOfSystems(scene),
      history,
      medications,
      allergies,
      listStates: draftListStates(scene, { allergies, medications, history }),
    },
    objective: {
      vitalSigns: draftVitalSigns(scene),
      physicalExam: draftPhysicalExam(scene),
      diagnostics: draftDiagnostics(scene),
    },
    assessment: { problems: draftProblems(scene) },
    plan: { medications: draftPlannedMedications(scene), items: draftPlanItems(scene) },
  };
  return SoapNote.parse(
    capNote({
      schemaVersion: "1",
      ...sections,
      safetyAlerts: [],
      coding: [],
      meta: {
        encounterId: input.encounter.encounterId,
        appointmentId: input.encounter.appointmentId,
        snapshotId: scene.snapshot.id,
        recordVersion: scene.snapshot.record_version,
        model: OFFLINE_MODEL,
        promptVersion: OFFLINE_VERSION,
        transcriptSha256: input.transcriptSha256,
        aiFlags: {
          missing_critical_info: findGaps(sections, scene.confirmations),
          needs_clinician_confirmation: scene.confirmations,
        },
        disclaimer: DISCLAIMER,
      },
    }),
  );
}

function readScene({ transcript, snapshot }: OfflineInput): Scene {
  const limited = limitTranscript(transcript);
  const chunks = splitClauses(limited.chunks);
  const quotable = chunks.map((clauses) => clauses.filter(isQuotable));
  const clauses = quotable.flat();
  const known = clauses.filter(({ role }) => role === "provider" || role === "patient");
  const scene: Scene = {
    clauses,
    chosen: choosePassages(known),
    mentions: [...known.flatMap(readDrugMentions), ...readPronounDecisions(known)],
    // Words that may not be quoted are no evidence of an answer either.
    exchanges: findExchanges(chunks).filter(({ question, answerClauses }) =>
      [question, ...answerClauses].every(isQuotable),
    ),
    replies: findReplies(chunks),
    snapshot: readSnapshot(snapshot),
    confirmations: [],
  };
  if (limited.unreadCharacters > 0)
    askToConfirm(scene, "The talk is too long to be read whole: its last part was not used for this draft", []);
  reportUnread(scene, chunks.flat().length - scene.clauses.length, limited.chunks);
  return scene;
}

function reportUnread(scene: Scene, unquotable: number, transcript: OfflineInput["transcript"]): void {
  if (unquotable > 0)
    askToConfirm(scene, `Passages too long or with links or hidden characters were not used: ${unquotable}`, []);
  const nameless = transcript.filter(({ speaker_role: role }) => role === "other" || role === "unknown").length;
  if (nameless > 0)
    askToConfirm(scene, `Transcript chunks of neither the provider nor the patient were not used: ${nameless}`, []);
  const { unreadable } = scene.snapshot;
  if (unreadable > 0)
    askToConfirm(scene, `Allergies or medications on record that could not be read: ${unreadable}`, []);
}
