import { once } from "node:events";
import { createServer, type IncomingMessage, type Server } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { Hono } from "hono";
import type { DataApi } from "../data-api/data-api.ts";
import type { NodeEnv } from "../functions/function-routes.ts";
import { StackError } from "../state/stack-error.ts";

const USUAL_PORT = 54321;
// Above the functions' own limit, so that it is they who answer.
const MAX_HEADER_BYTES = 64 * 1024;
// The default of nginx, which stands before the platform. Node's five seconds end a connection just when a caller uses it again.
const KEEP_ALIVE_MS = 75_000;

/** The parts behind the gateway. */
export interface GatewayParts {
  readonly issuer: Hono;
  readonly dataApi: DataApi;
  readonly functions: Hono<NodeEnv>;
}

/** The listening gateway. */
export interface Gateway {
  readonly port: number;
  /** Lets requests through to the parts; until then each is answered 503. */
  readonly open: (parts: GatewayParts) => void;
  /** Stops listening and drops open connections. */
  readonly close: () => Promise<void>;
}

/**
 * Listens on the API port, and hands each request to the part its path names, as the platform's gateway does.
 *
 * @param requestedPort - a port of 127.0.0.1; without it 54321, or any free one where that is taken
 * @throws StackError when the requested port is taken
 */
export async function startGateway(requestedPort?: number): Promise<Gateway> {
  let app = new Hono<NodeEnv>().all("*", (c) => c.json({ message: "The stack is starting" }, 503));
  // Its clean-up closes a connection half a second after an answer, when the caller may be using it again.
  const options = { autoCleanupIncoming: false };
  const listener = getRequestListener((request, env) => app.fetch(request, env), options);
  const server = createServer(
    { maxHeaderSize: MAX_HEADER_BYTES, keepAliveTimeout: KEEP_ALIVE_MS },
    (incoming, outgoing) => {
      outgoing.once("close", () => forgetRest(incoming));
      return listener(incoming, outgoing);
    },
  );
  const port =
    requestedPort === undefined
      ? await listen(server, USUAL_PORT).catch(() => listen(server, 0))
      : await listen(server, requestedPort).catch((error: unknown) =>
          Promise.reject(portFailure(requestedPort, error)),
        );
  return {
    port,
    open: (parts) => {
      app = routes(parts);
    },
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

function routes(parts: GatewayParts): Hono<NodeEnv> {
  return new Hono<NodeEnv>()
    .route("/", parts.issuer)
    .all("/rest/v1/*", (c) => parts.dataApi.fetch(c.req.raw))
    .route("/", parts.functions)
    .notFound((c) => c.json({ message: "no Route matched with those values" }, 404));
}

// A connection with half a body in it cannot carry the caller's next request, so the rest is read for nobody.
function forgetRest(incoming: IncomingMessage): void {
  incoming.removeAllListeners("data").resume();
}

async function listen(server: Server, port: number): Promise<number> {
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  return typeof address === "object" && address !== null ? address.port : port;
}

function portFailure(port: number, error: unknown): StackError {
  return new StackError(
    "start the gateway",
    `port ${port} of 127.0.0.1 is taken`,
    "leave the port out to get a free one, or name another with --port",
    error,
  );
}
