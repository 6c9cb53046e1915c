import type { GenerateSoapDraftResponse } from "./generate-soap-draft-response.ts";
import type { ReadyDraft, SoapDraftState } from "./soap-draft-state.ts";

/**
 * The answer while a draft is being written.
 *
 * @param draft - how it stands
 * @returns the body of a 200 that names the draft and says that it is drafting
 */
export function draftingAnswer({ draft_id, revision }: SoapDraftState): GenerateSoapDraftResponse {
  return { success: true, ok: true, status: 200, soap_status: "drafting", draft_id, revision };
}

/**
 * The answer for a draft that is stored.
 *
 * @param ready - the draft, and the encounter's open note as it stands
 * @returns the body of a 200 with both
 */
export function readyAnswer(ready: ReadyDraft): GenerateSoapDraftResponse {
  const { draft_id, revision, soap_status, soap_draft } = ready;
  return {
    ...{ success: true, ok: true, status: 200, soap_status, draft_id, revision, soap_draft },
    ...(ready.soap_note === null ? {} : { soapNote: ready.soap_note }),
    ...(ready.soap_note_id === null ? {} : { soapNoteId: ready.soap_note_id }),
  };
}
