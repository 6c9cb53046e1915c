import type { Call } from "../http/call.ts";
import type { ServerSentEvent } from "../http/event-stream.ts";
import { beginSoapDraft, completedAnswer, finishSoapDraft } from "./generate-soap-draft.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";

const SECTIONS = ["subjective", "objective", "assessment", "plan"] as const;

/**
 * Drafts an encounter's note and tells how far it is: `phase` events, one `section` event per part of the stored draft,
 * and `done` with the body the JSON answer would have. A section is only sent once the whole draft is stored, so nothing
 * is shown that was not checked. The work goes on when the client goes away.
 *
 * @param request - as for `generateSoapDraft`
 * @param call - the provider's Data API
 * @returns the events in order; refusals are thrown before the first one
 * @throws ApiError as `generateSoapDraft`
 */
export async function* streamSoapDraft(
  request: GenerateSoapDraftRequest,
  call: Call,
): AsyncGenerator<ServerSentEvent, void> {
  const job = await beginSoapDraft(request, call);
  const work = finishSoapDraft(job, request, call);
  call.runInBackground(work);
  yield { event: "phase", data: { phase: "drafting", draft_id: job.draft_id, revision: job.revision } };

  const finished = await work;
  for (const section of SECTIONS) yield { event: "section", data: { section, content: finished.soap_draft[section] } };
  yield { event: "phase", data: { phase: "draft_ready" } };
  yield { event: "done", data: completedAnswer(finished) };
}
