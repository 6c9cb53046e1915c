import type { WorkerApi } from "../db/connect-worker-api.ts";
import type { DraftSection } from "../soap-draft/draft-progress.ts";
import { pause } from "../soap-draft/pause.ts";
import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { ANSWER_SCHEMA } from "./answer-schema.ts";
import type { MaskedChunk, Prompt } from "./build-prompt.ts";
import { buildPrompt } from "./build-prompt.ts";
import { callModel } from "./call-model.ts";
import { EMPTY_MODEL_NOTE } from "./empty-model-note.ts";
import { type FaultCode, ModelFault } from "./model-fault.ts";
import { type CallOutcome, reserveModelCall, settleModelCall } from "./model-ledger.ts";
import { ModelNote } from "./model-note.ts";
import type { ModelSettings } from "./model-settings.ts";
import { readModelNote } from "./read-model-note.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { sectionReader } from "./section-reader.ts";
import { toSoapNote } from "./to-soap-note.ts";

/** Kept for the offline draft and for storing whatever comes. */
const RESERVE_MS = 5_000;
/** No model answers in less; a call that cannot end in time is not made. */
const SHORTEST_CALL_MS = 2_000;
/** Tokens are never fewer characters than this in any language we know of; reservations had better be too large. */
const CHARACTERS_PER_TOKEN = 3;

/** What the work of a model needs. */
export type ModelWork = {
  readonly draft: LeasedDraft;
  readonly settings: ModelSettings;
  /** The transcript without the patient's identifiers. */
  readonly masked: readonly MaskedChunk[];
  readonly worker: WorkerApi;
  readonly send: typeof fetch;
  /** Ends the work when the lease is lost. */
  readonly signal: AbortSignal;
  /** Hears that a call is being made. */
  readonly onCall: () => void;
  /** Hears each part of a note as soon as the model has written it; the parts before it are in the note as well. */
  readonly onSection: (section: DraftSection, note: SoapNote) => void;
};

/** A note, or why there is none; `lease_lost` means that somebody else writes it now. */
export type ModelResult =
  | { readonly note: SoapNote; readonly reason?: never }
  | {
      readonly note?: never;
      readonly reason: FaultCode | "lease_lost" | "attempts" | "circuit_open" | "budget" | "deadline";
    };

/**
 * Has a model write a draft: one recorded call at a time, repeated with growing pauses while the draft's time and
 * attempts last.
 *
 * @param work - draft, model, and who listens
 * @returns the note, not yet grounded or checked, or the reason there is none
 * @throws ApiError `LLM_BUDGET_EXHAUSTED` when not even the first call fits the budgets
 */
export async function draftWithModel(work: ModelWork): Promise<ModelResult> {
  const { draft, settings, worker, signal } = work;
  const endsMs = performance.now() + draft.remaining_ms - RESERVE_MS;
  const prompt = buildPrompt(settings.promptVersion, draft.snapshot, work.masked);
  const call = { promptSha256: await promptSha256(prompt), tokens: mostTokens(prompt, settings) };
  let reason: FaultCode | undefined;

  for (let failures = 0; ; failures++) {
    if (signal.aborted) return { reason: "lease_lost" };
    const leftMs = endsMs - performance.now();
    if (leftMs < SHORTEST_CALL_MS) return { reason: reason ?? "deadline" };
    const reservation = await reserveModelCall(worker, draft, call);
    if (reservation.reason === "answered") return readAnswer(reservation.answer, work);
    if (reservation.attempt === null) {
      return { reason: reservation.reason === "lease_lost" ? "lease_lost" : (reason ?? reservation.reason) };
    }
    work.onCall();
    const { attempt } = reservation;
    const timeoutMs = Math.min(settings.callTimeoutMs, leftMs);
    const outcome = await callOnce(work, prompt, timeoutMs);
    await settleModelCall(worker, draft, attempt, outcome.settlement);
    if (outcome.note !== undefined) return { note: outcome.note };
    reason = outcome.fault.code;
    if (!outcome.fault.isWorthRepeating) return { reason };
    const delayMs = retryDelayMs(failures, outcome.fault.retryAfterMs, Math.random());
    if (performance.now() + delayMs > endsMs - SHORTEST_CALL_MS) return { reason };
    await pause(delayMs, signal);
  }
}

/** It was read once already; a release in between may read it otherwise. */
function readAnswer(answer: string, work: ModelWork): ModelResult {
  try {
    return { note: toSoapNote(readModelNote(answer), work) };
  } catch (thrown) {
    if (!(thrown instanceof ModelFault)) throw thrown;
    return { reason: thrown.code };
  }
}

type CallResult =
  | { readonly note: SoapNote; readonly fault?: never; readonly settlement: CallOutcome }
  | { readonly note?: never; readonly fault: ModelFault; readonly settlement: CallOutcome };

async function callOnce(work: ModelWork, prompt: Prompt, timeoutMs: number): Promise<CallResult> {
  const { settings, send, signal } = work;
  const startedMs = performance.now();
  const latency = () => performance.now() - startedMs;
  try {
    const onText = sectionReader(showSections(work));
    const { text, usage } = await callModel({ settings, prompt, send, signal, timeoutMs, onText });
    try {
      const note = toSoapNote(readModelNote(text), work);
      return { note, settlement: { fault: undefined, usage, latencyMs: latency(), answer: text } };
    } catch (thrown) {
      if (thrown instanceof ModelFault) throw new ModelFault(thrown.code, { usage });
      throw thrown;
    }
  } catch (thrown) {
    if (!(thrown instanceof ModelFault)) throw thrown;
    return { fault: thrown, settlement: { fault: thrown.code, usage: thrown.usage, latencyMs: latency() } };
  }
}

/** A part that does not hold to its schema is not shown; the whole answer will be refused for it. */
function showSections(work: ModelWork): (name: string, json: string) => void {
  let soFar: ModelNote = EMPTY_MODEL_NOTE;
  return (name, json) => {
    const section = sectionName(name);
    if (section === undefined) return;
    try {
      soFar = ModelNote.parse({ ...soFar, [section]: JSON.parse(json) });
      work.onSection(section, toSoapNote(soFar, work));
    } catch {
      return;
    }
  };
}

function sectionName(name: string): DraftSection | undefined {
  return name === "subjective" || name === "objective" || name === "assessment" || name === "plan" ? name : undefined;
}

function mostTokens({ instructions, data }: Prompt, { profile }: ModelSettings): number {
  const characters = instructions.length + data.length + JSON.stringify(ANSWER_SCHEMA).length;
  return Math.ceil(characters / CHARACTERS_PER_TOKEN) + profile.maxOutputTokens;
}

async function promptSha256({ instructions }: Prompt): Promise<string> {
  const bytes = new TextEncoder().encode(`${instructions}\n${JSON.stringify(ANSWER_SCHEMA)}`);
  return new Uint8Array(await crypto.subtle.digest("SHA-256", bytes)).reduce(
    (hex, byte) => hex + byte.toString(16).padStart(2, "0"),
    "",
  );
}
