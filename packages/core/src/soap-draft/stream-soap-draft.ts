import type { Call } from "../http/call.ts";
import type { ServerSentEvent } from "../http/event-stream.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { DRAFT_SECTIONS, type DraftSection } from "./draft-progress.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import { sectionEventId } from "./section-event-id.ts";
import { readyAnswer } from "./soap-draft-answer.ts";
import { startSoapDraft } from "./start-soap-draft.ts";
import { stepQueue } from "./step-queue.ts";

/**
 * Drafts an encounter's note and tells how far it is: `phase` events, a `section` event per part of the note as soon as
 * it is written and checked, and `done` with the body the JSON answer would have. A later event of the same section
 * replaces the earlier one: the draft as stored is told in full before `done`. The work goes on when the client goes away;
 * a client that comes back with `Last-Event-ID` is told what it has not seen.
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
  const waiting = new AbortController();
  const steps = stepQueue();
  const { begun, work } = await startSoapDraft(request, call, { progress: steps.add, waiting: waiting.signal });
  work.then(steps.end, steps.end);
  const told = new Map<DraftSection, string>();
  const tell = async function* (section: DraftSection, content: SoapNote[DraftSection]) {
    const id = await sectionEventId(begun.draft_id, section, content);
    if (told.get(section) === id) return;
    told.set(section, id);
    yield { event: "section", id, data: { section, content } };
  };
  try {
    yield phaseEvent("drafting", begun);
    for await (const step of steps) {
      if ("phase" in step) yield phaseEvent(step.phase, begun);
      else yield* tell(step.section, step.content);
    }
    const ready = await work;
    if (ready === undefined) return;
    for (const [section, id] of await alreadySeen(call.lastEventId, ready)) told.set(section, id);
    for (const section of DRAFT_SECTIONS) yield* tell(section, ready.soap_draft[section]);
    yield phaseEvent("draft_ready", ready);
    yield { event: "done", id: `${ready.draft_id}:done`, data: readyAnswer(ready) };
  } finally {
    waiting.abort();
  }
}

function phaseEvent(
  phase: string,
  { draft_id, revision }: { readonly draft_id: string; readonly revision: number },
): ServerSentEvent {
  return { event: "phase", id: `${draft_id}:${phase}`, data: { phase, draft_id, revision } };
}

/**
 * The sections up to the last one a client has seen, where that one still says the same. Safety alerts are never among
 * them: they grow with each section, so that only the stored draft's are all.
 */
async function alreadySeen(
  lastEventId: string | undefined,
  { draft_id, soap_draft }: { readonly draft_id: string; readonly soap_draft: SoapNote },
): Promise<[DraftSection, string][]> {
  const seen: [DraftSection, string][] = [];
  for (const section of DRAFT_SECTIONS) {
    const id = await sectionEventId(draft_id, section, soap_draft[section]);
    if (section !== "safetyAlerts") seen.push([section, id]);
    if (id === lastEventId) return seen;
  }
  return [];
}
