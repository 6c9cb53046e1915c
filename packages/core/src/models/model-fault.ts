/** Tokens a call used, as the model's side counted them; undefined where it did not say. */
export type ModelUsage = {
  readonly inputTokens: number | undefined;
  readonly cachedInputTokens: number | undefined;
  readonly outputTokens: number | undefined;
};

/**
 * What can go wrong with a call, as a word that is stored, logged and shown: an outage (`unreachable`, `timeout`,
 * `http_<status>`) or an answer that is no good (the others).
 */
export type FaultCode =
  | "unreachable"
  | "timeout"
  | `http_${number}`
  | "broken_stream"
  | "empty"
  | "truncated"
  | "refused"
  | "too_large"
  | "not_json"
  | "not_the_schema";

/** Statuses that say something about our settings or our request, so that the same call would fail again. */
const REPEATABLE_CLIENT_ERRORS = new Set([408, 409, 425, 429]);

/** A call of a model that gave nothing usable. It carries no word of what the model or its host said. */
export class ModelFault extends Error {
  override readonly name = "ModelFault";
  readonly code: FaultCode;
  readonly usage: ModelUsage | undefined;
  /** Milliseconds the host asked to wait (`Retry-After`, RFC 9110 §10.2.3). */
  readonly retryAfterMs: number | undefined;

  /**
   * @param code - what went wrong
   * @param more - tokens that were billed all the same, and when to come back
   */
  constructor(code: FaultCode, more: { readonly usage?: ModelUsage; readonly retryAfterMs?: number } = {}) {
    super(`Cannot use model: ${code}`);
    this.code = code;
    this.usage = more.usage;
    this.retryAfterMs = more.retryAfterMs;
  }

  /** Whether another call may do better. */
  get isWorthRepeating(): boolean {
    const status = /^http_(\d{3})$/.exec(this.code)?.[1];
    return status === undefined || Number(status) >= 500 || REPEATABLE_CLIENT_ERRORS.has(Number(status));
  }
}
