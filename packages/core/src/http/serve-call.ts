import type { z } from "zod";
import { pseudonym } from "../auth/pseudonym.ts";
import { readCredentials } from "../auth/read-credentials.ts";
import { verifyFirebaseToken } from "../auth/verify-firebase-token.ts";
import { connectDataApi } from "../db/connect-data-api.ts";
import { connectWorkerApi } from "../db/connect-worker-api.ts";
import { fetchInTurn } from "../db/fetch-in-turn.ts";
import { checkHeadersSize, checkJsonContent } from "./check-headers.ts";
import { eventStream } from "./event-stream.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { parseJsonObject } from "./parse-json-object.ts";
import { parseRequest } from "./parse-request.ts";
import type { Platform } from "./platform.ts";
import { idempotencyKey, preferredWaitSeconds } from "./preferences.ts";
import { readBody } from "./read-body.ts";
import { type RequestTrace, traceFailure, traceLine } from "./request-trace.ts";
import { runInBackground } from "./run-in-background.ts";
import type { Runtime } from "./runtime.ts";

const MAX_BODY_BYTES = 64 * 1024;
const BODY_DEADLINE_MS = 10_000;

/**
 * Serves one POST, from the cheapest refusal to the dearest: headers, configuration, identity, body, input, and only
 * then the use case. Nothing touches the database before the caller is known and the input is parsed.
 *
 * @param definition - the function
 * @param request - as received; its body is read here
 * @param context - where it runs, and the trace to fill in
 * @returns the use case's answer as JSON, or its events as a stream
 * @throws ApiError any refusal; the caller turns it into an answer
 */
export async function serveCall<Input extends z.ZodType>(
  definition: FunctionDefinition<Input>,
  request: Request,
  context: { readonly platform: Platform; readonly runtime: () => Runtime; readonly trace: RequestTrace },
): Promise<Response> {
  const { platform, trace } = context;
  const { headers } = request;
  checkHeadersSize(headers);
  const { config, keys, slots } = context.runtime();

  const token = readCredentials(headers, config.apiKeys);
  const { clock } = platform;
  const identity = await verifyFirebaseToken(token, { projectId: config.firebaseProjectId, keys, clock });
  trace.user = await pseudonym(config.firebaseProjectId, identity.uid);

  checkJsonContent(headers);
  const maxBytes = definition.maxBodyBytes ?? MAX_BODY_BYTES;
  const body = parseJsonObject(await readBody(request, { maxBytes, deadlineMs: BODY_DEADLINE_MS }));
  const logBackground = (thrown: unknown) => {
    const background = traceFailure({ ...trace, method: "BACKGROUND" }, thrown);
    platform.writeLogLine(traceLine(clock(), background));
  };
  const { requestId } = trace;
  // The worker's calls take no turns: each ends work that was done already, and a draft makes one at a time.
  const send = timed(platform.fetch, trace);
  const sendInTurn = timed(fetchInTurn(platform.fetch, slots), trace);
  const call = {
    requestId,
    config,
    dataApi: connectDataApi(config, { token, requestId, slug: definition.slug, fetch: sendInTurn }),
    openWorkerApi: () => connectWorkerApi(config, { requestId, slug: definition.slug, fetch: send }),
    idempotencyKey: idempotencyKey(headers),
    preferredWaitSeconds: preferredWaitSeconds(headers),
    lastEventId: headers.get("last-event-id") ?? undefined,
    fetch: platform.fetch,
    reportFault: (fault: string) =>
      platform.writeLogLine(traceLine(clock(), { ...trace, method: "BACKGROUND", status: 200, fault })),
    runInBackground: (work: Promise<unknown>) => runInBackground(work, logBackground),
  };
  const input = parseRequest(definition.input, body);

  if (definition.stream !== undefined && headers.get("accept")?.includes("text/event-stream")) {
    return eventStream(definition.stream(input, call), trace.requestId);
  }
  return Response.json(await definition.handle(input, call));
}

function timed(send: typeof fetch, trace: RequestTrace): typeof fetch {
  return async (input, init) => {
    const startedMs = performance.now();
    try {
      return await send(input, init);
    } finally {
      trace.databaseMs += performance.now() - startedMs;
    }
  };
}
