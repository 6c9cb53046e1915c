import { type Context, Hono } from "hono";
import { cors } from "hono/cors";
import type { z } from "zod";
import { ApiError } from "./api-error.ts";
import { errorBody, errorHeaders, toApiError } from "./error-response.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import type { Platform } from "./platform.ts";
import { readiness } from "./readiness.ts";
import { requestId } from "./request-id.ts";
import { type RequestTrace, traceFailure, traceLine } from "./request-trace.ts";
import { lazyRuntime, type Runtime } from "./runtime.ts";
import { serveCall } from "./serve-call.ts";

type Variables = { trace: RequestTrace };

/** What the mobile and browser clients send, and nothing more. */
const REQUEST_HEADERS = [
  "apikey",
  "authorization",
  "content-type",
  "x-firebase-token",
  "x-request-id",
  "idempotency-key",
  "prefer",
  "accept",
  "last-event-id",
];

/** The Supabase client library adds its own name to each call. */
const CLIENT_HEADERS = ["x-client-info"];

const PREFLIGHT_SECONDS = 600;

/**
 * Puts a function on HTTP: its routes, CORS, request id, log line, and the one place where errors become answers.
 *
 * @param definition - the function
 * @param platform - where it runs
 * @returns an app whose `fetch` answers every request, whatever its path or method
 */
export function createFunctionApp<Input extends z.ZodType>(
  definition: FunctionDefinition<Input>,
  platform: Platform,
): Hono<{ Variables: Variables }> {
  const runtime = lazyRuntime(platform, definition);
  const root = `/${definition.slug}`;
  const app = new Hono<{ Variables: Variables }>({ getPath: pathAsDeployed });

  app.use(async (context, next) => {
    const trace: RequestTrace = {
      requestId: requestId(context.req.header("x-request-id")),
      function: definition.slug,
      method: context.req.method,
      startedMs: performance.now(),
      databaseMs: 0,
      status: 0,
    };
    context.set("trace", trace);
    await next();
    context.header("x-request-id", trace.requestId);
    context.header("cache-control", "no-store");
    context.header("x-content-type-options", "nosniff");
    trace.status = context.res.status;
    platform.writeLogLine(traceLine(platform.clock(), trace));
  });

  app.use(
    cors({
      origin: (origin) => (allowedOrigins(runtime).includes(origin) ? origin : null),
      allowMethods: ["POST", "GET", "OPTIONS"],
      allowHeaders: [...REQUEST_HEADERS, ...CLIENT_HEADERS],
      exposeHeaders: ["x-request-id", "retry-after"],
      maxAge: PREFLIGHT_SECONDS,
    }),
  );

  app.get(`${root}/health`, (context) => context.json({ success: true, status: "ok" }));
  app.get(`${root}/ready`, async (context) => {
    const { checks, error } = await readiness(runtime, platform);
    if (error === undefined) return context.json({ success: true, status: "ok", checks });
    return answerError(context, error, { checks });
  });
  app.post(root, (context) =>
    serveCall(definition, context.req.raw, { platform, runtime, trace: context.get("trace") }),
  );

  app.all(root, () => {
    throw new ApiError("METHOD_NOT_ALLOWED", { allow: ["POST", "OPTIONS"] });
  });
  for (const probe of [`${root}/health`, `${root}/ready`]) {
    app.all(probe, () => {
      throw new ApiError("METHOD_NOT_ALLOWED", { allow: ["GET", "OPTIONS"] });
    });
  }
  app.notFound((context) => answerError(context, new ApiError("NOT_FOUND")));
  app.onError((thrown, context) => answerError(context, thrown));
  return app;
}

/** The platform gives `/<slug>/…`; a gateway that keeps its prefix gives `/functions/v1/<slug>/…`. */
function pathAsDeployed(request: Request): string {
  return new URL(request.url).pathname.replace(/^\/functions\/v1(?=\/)/, "");
}

/** A function whose settings are wrong allows no origin; its answer then says what is wrong. */
function allowedOrigins(runtime: () => Runtime): readonly string[] {
  try {
    return runtime().config.allowedOrigins;
  } catch {
    return [];
  }
}

function answerError(context: Context<{ Variables: Variables }>, thrown: unknown, extra: object = {}): Response {
  const error = toApiError(thrown);
  const trace = traceFailure(context.get("trace"), error);
  return Response.json(
    { ...errorBody(error, trace.requestId), ...extra },
    { status: error.status, headers: errorHeaders(error) },
  );
}
