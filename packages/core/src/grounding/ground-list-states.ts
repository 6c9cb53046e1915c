import { tokenize } from "../clinical-language/tokenize.ts";
import { readAnswerTone } from "../clinical-safety/read-answer-tone.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import { RecordList, type SoapNote } from "../soap-note/soap-note.ts";
import { findEvidence } from "./find-evidence.ts";
import type { GroundingSource } from "./grounding-source.ts";
import type { WithheldReason } from "./withheld.ts";

type ListStates = SoapNote["subjective"]["listStates"];

/**
 * Keeps what a draft says of whole lists only where it was said: "none known" is a clinical statement, and needs the
 * patient's denial, in the evidence or as the answer to the clinician's question in it.
 *
 * @param states As drafted.
 * @param source The stored transcript.
 * @param withhold Hears what is taken out.
 */
export function groundListStates(
  states: ListStates,
  source: GroundingSource,
  withhold: (name: string, reason: WithheldReason, evidence: readonly Evidence[], itemId: null) => void,
): ListStates {
  const kept: ListStates = {};
  for (const list of RecordList.options) {
    const claim = states[list];
    if (claim === undefined) continue;
    const state = typeof claim === "string" ? claim : claim.state;
    const given = typeof claim === "string" ? [] : claim.evidence;
    const evidence = given.flatMap((one) => findEvidence(one, source) ?? []);
    // That a list is complete is for the clinician to attest, never for a draft.
    if (state !== "none_known") kept[list] = typeof claim === "string" ? claim : { ...claim, complete: false };
    else if (evidence.some((one) => isDenied(one, source))) kept[list] = { state, complete: false, evidence };
    else
      withhold(
        `${list}: ${state.replaceAll("_", " ")}`,
        evidence.length === 0 ? "no_evidence" : "not_settled",
        evidence,
        null,
      );
  }
  return kept;
}

function isDenied(one: Evidence, source: GroundingSource): boolean {
  if (one.kind !== "transcript") return false;
  const utterance = source.utterance(one.sequence);
  if (utterance === undefined || utterance.role === "other" || utterance.role === "unknown") return false;
  if (tokenize(one.quote).some(({ word }) => DENYING.test(word))) return true;
  const answer = source.next(one.sequence);
  return utterance.role === "provider" && answer?.role === "patient" && readAnswerTone(answer) === "no";
}
const DENYING = /^(no|not|none|never|nothing|nope|nah|denies|denied|nkda|without|neither|.*n't)$/;
