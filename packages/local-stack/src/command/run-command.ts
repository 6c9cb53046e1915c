import { reportFailure } from "./report-failure.ts";

/**
 * Runs a command to its end; what goes wrong ends it in words and with an exit code.
 *
 * @param command - the command
 * @example
 * await runCommand(async () => console.log(readOptions({ options: {} })));
 */
export async function runCommand(command: () => Promise<void>): Promise<void> {
  await command().catch(reportFailure);
}
