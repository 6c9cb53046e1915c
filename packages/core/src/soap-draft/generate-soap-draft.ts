import type { Call } from "../http/call.ts";
import type { GenerateSoapDraftRequest } from "./generate-soap-draft-request.ts";
import type { GenerateSoapDraftResponse } from "./generate-soap-draft-response.ts";
import { draftingAnswer, readyAnswer } from "./soap-draft-answer.ts";
import { startSoapDraft } from "./start-soap-draft.ts";

/** The app polls after 8 s without an answer; the older form waits for the note, below the gateway's patience. */
const ANSWER_WITHIN_MS = 6_000;
const WAIT_AT_MOST_MS = 24_000;

/**
 * Drafts an encounter's note. The work is its own: it goes on in the background when it outlasts the time the client
 * waits, and a repeated call joins it, takes it over when its worker is gone, or answers what it left.
 *
 * @param request - the encounter; ids that must agree; a transcript where none was recorded
 * @param call - the provider's Data API, and how long the client waits
 * @returns the draft, or that it is being written
 * @throws ApiError `SESSION_NOT_FOUND`, `INVALID_REQUEST` (ids disagree), `FORBIDDEN`, `TRANSCRIPT_EMPTY`,
 *   `DRAFT_LOCKED`, `IDEMPOTENCY_KEY_REUSED`, `LLM_BUDGET_EXHAUSTED`
 */
export async function generateSoapDraft(
  request: GenerateSoapDraftRequest,
  call: Call,
): Promise<GenerateSoapDraftResponse> {
  const startedMs = performance.now();
  const waiting = new AbortController();
  const { promise: late, resolve } = Promise.withResolvers<undefined>();
  waiting.signal.addEventListener("abort", () => resolve(undefined));
  const { begun, work } = await startSoapDraft(request, call, { progress: () => undefined, waiting: waiting.signal });
  const timer = setTimeout(() => waiting.abort(), waitMs(request, call) - (performance.now() - startedMs));
  try {
    const ready = await Promise.race([work, late]);
    return ready === undefined ? draftingAnswer(begun) : readyAnswer(ready);
  } finally {
    clearTimeout(timer);
  }
}

function waitMs(request: GenerateSoapDraftRequest, call: Call): number {
  if (call.preferredWaitSeconds !== undefined) return Math.min(call.preferredWaitSeconds * 1000, WAIT_AT_MOST_MS);
  return request.sessionId === undefined ? ANSWER_WITHIN_MS : WAIT_AT_MOST_MS;
}
