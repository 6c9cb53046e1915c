import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { guardChild, type StackState } from "@patient-medical-history/local-stack";
import { denoCommand } from "../../packages/local-stack/src/functions/deno-command.ts";
import { isHealthy } from "../../packages/local-stack/src/functions/is-healthy.ts";
import { findFreePort } from "../../packages/local-stack/src/process/find-free-port.ts";
import { listenTo } from "./silence/listen-to.ts";

const POLL_INTERVAL_MS = 50;
const FUNCTIONS = join(import.meta.dirname, "../../supabase/functions");

/** One process of a function, apart from those of the stack. */
export interface FunctionLife {
  readonly url: string;
  /** Ends it at once, in the middle of whatever it does; throws when it told a patient's word. */
  readonly kill: () => Promise<void>;
}

/**
 * Serves a function on a running stack, in a process that may be killed.
 *
 * @param slug - of the function
 * @param state - of the stack; `apiUrl` may be another Data API's, or a proxy in front of it
 * @param environment - laid over the stack's own, such as who writes the drafts
 * @returns the process once it answers
 */
export async function startFunctionLife(
  slug: string,
  state: StackState,
  environment: Readonly<Record<string, string>> = {},
): Promise<FunctionLife> {
  const port = await findFreePort();
  const { program, args, env } = denoCommand({
    ...{ folder: join(FUNCTIONS, slug), port, watch: false },
    environment: {
      SUPABASE_URL: state.apiUrl,
      SUPABASE_ANON_KEY: state.publishableKey,
      SUPABASE_SERVICE_ROLE_KEY: state.secretKey,
      FIREBASE_PROJECT_ID: state.firebaseProjectId,
      FIREBASE_JWKS_URL: state.jwksUrl,
      ...environment,
    },
  });
  const child = spawn(program, args, { env: { ...env }, stdio: ["ignore", "pipe", "pipe"] });
  // A run of tests that is killed ends none; this does.
  const release = await guardChild(child.pid);
  child.once("exit", release);
  const expectSilence = listenTo(slug, child.stdout, child.stderr);
  const url = `http://127.0.0.1:${port}/${slug}`;
  while (!(await isHealthy(`${url}/health`))) {
    if (child.exitCode !== null) throw new Error(`Cannot serve ${slug}: it ended with ${child.exitCode}`);
    await setTimeout(POLL_INTERVAL_MS);
  }
  return {
    url,
    kill: async () => {
      await killAtOnce(child);
      expectSilence();
    },
  };
}

async function killAtOnce(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const ended = once(child, "exit");
  child.kill("SIGKILL");
  await ended;
}
