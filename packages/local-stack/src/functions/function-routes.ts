import { Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import { proxy } from "hono/proxy";

const ROUTE = "/functions/v1";
// Above every function's own limit, so that the functions' own answers are seen; the platform's is of this order.
const BODY_LIMIT_BYTES = 20 * 1024 * 1024;

/**
 * Hands `/functions/v1/<name>/*` to the process that serves the function, which sees the path `/<name>/*` as on the
 * platform. Bodies stream both ways; a caller who hangs up is noticed by the function.
 *
 * @param ports - the port of each function's process, by name
 * @returns the routes of the gateway that belong to the functions
 */
export function functionRoutes(ports: ReadonlyMap<string, number>): Hono {
  const limit = bodyLimit({
    maxSize: BODY_LIMIT_BYTES,
    onError: (c) => c.json({ code: "BODY_TOO_LARGE", message: "Request body is too large" }, 413),
  });
  return new Hono().all(`${ROUTE}/:name/*`, limit, async (c) => {
    const port = ports.get(c.req.param("name"));
    if (port === undefined) return c.json({ code: "NOT_FOUND", message: "Requested function was not found" }, 404);
    const { pathname, search } = new URL(c.req.url);
    const target = `http://127.0.0.1:${port}${pathname.slice(ROUTE.length)}${search}`;
    try {
      return await proxy(target, { raw: c.req.raw, signal: c.req.raw.signal, redirect: "manual" });
    } catch {
      return c.json({ code: "BOOT_ERROR", message: "Function is down or restarting" }, 503, { "Retry-After": "1" });
    }
  });
}
