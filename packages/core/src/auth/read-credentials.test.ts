import { describe, expect, test } from "vitest";
import { ApiError } from "../http/api-error.ts";
import { readCredentials } from "./read-credentials.ts";

const PUBLISHABLE = "sb_publishable_test";
const LEGACY_ANON = "eyJhbGciOiJIUzI1NiJ9.eyJyb2xlIjoiYW5vbiJ9.c2ln";
const TOKEN = "header.payload.signature";
const OTHER_TOKEN = "header.other.signature";

function read(headers: Record<string, string>): string {
  try {
    return readCredentials(new Headers(headers), [PUBLISHABLE, LEGACY_ANON]);
  } catch (error) {
    return error instanceof ApiError ? error.code : "unforeseen";
  }
}

describe("readCredentials() finds no token", () => {
  test.each<[string, Record<string, string>]>([
    ["T01 no header at all", {}],
    ["T02 an empty x-firebase-token", { "x-firebase-token": "" }],
    ["T02 a blank x-firebase-token", { "x-firebase-token": "   " }],
    ["T03 a Bearer prefix and nothing behind it", { "x-firebase-token": "Bearer " }],
    ["A44 the publishable key as apikey", { apikey: PUBLISHABLE }],
    ["A44 the publishable key as Bearer", { authorization: `Bearer ${PUBLISHABLE}` }],
    ["A44 the legacy anon key as Bearer", { authorization: `Bearer ${LEGACY_ANON}` }],
    ["A44 an API key of any kind as both", { apikey: TOKEN, authorization: `Bearer ${TOKEN}` }],
    ["A44 a secret key as Bearer", { authorization: "Bearer sb_secret_test" }],
    ["the publishable key in place of the token", { "x-firebase-token": PUBLISHABLE }],
    ["a scheme other than Bearer", { authorization: "Basic a.b.c" }],
    [
      "A43 identity in headers of a proxy",
      { "x-user-id": "alice", "x-forwarded-user": "alice", "x-supabase-role": "x" },
    ],
  ])("%s", (_, headers) => {
    expect(read(headers)).toBe("MISSING_TOKEN");
  });
});

describe("readCredentials() refuses", () => {
  test("T04 two different tokens", () => {
    expect(read({ "x-firebase-token": TOKEN, authorization: `Bearer ${OTHER_TOKEN}` })).toBe("AMBIGUOUS_CREDENTIALS");
  });

  test.each(["x-firebase-token", "authorization", "apikey"])("T40 more than 8 kB in %s, unread", (name) => {
    expect(read({ [name]: "x".repeat(8 * 1024 + 1) })).toBe("HEADERS_TOO_LARGE");
    expect(read({ [name]: "x".repeat(1024 * 1024) })).toBe("HEADERS_TOO_LARGE");
  });
});

describe("readCredentials() finds the token", () => {
  test.each<[string, Record<string, string>]>([
    ["in x-firebase-token", { "x-firebase-token": TOKEN }],
    ["T03 in x-firebase-token with a Bearer prefix", { "x-firebase-token": `Bearer ${TOKEN}` }],
    ["in Authorization alone", { authorization: `bearer ${TOKEN}` }],
    ["in both, the same", { "x-firebase-token": TOKEN, authorization: `Bearer ${TOKEN}` }],
    [
      "beside the key the app sends as Bearer",
      { apikey: PUBLISHABLE, authorization: `Bearer ${PUBLISHABLE}`, "x-firebase-token": TOKEN },
    ],
    ["beside a legacy key as Bearer", { authorization: `Bearer ${LEGACY_ANON}`, "x-firebase-token": TOKEN }],
  ])("%s", (_, headers) => {
    expect(read(headers)).toBe(TOKEN);
  });
});
