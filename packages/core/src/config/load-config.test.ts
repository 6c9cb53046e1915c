import { describe, expect, test } from "vitest";
import { ApiError } from "../http/api-error.ts";
import type { Config } from "./config.ts";
import { loadConfig } from "./load-config.ts";

const COMPLETE: Record<string, string> = {
  SUPABASE_URL: "https://abcdefghijklmnop.supabase.co",
  SUPABASE_PUBLISHABLE_KEYS: '{"mobile":"sb_publishable_mobile","default":"sb_publishable_default"}',
  FIREBASE_PROJECT_ID: "clinic-prod",
};

const load = (changes: Record<string, string | undefined> = {}): Config => {
  const variables: Record<string, string | undefined> = { ...COMPLETE, ...changes };
  return loadConfig((name) => variables[name]);
};

function faultOf(changes: Record<string, string | undefined>): string | undefined {
  try {
    load(changes);
  } catch (error) {
    if (error instanceof ApiError && error.code === "CONFIG_ERROR") return error.fault;
  }
  return undefined;
}

describe("loadConfig() refuses, naming the variable and never its value", () => {
  test.each(["SUPABASE_URL", "SUPABASE_PUBLISHABLE_KEYS", "FIREBASE_PROJECT_ID"])("S01 %s missing", (name) => {
    expect(faultOf({ [name]: undefined })).toBe(name);
    expect(faultOf({ [name]: "  " })).toBe(name);
  });

  test.each([
    ["SUPABASE_URL", "not a url"],
    ["SUPABASE_URL", "ftp://example.com"],
    ["FIREBASE_PROJECT_ID", "your-project-id"],
    ["FIREBASE_PROJECT_ID", "<project>"],
    ["FIREBASE_PROJECT_ID", "https://clinic"],
    ["SUPABASE_PUBLISHABLE_KEYS", "{"],
    ["SUPABASE_PUBLISHABLE_KEYS", "{}"],
    ["SUPABASE_PUBLISHABLE_KEYS", "changeme"],
    ["ALLOWED_ORIGINS", "*"],
    ["ALLOWED_ORIGINS", "https://app.example/path"],
    ["ALLOWED_ORIGINS", "null"],
    ["LLM_PROVIDER", "openai"],
  ])("S01 %s=%s", (name, value) => {
    expect(faultOf({ [name]: value })).toBe(name);
  });

  test("S02 has no default for a project or an address: nothing set, each is named", () => {
    const nothing = Object.fromEntries(Object.keys(COMPLETE).map((name) => [name, undefined]));
    expect(faultOf(nothing)).toBe("SUPABASE_URL FIREBASE_PROJECT_ID");
    expect(faultOf({ SUPABASE_PUBLISHABLE_KEYS: undefined })).toBe("SUPABASE_PUBLISHABLE_KEYS");
  });

  test.each(["USE_MOCKS", "FIREBASE_AUTH_EMULATOR_HOST", "EMULATOR", "TEST_MODE", "DEBUG", "NODE_ENV"])(
    "S08 T29 no switch %s is ever looked at",
    (name) => {
      const asked: string[] = [];
      loadConfig((variable) => {
        asked.push(variable);
        return COMPLETE[variable];
      });
      expect(asked).not.toContain(name);
    },
  );

  test.each<[string, Record<string, string>]>([
    ["LLM_MODEL LLM_BASE_URL", { LLM_PROVIDER: "openai-compatible" }],
    ["LLM_BASE_URL", { LLM_PROVIDER: "openai-compatible", LLM_MODEL: "m", LLM_BASE_URL: "http://model.example/v1" }],
    ["LLM_BASE_URL", { LLM_PROVIDER: "openai-compatible", LLM_MODEL: "m", LLM_BASE_URL: "ftp://model.example" }],
    ["LLM_PROMPT_VERSION", { LLM_PROMPT_VERSION: "soap-note-0" }],
    ["LLM_TIMEOUT_SECONDS", { LLM_TIMEOUT_SECONDS: "600" }],
    ["AWS_REGION AWS_BEARER_TOKEN_BEDROCK", { LLM_PROVIDER: "bedrock", LLM_MODEL: "m" }],
    [
      "AWS_BEARER_TOKEN_BEDROCK",
      { LLM_PROVIDER: "bedrock", LLM_MODEL: "m", AWS_REGION: "eu-central-1", AWS_ACCESS_KEY_ID: "half a key" },
    ],
  ])("S01 a model without %s", (names, changes) => {
    expect(faultOf(changes)).toBe(names);
  });

  test("every wrong variable at once", () => {
    expect(faultOf({ SUPABASE_URL: "", FIREBASE_PROJECT_ID: "" })).toBe("SUPABASE_URL FIREBASE_PROJECT_ID");
  });

  test.each(["https://abcdefghijklmnop.supabase.co", "http://kong:8000", "http://127.0.0.1.evil.example"])(
    "T29 another key set than Google's where the Data API is %s",
    (url) => {
      expect(faultOf({ SUPABASE_URL: url, FIREBASE_JWKS_URL: "http://127.0.0.1:9/jwks" })).toBe("FIREBASE_JWKS_URL");
    },
  );
});

test("S08 a model on this machine, where the Data API is not", () => {
  const stub = { LLM_PROVIDER: "openai-compatible", LLM_MODEL: "m", LLM_BASE_URL: "http://127.0.0.1:9/v1" };
  expect(faultOf(stub)).toBe("LLM_BASE_URL");
  expect(load({ ...stub, SUPABASE_URL: "http://127.0.0.1:54321" }).drafter).toMatchObject({
    provider: "openai-compatible",
  });
});

