import type { Config } from "../config/config.ts";
import type { DataApi } from "../db/connect-data-api.ts";
import type { WorkerApi } from "../db/connect-worker-api.ts";

/** Everything a use case knows beside its input. */
export type Call = {
  readonly requestId: string;
  readonly config: Config;
  /** The Data API as the verified caller; the only way to any data, but for the draft worker's five RPCs. */
  readonly dataApi: DataApi;
  /** Opens the Data API as the draft worker; `CONFIG_ERROR` in a function that is none. */
  readonly openWorkerApi: () => WorkerApi;
  readonly idempotencyKey: string | undefined;
  /** Seconds of `Prefer: wait=N`, where the client sent it. */
  readonly preferredWaitSeconds: number | undefined;
  /** `Last-Event-ID`: the last event a client that resumes a stream has seen. */
  readonly lastEventId: string | undefined;
  /** Sends requests to hosts the configuration names. */
  readonly fetch: typeof fetch;
  /** Logs a fault that was dealt with, as one short machine word or two. */
  readonly reportFault: (fault: string) => void;
  /** Hands work to the background; it is awaited by nobody, and what it throws is logged by its code. */
  readonly runInBackground: (work: Promise<unknown>) => void;
};
