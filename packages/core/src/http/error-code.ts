/** What is fixed about one error code: its status, the sentence a developer reads, and when to come back. */
type ErrorRule = { readonly status: number; readonly sentence: string; readonly retryAfterSeconds?: number };

/**
 * Every code that can leave a function, with its status and its sentence. The list is closed.
 *
 * Codes are wire values: add, never rename. Sentences say the action and the state, never a value of the request.
 * `docs/errors.md` is the page clients read; a test compares the two.
 */
export const ERROR_RULES = {
  INVALID_JSON: { status: 400, sentence: "Cannot read request: body is not valid JSON in UTF-8" },
  INVALID_REQUEST: { status: 400, sentence: "Cannot read request: a field has the wrong type or format" },
  MISSING_PARAMS: { status: 400, sentence: "Cannot read request: a required field is missing" },
  AMBIGUOUS_CREDENTIALS: { status: 400, sentence: "Cannot authenticate: two different Firebase tokens were sent" },

  MISSING_TOKEN: { status: 401, sentence: "Cannot authenticate: no Firebase ID token was sent" },
  INVALID_FIREBASE_TOKEN: { status: 401, sentence: "Cannot authenticate: Firebase ID token is not valid" },
  TOKEN_EXPIRED: { status: 401, sentence: "Cannot authenticate: Firebase ID token has expired" },
  TOKEN_REVOKED: { status: 401, sentence: "Cannot authenticate: Firebase ID token was revoked" },

  ROLE_CLAIM_MISSING: { status: 403, sentence: "Cannot authorise: token's role claim is not authenticated" },
  USER_NOT_PROVISIONED: { status: 403, sentence: "Cannot authorise: user is not provisioned" },
  USER_DISABLED: { status: 403, sentence: "Cannot authorise: user is disabled" },
  FORBIDDEN: { status: 403, sentence: "Cannot authorise: caller may not do this" },

  SESSION_NOT_FOUND: { status: 404, sentence: "Cannot find encounter: no such encounter for this caller" },
  APPOINTMENT_NOT_FOUND: { status: 404, sentence: "Cannot find appointment: no such appointment for this caller" },
  PATIENT_NOT_FOUND: { status: 404, sentence: "Cannot find patient: no such patient for this caller" },
  SNAPSHOT_NOT_FOUND: { status: 404, sentence: "Cannot find context snapshot: encounter has none" },
  NOT_FOUND: { status: 404, sentence: "Cannot find resource: no such note or path" },

  METHOD_NOT_ALLOWED: { status: 405, sentence: "Cannot serve request: method is not allowed here" },
  REQUEST_TIMEOUT: { status: 408, sentence: "Cannot read request: body did not arrive in time" },
  PAYLOAD_TOO_LARGE: { status: 413, sentence: "Cannot read request: body is over the limit" },
  UNSUPPORTED_MEDIA_TYPE: { status: 415, sentence: "Cannot read request: body is not uncompressed application/json" },
  HEADERS_TOO_LARGE: { status: 431, sentence: "Cannot read request: headers are over the limit" },

  NOTE_NOT_SIGNED: { status: 409, sentence: "Cannot merge SOAP note: note is not signed" },
  NOTE_RETRACTED: { status: 409, sentence: "Cannot use SOAP note: note was retracted" },
  DRAFT_LOCKED: { status: 409, sentence: "Cannot change SOAP note: note is signed" },
  REVISION_CONFLICT: { status: 409, sentence: "Cannot change resource: it was changed since it was read" },
  REVIEW_INCOMPLETE: { status: 409, sentence: "Cannot sign SOAP note: review is not complete" },

  IDEMPOTENCY_KEY_REUSED: {
    status: 422,
    sentence: "Cannot repeat request: idempotency key belongs to another request",
  },
  TRANSCRIPT_EMPTY: { status: 422, sentence: "Cannot draft SOAP note: encounter has no transcript" },

  RATE_LIMITED: { status: 429, sentence: "Cannot serve request: too many requests", retryAfterSeconds: 60 },
  LLM_BUDGET_EXHAUSTED: { status: 429, sentence: "Cannot draft SOAP note: budget is used up", retryAfterSeconds: 3600 },

  INTERNAL_ERROR: { status: 500, sentence: "Cannot serve request: internal error" },
  CONFIG_ERROR: { status: 500, sentence: "Cannot serve request: function is not configured" },

  IDENTITY_PROVIDER_UNAVAILABLE: {
    status: 503,
    sentence: "Cannot authenticate: identity provider's keys are unavailable",
    retryAfterSeconds: 5,
  },
  DATABASE_UNAVAILABLE: {
    status: 503,
    sentence: "Cannot serve request: database is unavailable",
    retryAfterSeconds: 5,
  },
} as const satisfies Record<string, ErrorRule>;

/** One of the codes of {@link ERROR_RULES}. */
export type ErrorCode = keyof typeof ERROR_RULES;

/**
 * Tells whether a word is one of our error codes, as it must be before it is trusted to choose a status.
 *
 * @param word - any text, for instance the `hint` of a Data API error
 * @returns true when `word` is a key of {@link ERROR_RULES}
 */
export function isErrorCode(word: string): word is ErrorCode {
  return Object.hasOwn(ERROR_RULES, word);
}

/**
 * Looks up what is fixed about a code.
 *
 * @param code - one of the closed list
 * @returns its status, sentence and, for 429 and 503, the seconds of `Retry-After`
 */
export function errorRule(code: ErrorCode): ErrorRule {
  return ERROR_RULES[code];
}
