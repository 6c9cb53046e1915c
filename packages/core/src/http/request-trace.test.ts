import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { type RequestTrace, traceFailure, traceLine } from "./request-trace.ts";

const AT = new Date("2026-03-01T12:00:00Z");

const trace = (fields: Partial<RequestTrace> = {}): RequestTrace => ({
  requestId: "request-1",
  function: "get-patient-history",
  method: "POST",
  startedMs: 0,
  databaseMs: 0,
  status: 200,
  ...fields,
});

describe("traceLine()", () => {
  test("H03 I24 writes nothing outside a harmless alphabet, whatever a field holds", () => {
    const nasty = 'Alice Example, penicillin"}\n{"level":"info"} \u001b[31m eyJhbGciOi.eyJzdWIi.sig=';
    const line = traceLine(AT, trace({ requestId: nasty, code: nasty, fault: nasty, user: nasty, method: nasty }));
    expect(line).not.toMatch(/penicillin|eyJ|\n|\\u001b/);
    expect(JSON.parse(line)).toMatchObject({ requestId: "unprintable", fault: "unprintable" });
  });

  test("H01 writes only the fields of the allow-list", () => {
    const more = { ...trace(), patientName: "Alice Example", body: "penicillin" };
    expect(Object.keys(JSON.parse(traceLine(AT, more))).sort()).toEqual(
      ["databaseMs", "durationMs", "function", "level", "method", "requestId", "status", "time"].sort(),
    );
  });

  test("is an error line from status 500 on", () => {
    expect(JSON.parse(traceLine(AT, trace({ status: 499 })))["level"]).toBe("info");
    expect(JSON.parse(traceLine(AT, trace({ status: 500 })))["level"]).toBe("error");
  });
});

describe("traceFailure()", () => {
  test("H03 of a foreign error keeps the class name and never the message", () => {
    const line = traceLine(AT, traceFailure(trace(), new TypeError("patient Alice Example has penicillin allergy")));
    expect(JSON.parse(line)).toMatchObject({ status: 500, code: "INTERNAL_ERROR", fault: "TypeError" });
    expect(line).not.toContain("Alice");
  });

  test("of our own error keeps code and fault", () => {
    const error = new ApiError("DATABASE_UNAVAILABLE", { fault: "rpc 500 57014" });
    expect(JSON.parse(traceLine(AT, traceFailure(trace(), error)))).toMatchObject({
      status: 503,
      code: "DATABASE_UNAVAILABLE",
      fault: "rpc 500 57014",
    });
  });
});
