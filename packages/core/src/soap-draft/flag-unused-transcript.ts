import type { TranscriptChunk } from "../clinical-language/transcript-chunk.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import type { HandedInTurn } from "../transcript-formats/handed-in-turn.ts";
import { readTranscript } from "../transcript-formats/read-transcript.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";

/**
 * Says in a draft that a transcript which was sent along is not what it was made from: it is stored where an encounter
 * has no chunks yet, and a single chunk of a phone may have come before it. What was said must not be lost unseen.
 *
 * @param note - as drafted
 * @param request - for the transcript the client sent along
 * @param transcript - the stored chunks the draft was made from
 * @returns the draft, with one confirmation flag where turns that were sent are not among them
 */
export function flagUnusedTranscript(
  note: SoapNote,
  { transcript: sent, speakers }: Pick<GenerateSoapDraftRequest, "transcript" | "speakers">,
  transcript: readonly TranscriptChunk[],
): SoapNote {
  if (sent === undefined) return note;
  const stored = new Set(transcript.map(({ text }) => text.trim()));
  const unused = readTranscript(sent, speakers).filter((turn) => !wordings(turn).some((text) => stored.has(text)));
  if (unused.length === 0) return note;
  const reason = `The encounter had words already, so the transcript that was sent along is not used: ${unused.length} of its turn(s) are not among them`;
  const { aiFlags } = note.meta;
  const needs_clinician_confirmation = [
    { itemId: null, reason, evidence: [] },
    ...aiFlags.needs_clinician_confirmation,
  ];
  return { ...note, meta: { ...note.meta, aiFlags: { ...aiFlags, needs_clinician_confirmation } } };
}

/** A turn as it may be stored: the label of a role before a text is taken off there. */
function wordings(turn: HandedInTurn): string[] {
  if (typeof turn !== "string") return [turn.text.trim()];
  return [turn.trim(), turn.replace(/^[^:]{1,80}:/, "").trim()];
}
