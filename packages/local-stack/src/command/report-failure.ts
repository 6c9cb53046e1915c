import { z } from "zod";
import { StackError } from "../state/stack-error.ts";

/**
 * Ends a command in words: what failed, why, and what to do. The exit code becomes 1.
 *
 * @param error - what was thrown; anything that is no mistake of the user's is thrown again
 */
export function reportFailure(error: unknown): void {
  if (error instanceof StackError) {
    console.error(`${error.message}\nWhat to do: ${error.remedy}.`);
  } else if (error instanceof z.ZodError || error instanceof SyntaxError || isParseArgsError(error)) {
    const why = error instanceof TypeError ? error.message : "a number or a JSON object was expected";
    console.error(`Cannot read the options: ${why}\nWhat to do: see --help.`);
  } else {
    throw error;
  }
  process.exitCode = 1;
}

// https://nodejs.org/api/errors.html#err_parse_args_unknown_option and its two siblings
function isParseArgsError(error: unknown): boolean {
  return error instanceof TypeError && "code" in error && String(error.code).startsWith("ERR_PARSE_ARGS");
}
