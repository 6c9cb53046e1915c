import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import type { StackState } from "@patient-medical-history/local-stack";
import { listenTo } from "./silence/listen-to.ts";

/** A Data API in a process of its own. */
export interface DataApiLife {
  readonly port: number;
  /** `kill -9`; throws when it told a patient's word. */
  readonly kill: () => Promise<void>;
}

/**
 * Starts the Data API, with the keys and the identity issuer of a running stack.
 *
 * @param state - of the stack; `dbUrl` may be another database, or a proxy in front of it
 * @returns the process once it listens; it reads the schema at its first call
 */
export async function startDataApi(state: StackState): Promise<DataApiLife> {
  const { dbUrl, publishableKey, secretKey, firebaseProjectId, jwksUrl } = state;
  const options = JSON.stringify({ dbUrl, publishableKey, secretKey, firebaseProjectId, jwksUrl });
  const child = spawn(process.execPath, [join(import.meta.dirname, "serve-data-api.ts"), options], {
    stdio: ["ignore", "pipe", "pipe"],
  });
  const expectSilence = listenTo("the Data API", child.stdout, child.stderr);
  const exited = once(child, "exit");
  const [line] = await Promise.race([once(createInterface({ input: child.stdout }), "line"), exited]);
  return {
    port: Number(line),
    kill: async () => {
      child.kill("SIGKILL");
      await exited;
      expectSilence();
    },
  };
}
