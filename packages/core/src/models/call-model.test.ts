import { describe, expect, test } from "vitest";
import { callModel } from "./call-model.ts";
import { modelProfile } from "./model-profile.ts";
import type { ModelSettings } from "./model-settings.ts";
import { readRetryAfterMs } from "./read-retry-after.ts";
import { retryDelayMs } from "./retry-delay.ts";
import { sectionReader } from "./section-reader.ts";

const COMMON = {
  model: "m",
  modelName: "anthropic.claude-model-v1:0",
  promptVersion: "soap-note-1",
  profile: modelProfile("anthropic.claude-model-v1:0"),
  callTimeoutMs: 1_000,
} as const;

const callWith = (settings: ModelSettings, send: typeof fetch) =>
  callModel({
    settings,
    send,
    prompt: { instructions: "write", data: "data" },
    signal: new AbortController().signal,
    timeoutMs: 5_000,
    onText: () => undefined,
  });

describe("callModel() reaches Amazon Bedrock", () => {
  const refusing = (requests: Request[]): typeof fetch => {
    return async (input, init) => {
      requests.push(new Request(input, init));
      return Response.json({ message: "no" }, { status: 403 });
    };
  };

  test.each<[string, Extract<ModelSettings, { provider: "bedrock" }>["credentials"], RegExp]>([
    ["with a Bedrock key", { apiKey: "bedrock-key" }, /^Bearer bedrock-key$/],
    [
      "with an access key",
      { accessKeyId: "AKIDEXAMPLE", secretAccessKey: "secret" },
      /^AWS4-HMAC-SHA256 Credential=AKID/,
    ],
  ])("in its region alone, %s", async (_how, credentials, authorization) => {
    const requests: Request[] = [];
    const settings: ModelSettings = { ...COMMON, provider: "bedrock", region: "eu-central-1", credentials };
    await expect(callWith(settings, refusing(requests))).rejects.toMatchObject({ code: "http_403" });
    expect(requests).toHaveLength(1);
    expect(new URL(requests[0]?.url ?? "http://none").hostname).toBe("bedrock-runtime.eu-central-1.amazonaws.com");
    expect(requests[0]?.headers.get("authorization")).toMatch(authorization);
    expect(requests[0]?.redirect).toBe("error");
  });
});

test("L01 callModel() names a host that cannot be reached, and none of what it said", async () => {
  const settings: ModelSettings = {
    ...COMMON,
    ...{ provider: "openai-compatible", baseUrl: "https://model.example/v1", apiKey: "key" },
  };
  const failing: typeof fetch = () => Promise.reject(new TypeError("dns: secret.internal"));
  await expect(callWith(settings, failing)).rejects.toMatchObject({
    code: "unreachable",
    message: "Cannot use model: unreachable",
  });
});

describe("readRetryAfterMs() reads", () => {
  const now = new Date("2026-11-21T12:00:00Z");
  test.each<[string | undefined, number | undefined]>([
    ["120", 120_000],
    ["0", 0],
    ["Sat, 21 Nov 2026 12:00:30 GMT", 30_000],
    ["Sat, 21 Nov 2026 11:00:00 GMT", 0],
    ["soon", undefined],
    ["-5", undefined],
    ["", undefined],
    [undefined, undefined],
  ])("%j as %j", (value, expected) => expect(readRetryAfterMs(value, now)).toBe(expected));
});

describe("retryDelayMs()", () => {
  test("never comes back before the host asked for", () => {
    expect(retryDelayMs(0, 5_000, 0)).toBe(5_000);
    expect(retryDelayMs(3, 5_000, 1)).toBeGreaterThan(5_000);
  });
  test("grows up to a limit, and is spread by chance", () => {
    expect([0, 1, 2, 9].map((failures) => retryDelayMs(failures, undefined, 1))).toEqual([250, 500, 1_000, 8_000]);
    expect(retryDelayMs(4, undefined, 0)).toBe(0);
  });
});

describe("sectionReader() finds each section, however the text is cut:", () => {
  const TEXT = ' {"a": {"x": "}\\"{", "y": [1, {"z": 2}]}, "b": [1], "c": "{", "d": {}} ';
  test.each([1, 2, 3, 7, 100])("in pieces of %i", (size) => {
    const found: [string, unknown][] = [];
    const read = sectionReader((name, json) => found.push([name, JSON.parse(json)]));
    for (let at = 0; at < TEXT.length; at += size) read(TEXT.slice(at, at + size));
    expect(found).toEqual([
      ["a", { x: '}"{', y: [1, { z: 2 }] }],
      ["d", {}],
    ]);
  });
});
