import { processIdentity } from "./process-identity.ts";
import { readProcess } from "./read-process.ts";

const CHECK_INTERVAL_MS = 500;
const PACKAGE_MANAGER = /(^|\/)(p?npm|npx)(\.c?js)?( |$)/;

/**
 * Calls back when a package manager that runs this script, or a shell between the two, is gone: `npx`, `pnpm` and their
 * shells die of a SIGTERM without handing it on, so that nothing else would tell the script to end.
 *
 * @param then - called once; never, when no package manager is among this process's ancestors
 */
export async function whenRunnerEnds(then: () => void): Promise<void> {
  const chain = await runnerChain();
  if (chain.length === 0) return;
  const timer = setInterval(async () => {
    const now = await Promise.all(chain.map((identity) => processIdentity(Number.parseInt(identity, 10))));
    if (now.every((identity, index) => identity === chain[index])) return;
    clearInterval(timer);
    then();
  }, CHECK_INTERVAL_MS).unref();
}

/** The ancestors of this process, nearest first, up to the outermost package manager. */
async function runnerChain(): Promise<string[]> {
  const ancestors: { identity: string; isRunner: boolean }[] = [];
  let facts = await readProcess(process.ppid);
  while (facts !== null && facts.parentPid > 0) {
    const isRunner = facts.command.slice(0, 2).some((word) => PACKAGE_MANAGER.test(word));
    ancestors.push({ identity: facts.identity, isRunner });
    facts = await readProcess(facts.parentPid);
  }
  const outermost = ancestors.findLastIndex(({ isRunner }) => isRunner);
  return ancestors.slice(0, outermost + 1).map(({ identity }) => identity);
}
