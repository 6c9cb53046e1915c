import { describe, expect, test } from "vitest";
import { idempotencyKey, preferredWaitSeconds } from "./preferences.ts";

describe("idempotencyKey()", () => {
  test.each(["", " ", "a b", "clé", "x".repeat(256), "x".repeat(10_000)])("P05 refuses %j", (key) => {
    const headers = new Headers({ "idempotency-key": key });
    expect(() => idempotencyKey(headers)).toThrow(expect.objectContaining({ code: "INVALID_REQUEST" }));
  });

  test.each(["x", "x".repeat(255), "!~", "7f3b-4c"])("P05 accepts %j", (key) => {
    expect(idempotencyKey(new Headers({ "idempotency-key": key }))).toBe(key);
  });

  test("is undefined where none was sent", () => {
    expect(idempotencyKey(new Headers())).toBeUndefined();
  });
});

describe("preferredWaitSeconds()", () => {
  test.each([
    ["wait=10", 10],
    ["respond-async, wait=10", 10],
    ["wait = 3; x=y", 3],
    ['Wait="7"', 7],
  ])("reads %s", (prefer, seconds) => {
    expect(preferredWaitSeconds(new Headers({ prefer }))).toBe(seconds);
  });

  test.each(["wait", "wait=", "wait=-1", "wait=1.5", "wait=soon", "await=10", "wait=99999999999"])(
    "ignores %s",
    (prefer) => {
      expect(preferredWaitSeconds(new Headers({ prefer }))).toBeUndefined();
    },
  );
});
