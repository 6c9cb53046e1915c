import type { HttpBindings } from "@hono/node-server";
import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { proxy } from "hono/proxy";

const ROUTE = "/functions/v1";
// Above every function's own limit, so that the functions' own answers are seen; the platform's is of this order.
const BODY_LIMIT_BYTES = 20 * 1024 * 1024;

/** What the Node adapter tells of a connection. */
export type NodeEnv = { Bindings: HttpBindings };

/**
 * Hands `/functions/v1/<name>/*` to the process that serves the function, which sees the path `/<name>/*` as on the
 * platform. Bodies stream both ways; a caller who hangs up is noticed by the function.
 *
 * @param ports - the port of each function's process, by name
 * @returns the routes of the gateway that belong to the functions
 */
export function functionRoutes(ports: ReadonlyMap<string, number>): Hono<NodeEnv> {
  const limit = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (c) =>
      // What is left of the body is too much to read, so the connection goes with it.
      c.json({ code: "BODY_TOO_LARGE", message: "Request body is too large" }, 413, { Connection: "close" }),
  });
  return new Hono<NodeEnv>().all(`${ROUTE}/:name/*`, limit, async (c) => {
    const port = ports.get(c.req.param("name"));
    if (port === undefined) return c.json({ code: "NOT_FOUND", message: "Requested function was not found" }, 404);
    // No client of fetch sends it (https://fetch.spec.whatwg.org/#forbidden-method), and the platform passes none on.
    if (c.req.method === "TRACE") return c.json({ message: "Method not allowed" }, 405, { Allow: "POST, OPTIONS" });
    const { pathname, search } = new URL(c.req.url);
    const target = `http://127.0.0.1:${port}${pathname.slice(ROUTE.length)}${search}`;
    try {
      const { raw } = c.req;
      const streamed = raw.body ? { body: keepOpen(raw.body), duplex: "half" } : {};
      const response = await proxy(target, { raw, signal: raw.signal, redirect: "manual", ...streamed });
      return new Response(response.body && passOn(response.body, c.env.outgoing), response);
    } catch {
      return c.json({ code: "BOOT_ERROR", message: "Function is down or restarting" }, 503, { "Retry-After": "1" });
    }
  });
}

// A function that reads no further must not end the caller's connection, as cancelling the body itself would.
function keepOpen(body: ReadableStream<Uint8Array>): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      const { done, value } = await reader.read();
      if (done) controller.close();
      else controller.enqueue(value);
    },
  });
}

// A stream that breaks off must reach the caller as a broken connection; the adapter would end it as if it were whole.
function passOn(body: ReadableStream<Uint8Array>, outgoing: HttpBindings["outgoing"]): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  return new ReadableStream({
    async pull(controller) {
      try {
        const { done, value } = await reader.read();
        if (done) controller.close();
        else controller.enqueue(value);
      } catch {
        outgoing.destroy();
        controller.close();
      }
    },
    cancel: (reason) => reader.cancel(reason),
  });
}
