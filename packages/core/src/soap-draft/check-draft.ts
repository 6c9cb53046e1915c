import type { SoapNote } from "../soap-note/soap-note.ts";
import { flagHistoryDifferences } from "./flag-history-differences.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import type { LeasedDraft } from "./soap-draft-state.ts";

/**
 * What every draft passes before anybody sees it, whoever wrote it, whole or as far as it is written.
 *
 * @param note - as drafted
 * @param draft - the encounter's transcript and snapshot
 * @param request - for the history the client sent along
 * @returns the note as it may be shown and stored
 */
export function checkDraft(note: SoapNote, draft: LeasedDraft, request: GenerateSoapDraftRequest): SoapNote {
  return flagHistoryDifferences(note, request.patientMedicalHistory, draft.snapshot);
}