describe("loadConfig() for a function that works in the background", () => {
  const faultOfWorker = (changes: Record<string, string>) => {
    const variables: Record<string, string> = { ...COMPLETE, ...changes };
    try {
      return loadConfig((name) => variables[name], { needsWorkerKey: true });
    } catch (error) {
      return error instanceof ApiError ? error.fault : error;
    }
  };

  test.each<[string, Record<string, string>]>([
    ["SUPABASE_SECRET_KEYS", {}],
    ["SUPABASE_SECRET_KEYS", { SUPABASE_SERVICE_ROLE_KEY: " " }],
    ["SUPABASE_SECRET_KEYS", { SUPABASE_SECRET_KEYS: "{" }],
    ["SUPABASE_SECRET_KEYS", { SUPABASE_SECRET_KEYS: '{"default":"sb_publishable_default"}' }],
    ["SUPABASE_SERVICE_ROLE_KEY", { SUPABASE_SERVICE_ROLE_KEY: "sb_publishable_default" }],
    ["FIREBASE_PROJECT_ID SUPABASE_SECRET_KEYS", { FIREBASE_PROJECT_ID: "" }],
  ])("S01 names %s of %j", (fault, changes) => {
    expect(faultOfWorker(changes)).toBe(fault);
  });

  test("S09 takes the default secret key first, and the older one where there is no other", () => {
    const keys = { SUPABASE_SECRET_KEYS: '{"jobs":"sb_secret_jobs","default":"sb_secret_default"}' };
    const legacy = { SUPABASE_SERVICE_ROLE_KEY: "legacy.service.key" };
    expect(faultOfWorker({ ...keys, ...legacy })).toMatchObject({ workerKey: "sb_secret_default" });
    expect(faultOfWorker(legacy)).toMatchObject({ workerKey: "legacy.service.key" });
  });

  test("S07 no other function reads it", () => {
    expect(load({ SUPABASE_SERVICE_ROLE_KEY: "legacy.service.key" }).workerKey).toBeUndefined();
  });
});

describe("loadConfig() reads", () => {
  test("the default publishable key first, and keeps the others as API keys", () => {
    const { publishableKey, apiKeys } = load({ SUPABASE_ANON_KEY: "legacy.anon.key" });
    expect(publishableKey).toBe("sb_publishable_default");
    expect(apiKeys).toEqual(["sb_publishable_default", "sb_publishable_mobile", "legacy.anon.key"]);
  });

  test("S09 keys that stand side by side while one replaces the other: no function needs a pause", () => {
    const during = load({ SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_new","old":"sb_publishable_old"}' });
    expect(during.publishableKey).toBe("sb_publishable_new");
    expect(during.apiKeys).toContain("sb_publishable_old");
    const after = load({ SUPABASE_PUBLISHABLE_KEYS: '{"default":"sb_publishable_new"}' });
    expect(after.apiKeys).toEqual(["sb_publishable_new"]);
  });

  test("a single publishable key, or the anon key alone", () => {
    expect(load({ SUPABASE_PUBLISHABLE_KEYS: "sb_publishable_one" }).publishableKey).toBe("sb_publishable_one");
    const anonOnly = load({ SUPABASE_PUBLISHABLE_KEYS: undefined, SUPABASE_ANON_KEY: "legacy.anon.key" });
    expect(anonOnly.publishableKey).toBe("legacy.anon.key");
  });

  test("origins by comma, none by default", () => {
    expect(load().allowedOrigins).toEqual([]);
    expect(load({ ALLOWED_ORIGINS: "https://app.example, http://localhost:3000," }).allowedOrigins).toEqual([
      "https://app.example",
      "http://localhost:3000",
    ]);
  });

  test("a model's settings, and the offline drafter without any", () => {
    expect(load().drafter).toMatchObject({ provider: "offline" });
    const model = {
      LLM_PROVIDER: "openai-compatible",
      LLM_MODEL: "gpt-5-mini",
      LLM_BASE_URL: "https://model.example/v1/",
    };
    expect(load(model).drafter).toMatchObject({
      ...{ provider: "openai-compatible", model: "openai-compatible:gpt-5-mini", promptVersion: "soap-note-1" },
      ...{ baseUrl: "https://model.example/v1", callTimeoutMs: 45_000, profile: { temperature: undefined } },
    });
    const bedrock = { LLM_PROVIDER: "bedrock", LLM_MODEL: "m", AWS_REGION: "eu-central-1" };
    expect(load({ ...bedrock, AWS_BEARER_TOKEN_BEDROCK: "key" }).drafter).toMatchObject({
      credentials: { apiKey: "key" },
    });
    expect(load({ ...bedrock, AWS_ACCESS_KEY_ID: "id", AWS_SECRET_ACCESS_KEY: "secret" }).drafter).toMatchObject({
      credentials: { accessKeyId: "id", secretAccessKey: "secret" },
    });
  });

  test("Google's key set, unless the Data API is on this machine", () => {
    expect(load().firebaseJwksUrl).toMatch(/^https:\/\/www\.googleapis\.com\//);
    const local = load({ SUPABASE_URL: "http://127.0.0.1:54321", FIREBASE_JWKS_URL: "http://127.0.0.1:54321/jwks" });
    expect(local.firebaseJwksUrl).toBe("http://127.0.0.1:54321/jwks");
  });
});
