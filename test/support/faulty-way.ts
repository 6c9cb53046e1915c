import type { StackState } from "@patient-medical-history/local-stack";
import { JWKS_PATH } from "../../packages/local-stack/src/identity/local-issuer.ts";
import { functionApps } from "./function-apps.ts";
import { TOLD } from "./silence/canary.ts";
import { startDataApi } from "./start-data-api.ts";
import { startTcpProxy, type TcpProxy } from "./tcp-proxy.ts";

/** Shorter than in production, in the same order: a lock is given up first, then the statement, then the call. */
const LOCK_TIMEOUT_MS = 1500;
const STATEMENT_TIMEOUT_MS = 2000;
const HURRIED_DEADLINE_MS = 1000;
const MAX_ATTEMPTS = 20;

/** Three functions, a Data API of their own and the stack's database, with a proxy between each two of them. */
export interface FaultyWay {
  /** Between the functions and the Data API. */
  readonly toDataApi: TcpProxy;
  /** Between the Data API and PostgreSQL. */
  readonly toDatabase: TcpProxy;
  /** Lets the functions give up a call after a second, during the work; otherwise they wait as they do in production. */
  readonly hurried: <Result>(work: () => Promise<Result>) => Promise<Result>;
  /** Calls until it is answered, in a hurry: what a client does that honours Retry-After, without the wait. */
  readonly untilServed: (call: () => Promise<FaultyAnswer>) => Promise<FaultyAnswer>;
  /** Calls a function in this process. */
  readonly call: (slug: FaultySlug, token: string, body: object, idempotencyKey?: string) => Promise<FaultyAnswer>;
  /** What PostgreSQL knows the Data API's connections by. */
  readonly applicationName: string;
  /** Every line the functions logged. */
  readonly lines: readonly string[];
  readonly close: () => Promise<void>;
}

/** An answer, and the seconds of its `Retry-After`. */
export type FaultyAnswer = {
  readonly status: number;
  readonly code: unknown;
  readonly retryAfter: string | null;
  readonly json: Readonly<Record<string, unknown>>;
};

export type FaultySlug = "get-patient-history" | "create-context-snapshot" | "update-patient-medical-record";

/**
 * Builds the way of a request once more on the stack's database, with proxies in it that fail as a test tells them.
 *
 * @param state - the running stack
 */
export async function openFaultyWay(state: StackState): Promise<FaultyWay> {
  const database = new URL(state.dbUrl);
  const toDatabase = await startTcpProxy({ port: Number(database.port) });
  database.port = String(toDatabase.port);
  const applicationName = `faulty way at ${toDatabase.port}`;
  database.searchParams.set("application_name", applicationName);
  database.searchParams.set("statement_timeout", String(STATEMENT_TIMEOUT_MS));
  database.searchParams.set("lock_timeout", String(LOCK_TIMEOUT_MS));
  const jwksUrl = `${state.apiUrl}${JWKS_PATH}`;
  const api = await startDataApi({ ...state, jwksUrl, dbUrl: database.href });
  const toDataApi = await startTcpProxy(api);

  const lines: string[] = [];
  let isHurried = false;
  const send: typeof fetch = (input, init) => fetch(input, isHurried ? hurry(init) : init);
  const hurried = async <Result>(work: () => Promise<Result>) => {
    isHurried = true;
    try {
      return await work();
    } finally {
      isHurried = false;
    }
  };
  const environment: Readonly<Record<string, string>> = {
    SUPABASE_URL: `http://127.0.0.1:${toDataApi.port}`,
    SUPABASE_ANON_KEY: state.publishableKey,
    FIREBASE_PROJECT_ID: state.firebaseProjectId,
    FIREBASE_JWKS_URL: jwksUrl,
  };
  const platform = {
    environment: (name: string) => environment[name],
    clock: () => new Date(),
    fetch: send,
    writeLogLine: (line: string) => void lines.push(line),
  };
  const apps = functionApps(platform);

  return {
    toDataApi,
    toDatabase,
    applicationName,
    lines,
    hurried,
    untilServed: (call) =>
      hurried(async () => {
        for (let attempt = 1; ; attempt++) {
          const answer = await call();
          if (answer.status !== 503 || attempt === MAX_ATTEMPTS) return answer;
        }
      }),
    async call(slug, token, body, idempotencyKey) {
      const key = idempotencyKey === undefined ? {} : { "idempotency-key": idempotencyKey };
      const headers = { "content-type": "application/json", "x-firebase-token": token, ...key };
      const request = new Request(`http://localhost/${slug}`, { method: "POST", headers, body: JSON.stringify(body) });
      const response = await apps[slug].fetch(request);
      const json: Record<string, unknown> = await response.json();
      return { status: response.status, code: json["code"], retryAfter: response.headers.get("retry-after"), json };
    },
    async close() {
      await api.kill();
      await Promise.all([toDataApi.close(), toDatabase.close()]);
      if (TOLD.test(lines.join("\n"))) throw new Error("Cannot pass: a function's log told a patient's word");
    },
  };
}

function hurry(init: RequestInit | undefined): RequestInit {
  const deadline = AbortSignal.timeout(HURRIED_DEADLINE_MS);
  return { ...init, signal: init?.signal == null ? deadline : AbortSignal.any([init.signal, deadline]) };
}
