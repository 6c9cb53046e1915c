import { serve } from "@hono/node-server";
import { Hono } from "hono";
import type { DataApi } from "../data-api/data-api.ts";
import type { NodeEnv } from "../functions/function-routes.ts";
import { StackError } from "../state/stack-error.ts";

// Above the functions' own limit, so that it is they who answer.
const MAX_HEADER_BYTES = 64 * 1024;

/** The parts behind the gateway. */
export interface GatewayParts {
  readonly issuer: Hono;
  readonly dataApi: DataApi;
  readonly functions: Hono<NodeEnv>;
}

/**
 * Listens on the API port and hands each request to the part its path names, as the platform's gateway does.
 *
 * @param port - the API port on 127.0.0.1
 * @param parts - what stands behind it
 * @returns what stops listening and drops open connections
 * @throws StackError when the port is taken
 */
export async function startGateway(port: number, parts: GatewayParts): Promise<() => Promise<void>> {
  const app = new Hono<NodeEnv>()
    .route("/", parts.issuer)
    .all("/rest/v1/*", (c) => parts.dataApi.fetch(c.req.raw))
    .route("/", parts.functions)
    .notFound((c) => c.json({ message: "no Route matched with those values" }, 404));
  return new Promise((resolve, reject) => {
    const serverOptions = { maxHeaderSize: MAX_HEADER_BYTES };
    const server = serve({ fetch: app.fetch, port, hostname: "127.0.0.1", serverOptions }, () => {
      resolve(() => {
        const closed = new Promise<void>((done) => server.close(() => done()));
        if ("closeAllConnections" in server) server.closeAllConnections();
        return closed;
      });
    });
    server.once("error", (error) => reject(portFailure(port, error)));
  });
}

function portFailure(port: number, error: Error): StackError {
  return new StackError(
    "start the gateway",
    `port ${port} of 127.0.0.1 is taken`,
    "leave the port out to get a free one, or name another with --port",
    error,
  );
}
