import { guardOrphan } from "./guard-orphan.ts";
import { processIdentity } from "./process-identity.ts";

/**
 * Has a child process ended when this process dies without doing so itself.
 *
 * @param pid - its process id; none, when it could not be started
 * @returns what calls that off again, once the child has ended
 */
export async function guardChild(pid: number | undefined): Promise<() => void> {
  const identity = pid === undefined ? null : await processIdentity(pid);
  return identity === null ? () => {} : guardOrphan({ process: identity });
}
