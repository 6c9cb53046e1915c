import { InterruptionError } from "../process/interruption-error.ts";
import { StackError } from "../state/stack-error.ts";
import { foreignFailure } from "./foreign-failure.ts";

/**
 * Ends a command in words: what failed, why, and what to do. The exit code becomes 1, or that of the signal which
 * interrupted it.
 *
 * @param error - what was thrown; a fault of the program, such as a TypeError, is thrown again
 */
export function reportFailure(error: unknown): void {
  const told = (error instanceof Error && foreignFailure(error)) || error;
  if (!(told instanceof Error) || !isInWords(told)) throw error;
  console.error(told.message);
  if (told instanceof StackError) console.error(`What to do: ${told.remedy}.`);
  process.exitCode = told instanceof InterruptionError ? told.exitCode : 1;
}

// A plain error says what it is about; those of a class of their own come from elsewhere and are no words for a user.
function isInWords(error: Error): boolean {
  return error instanceof StackError || error instanceof InterruptionError || error.constructor === Error;
}
