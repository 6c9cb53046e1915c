import { readFile } from "node:fs/promises";
import process from "node:process";
import { Hono } from "hono";

const app = new Hono()
  .basePath("/probe")
  .get("/health", (c) => c.json({ ok: true }))
  .get("/path", (c) => c.json({ path: c.req.path, query: c.req.query() }))
  .get("/variable/:name", (c) => attempt(c, async () => process.env[c.req.param("name")] ?? null))
  .get("/file", (c) => attempt(c, () => readFile("/etc/hostname", "utf8")))
  .get("/fetch", (c) => attempt(c, async () => (await fetch(c.req.query("url") ?? "")).status))
  .post("/echo", (c) => new Response(c.req.raw.body))
  .post("/refuse", (c) => c.json({ error: "unread" }, 413))
  .get("/ticks", () => ticks())
  .get("/stopped-ticks", (c) => c.json({ stopped: stoppedTicks }))
  .get("/crash", () => process.exit(3));

export default { fetch: app.fetch };

let stoppedTicks = 0;

async function attempt(c: { json: (body: object) => Response }, work: () => Promise<unknown>): Promise<Response> {
  try {
    return c.json({ value: await work() });
  } catch (error) {
    return c.json({ error: error instanceof Error ? error.name : "unknown" });
  }
}

/** A stream without an end: one event at a time, as fast as it is read. */
function ticks(): Response {
  let count = 0;
  const body = new ReadableStream<Uint8Array>({
    async pull(controller) {
      await new Promise((resolve) => setTimeout(resolve, 5));
      controller.enqueue(new TextEncoder().encode(`data: ${++count}\n\n`));
    },
    cancel() {
      stoppedTicks += 1;
    },
  });
  return new Response(body, { headers: { "content-type": "text/event-stream" } });
}
