import { type ParseArgsConfig, parseArgs } from "node:util";
import { StackError } from "../state/stack-error.ts";

/**
 * Reads a command line, and refuses it in a sentence instead of a stack trace.
 *
 * @param config - as `parseArgs` of Node takes it
 * @returns what `parseArgs` makes of it
 * @throws StackError for an option or argument the command does not take, or one that lacks its value
 * @see https://nodejs.org/api/util.html#utilparseargsconfig
 * @example
 * const { values } = readOptions({ options: { help: { type: "boolean", default: false } } });
 */
export function readOptions<Config extends ParseArgsConfig>(config: Config): ReturnType<typeof parseArgs<Config>> {
  try {
    return parseArgs(config);
  } catch (error) {
    if (!isParseArgsError(error)) throw error;
    // Node goes on with advice for programmers: "Unknown option '--prot'. To specify a positional argument …".
    const [sentence = ""] = error.message.split(". ");
    const state = `${sentence.charAt(0).toLowerCase()}${sentence.slice(1)}`;
    throw new StackError("read the command line", state, "see --help", error);
  }
}

// https://nodejs.org/api/errors.html#err_parse_args_unknown_option and its two siblings
function isParseArgsError(error: unknown): error is TypeError {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
