import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { eventStream, type ServerSentEvent } from "./event-stream.ts";

async function* failing(after: number): AsyncGenerator<ServerSentEvent, void> {
  for (let count = 0; count < after; count++) yield { event: "phase", data: { count } };
  throw new ApiError("DRAFT_LOCKED");
}

describe("eventStream()", () => {
  test("throws what comes before the first event, so that it gets a status of its own", async () => {
    await expect(eventStream(failing(0), "request-1")).rejects.toMatchObject({ code: "DRAFT_LOCKED" });
  });

  test("ends with an error event for what comes later", async () => {
    const response = await eventStream(failing(1), "request-1");
    const [first, second, rest] = (await response.text()).split("\n\n");
    expect(first).toBe('event: phase\ndata: {"count":0}');
    expect(second).toMatch(/^event: error\ndata: \{.*"code":"DRAFT_LOCKED","status":409,"requestId":"request-1"\}$/);
    expect(rest).toBe("");
  });

  test("keeps an event on one line, whatever its text", async () => {
    async function* events(): AsyncGenerator<ServerSentEvent, void> {
      yield { event: "section", data: "a\n\nevent: forged\ndata: b" };
    }
    expect(await (await eventStream(events(), "request-1")).text()).toBe(
      'event: section\ndata: "a\\n\\nevent: forged\\ndata: b"\n\n',
    );
  });

  test("closes its source when the client goes away", async () => {
    let closed = false;
    async function* endless(): AsyncGenerator<ServerSentEvent, void> {
      try {
        while (true) yield { event: "phase", data: {} };
      } finally {
        closed = true;
      }
    }
    const response = await eventStream(endless(), "request-1");
    await response.body?.cancel();
    expect(closed).toBe(true);
  });
});
