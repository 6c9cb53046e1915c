import type { TestProject } from "vitest/node";
import { shareDraftingStack } from "./share-drafting-stack.ts";
import { shareScratchServer } from "./share-scratch-server.ts";
import { shareStack } from "./share-stack.ts";
import { shareUsedClone } from "./share-used-clone.ts";

/** What projects of the suite share, and which they are. */
const SERVERS = [
  { users: ["access", "audit", "database", "record"], share: shareScratchServer },
  { users: ["access", "http"], share: shareStack },
  { users: ["drafting"], share: shareDraftingStack },
  { users: ["stack"], share: shareUsedClone },
];

/**
 * Starts, side by side, the servers that the projects of this run share, and none that no project uses.
 *
 * @param root - the root project, which knows the others
 * @returns what stops the servers that were started here, and fails when one of them told what it should not
 * @throws what kept a server from starting; the others are stopped then
 */
export default async function shareServers({ vitest }: TestProject): Promise<() => Promise<void>> {
  const starts = await Promise.allSettled(
    SERVERS.map(async ({ users, share }) => {
      const projects = vitest.projects.filter(({ name }) => users.includes(name));
      if (projects.length === 0) return async () => undefined;
      const server = await share();
      for (const project of projects) server.provideTo(project);
      return server.stop;
    }),
  );
  const stop = () =>
    settleAll(starts.flatMap((start) => (start.status === "fulfilled" ? [start.value] : [])).map((stop) => stop()));
  const failed = starts.find((start) => start.status === "rejected");
  if (failed !== undefined) {
    await stop();
    throw failed.reason;
  }
  return stop;
}

/** Waits for all, also where one fails; then fails as the first of them that did. */
async function settleAll(works: readonly Promise<void>[]): Promise<void> {
  await Promise.allSettled(works);
  await Promise.all(works);
}
