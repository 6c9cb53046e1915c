import { describe, expect, test } from "vitest";
import { rpcError } from "./rpc-error.ts";

const failure = (status: number, code: string, hint: string | null = null) => ({ status, code, hint });

describe("rpcError()", () => {
  test.each([
    ["NOTE_NOT_SIGNED", 409],
    ["SESSION_NOT_FOUND", 404],
    ["FORBIDDEN", 403],
    ["TRANSCRIPT_EMPTY", 422],
  ])("passes our refusal %s on by its hint", (code, status) => {
    expect(rpcError(failure(status, `PT${status}`, code))).toMatchObject({ code, status });
  });

  test("Q01 tells when to come back as our refusal does, where that is a number of seconds", () => {
    const limited = { ...failure(429, "PT429", "RATE_LIMITED"), details: "17" };
    expect(rpcError(limited).retryAfterSeconds).toBe(17);
    for (const details of [null, "0", "-1", "soon", "1e9", "17 seconds"]) {
      expect(rpcError({ ...limited, details }).retryAfterSeconds).toBe(60);
    }
    expect(rpcError({ ...failure(404, "PT404", "NOT_FOUND"), details: "17" }).retryAfterSeconds).toBeUndefined();
  });

  test.each([
    ["a hint that is no code of ours", "PT404", "Perhaps you meant patient_profiles"],
    ["a hint that is a key of Object.prototype", "PT404", "constructor"],
    ["a code of ours that did not come from our SQL", "23505", "FORBIDDEN"],
    ["no hint", "PT404", null],
  ])("does not trust %s", (_, code, hint) => {
    expect(rpcError(failure(404, code, hint))).toMatchObject({ code: "INTERNAL_ERROR" });
  });

  test.each([
    ["D01 no answer at all", 0, ""],
    ["D05 too many connections", 503, "53300"],
    ["D06 statement timeout", 500, "57014"],
    ["D06 lock timeout", 500, "55P03"],
    ["D07 deadlock", 500, "40P01"],
    ["D07 serialization failure", 500, "40001"],
    ["D08 terminated backend", 503, "57P01"],
    ["D09 read-only", 405, "25006"],
    ["D09 starting up", 503, "57P03"],
    ["D10 disk full", 503, "53100"],
    ["D14 stale schema cache", 404, "PGRST202"],
    ["D04 no connection of the Data API came free", 504, "PGRST003"],
    ["D04 no slot of the function came free", 503, "NO_SLOT"],
    ["no connection to the database", 503, "PGRST000"],
    ["a gateway that has lost its upstream", 502, ""],
  ])("%s is DATABASE_UNAVAILABLE", (_, status, code) => {
    expect(rpcError(failure(status, code))).toMatchObject({ code: "DATABASE_UNAVAILABLE", retryAfterSeconds: 5 });
  });

  test("D15 a Data API that refuses what we verified is our configuration", () => {
    expect(rpcError(failure(401, ""))).toMatchObject({ code: "CONFIG_ERROR" });
  });

  test.each(["PGRST301", "PGRST303"])("%s, the token at its edge, is the token's fault", (code) => {
    expect(rpcError(failure(401, code))).toMatchObject({ code: "INVALID_FIREBASE_TOKEN" });
  });

  test.each(["22P02", "23505", "42501", "P0001", "XX000"])("H02 SQLSTATE %s is a bug and tells nothing", (code) => {
    expect(rpcError(failure(400, code))).toMatchObject({ code: "INTERNAL_ERROR", fault: `rpc 400 ${code}` });
  });
});
