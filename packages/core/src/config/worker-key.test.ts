import { readdirSync } from "node:fs";
import { afterEach, expect, test, vi } from "vitest";
import { WORKER_KEY_NAMES } from "./environment-names.ts";

const FUNCTIONS = new URL("../../../../supabase/functions/", import.meta.url);
const SLUGS = readdirSync(FUNCTIONS);
const DRAFTER = "generate-soap-draft-v2";

const SETTINGS: Readonly<Record<string, string>> = {
  SUPABASE_URL: "http://127.0.0.1:9",
  SUPABASE_ANON_KEY: "sb_publishable_test",
  FIREBASE_PROJECT_ID: "clinic-prod",
};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

/** Sends a function as it is deployed one request, in an environment that notes what it is asked for. */
async function send(slug: string, settings: Readonly<Record<string, string>>) {
  const asked: string[] = [];
  const get = (name: string) => {
    asked.push(name);
    return settings[name];
  };
  vi.stubGlobal("Deno", { env: { get } });
  const log = vi.spyOn(console, "log").mockReturnValue(undefined);
  // A function reads its settings once: each request of these tests starts it anew.
  const { default: served } = await import(new URL(`${slug}/index.ts?${crypto.randomUUID()}`, FUNCTIONS).href);
  const answer: Response = await served.fetch(new Request(`http://localhost/${slug}`, { method: "POST" }));
  return { asked, code: (await answer.json()).code, lines: log.mock.calls.flat().join("\n") };
}

test.each(SLUGS.filter((slug) => slug !== DRAFTER))("S07 %s never looks at the secret key", async (slug) => {
  const { asked, code } = await send(slug, { ...SETTINGS, SUPABASE_SERVICE_ROLE_KEY: "canary" });
  expect(code).toBe("MISSING_TOKEN");
  expect(asked).toContain("SUPABASE_URL");
  expect(asked.filter((name) => WORKER_KEY_NAMES.some((key) => key === name))).toEqual([]);
});

test("S01 without the key the draft function answers CONFIG_ERROR, and its log names what to set", async () => {
  const { code, lines } = await send(DRAFTER, SETTINGS);
  expect(code).toBe("CONFIG_ERROR");
  expect(lines).toContain("SUPABASE_SECRET_KEYS");
});

test.each([
  ["SUPABASE_SERVICE_ROLE_KEY", "canary"],
  ["SUPABASE_SECRET_KEYS", '{"default":"sb_secret_canary"}'],
])("S05 with %s it works, and says nothing of it", async (name, key) => {
  const { code, lines } = await send(DRAFTER, { ...SETTINGS, [name]: key });
  expect(code).toBe("MISSING_TOKEN");
  expect(lines).not.toContain("canary");
});
