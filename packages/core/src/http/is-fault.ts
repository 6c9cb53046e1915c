import { ENVIRONMENT_NAMES, WORKER_KEY_NAMES } from "../config/environment-names.ts";
import { isErrorCode } from "./error-code.ts";

/** What is wrong with a token; which part is not there; what was thrown that is no error. */
const WORDS = new Set([
  ...["anonymous", "claims", "environment", "form", "future", "header", "jwks", "kid", "lifetime", "user_id", "verify"],
  ...["bigint", "boolean", "function", "number", "object", "string", "symbol", "undefined"],
]);
const SETTINGS: ReadonlySet<string> = new Set([...ENVIRONMENT_NAMES, ...WORKER_KEY_NAMES]);

/** A class of errors; Deno's do not call themselves so (https://docs.deno.com/api/deno/~/Deno.errors). */
const CLASS =
  /^(?:(?:[A-Z][A-Za-z]{0,40})?(?:Error|Exception|Fault)|BadResource|BrokenPipe|Busy|Connection(?:Aborted|Refused|Reset)|Http|Interrupted|InvalidData|NotCapable|NotConnected|NotFound|NotSupported|PermissionDenied|TimedOut|UnexpectedEof|WouldBlock)$/;
/** A code of the library that verifies tokens. */
const JOSE = /^ERR_(?:JOSE|JW[A-Z]{1,3})(?:_[A-Z]+)+$/;
/** What the Data API said: an HTTP status, then an SQLSTATE, a code of PostgREST's, or one of ours. */
const UPSTREAM = /^(?:rpc|rest) \d{1,3}(?: (?<code>\S+))?$/;
const UPSTREAM_CODE = /^(?:(?=.*\d)[0-9A-Z]{5}|PGRST[0-9A-Z]{1,3})$/;
/** An RPC whose answer does not fit. */
const RPC_ANSWER = /^rpc_answer [a-z]+(?:_[a-z]+)+$/;
/** Why a draft is not a model's: `ModelResult["reason"]`. */
const DRAFT =
  /^draft (?:attempts|broken_stream|budget|circuit_open|deadline|empty|http_\d{3}|lease_lost|not_json|not_the_schema|refused|timeout|too_large|truncated|unreachable)$/;

/**
 * Tells whether a text is a fault: machine words in the order our code has them, which no sentence and no name, number or
 * address of a person's is.
 *
 * @param text - what is to be logged
 * @returns whether it may be
 * @example
 * isFault("rpc 500 57014"); // true
 * isFault("Alice Example"); // false
 */
export function isFault(text: string): boolean {
  const words = text.split(" ");
  const settings = words.findIndex((word) => !SETTINGS.has(word));
  if (settings === -1) return true;
  const rest = words.slice(settings).join(" ");
  const upstream = UPSTREAM.exec(rest);
  if (upstream !== null) {
    const code = upstream.groups?.["code"];
    return code === undefined || UPSTREAM_CODE.test(code) || isErrorCode(code);
  }
  return settings === 0 && (WORDS.has(rest) || [CLASS, JOSE, RPC_ANSWER, DRAFT].some((pattern) => pattern.test(rest)));
}
