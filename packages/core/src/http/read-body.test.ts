import { describe, expect, test } from "vitest";
import { readBody } from "./read-body.ts";

const LIMITS = { maxBytes: 1_000, deadlineMs: 5_000 };

function streamed(pull: (controller: ReadableStreamDefaultController<Uint8Array>) => void | Promise<void>) {
  let cancelled = false;
  const body = new ReadableStream<Uint8Array>({
    pull,
    cancel: () => {
      cancelled = true;
    },
  });
  // A streamed body has to be declared half duplex, which the DOM types do not know.
  const init = { method: "POST", body, duplex: "half" };
  const request = new Request("http://localhost/", init);
  return { request, wasCancelled: () => cancelled };
}

const outcome = (read: Promise<Uint8Array>) => read.then(String, (error) => error.code);

describe("readBody() refuses", () => {
  test("I10 a declared length over the limit, without reading", async () => {
    const request = new Request("http://localhost/", {
      method: "POST",
      headers: { "content-length": "1001" },
      body: "x",
    });
    expect(await outcome(readBody(request, LIMITS))).toBe("PAYLOAD_TOO_LARGE");
    expect(request.bodyUsed).toBe(false);
  });

  test("I11 an undeclared length as soon as the limit is passed", async () => {
    let sent = 0;
    const { request, wasCancelled } = streamed((controller) => {
      sent += 400;
      controller.enqueue(new Uint8Array(400));
    });
    expect(await outcome(readBody(request, LIMITS))).toBe("PAYLOAD_TOO_LARGE");
    expect(sent).toBeLessThan(3_000);
    expect(wasCancelled()).toBe(true);
  });

  test("I11 a false length is not believed", async () => {
    const { request } = streamed((controller) => controller.enqueue(new Uint8Array(2_000)));
    request.headers.set("content-length", "3");
    expect(await outcome(readBody(request, LIMITS))).toBe("PAYLOAD_TOO_LARGE");
  });

  test("I11 a body that never ends, and frees it", async () => {
    const { request, wasCancelled } = streamed(() => new Promise(() => undefined));
    expect(await outcome(readBody(request, { maxBytes: 1_000, deadlineMs: 20 }))).toBe("REQUEST_TIMEOUT");
    expect(wasCancelled()).toBe(true);
  });

  test("a body that breaks off", async () => {
    const { request } = streamed((controller) => controller.error(new Error("connection lost")));
    expect(await outcome(readBody(request, LIMITS))).toBe("REQUEST_TIMEOUT");
  });
});

describe("readBody() reads", () => {
  test("I10 exactly the limit", async () => {
    const request = new Request("http://localhost/", { method: "POST", body: "x".repeat(1_000) });
    expect((await readBody(request, LIMITS)).byteLength).toBe(1_000);
  });

  test("chunks in order", async () => {
    const chunks = [1, 2, 3];
    const { request } = streamed((controller) => {
      const next = chunks.shift();
      if (next === undefined) controller.close();
      else controller.enqueue(Uint8Array.of(next, next));
    });
    expect([...(await readBody(request, LIMITS))]).toEqual([1, 1, 2, 2, 3, 3]);
  });

  test("no body as no bytes", async () => {
    const request = new Request("http://localhost/", { method: "POST" });
    expect((await readBody(request, LIMITS)).byteLength).toBe(0);
  });
});
