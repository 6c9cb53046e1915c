import { cp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { type RunningStack, startStack } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { keepAliveCaller } from "./support/keep-alive-caller.ts";
import { CLINIC, type TemporaryClone, usedClone } from "./support/temporary-clone.ts";

let clone: TemporaryClone;
let stack: RunningStack;

beforeAll(async () => {
  vi.stubEnv("SECRET_OF_THIS_MACHINE", "keep it");
  clone = await usedClone();
  await writeFile(join(clone.rootDir, ".env"), "LLM_MODEL=small\nSUPABASE_URL=http://elsewhere.test\n");
  stack = await startStack({ rootDir: clone.rootDir, environment: { EXTRA: "by the test" }, temporary: true });
});

afterAll(async () => {
  vi.unstubAllEnvs();
  await stack?.stop();
  await clone?.remove();
});

function probe(path: string, init?: RequestInit & { duplex?: "half" }): Promise<Response> {
  return fetch(`${stack.state.apiUrl}/functions/v1/probe${path}`, init);
}

async function variable(name: string): Promise<unknown> {
  return (await probe(`/variable/${name}`)).json();
}

test("an unknown function is 404 in JSON", async () => {
  const response = await fetch(`${stack.state.apiUrl}/functions/v1/unknown/health`);
  expect(response.status).toBe(404);
  expect(await response.json()).toMatchObject({ code: "NOT_FOUND" });
});

test("a body above the platform's limit is 413 and reaches no function", async () => {
  const response = await probe("/echo", { method: "POST", body: new Uint8Array(20 * 1024 * 1024 + 1) });
  expect(response.status).toBe(413);
  expect(response.headers.get("connection")).toBe("close");
});

test.each([
  ["a function", "probe/refuse", 413],
  ["the gateway", "unknown", 404],
])("a connection serves on after %s refused a body without reading it", async (_who, path, status) => {
  const caller = keepAliveCaller();
  const functionsUrl = `${stack.state.apiUrl}/functions/v1`;
  for (let round = 0; round < 30; round++) {
    expect(await caller.send(`${functionsUrl}/${path}`, "x".repeat(2_200_000))).toEqual({ status, closes: false });
    expect(await caller.send(`${functionsUrl}/probe/health`)).toEqual({ status: 200, closes: false });
  }
  expect(caller.connections()).toBe(1);
  caller.close();
});

test("a connection is kept for longer than callers hold an idle one", async () => {
  expect((await probe("/health")).headers.get("keep-alive")).toBe("timeout=75");
});

test("S07 a function reads no file, no host beyond the stack and no variable of this machine", async () => {
  expect(await (await probe("/file")).json()).toEqual({ error: "NotCapable" });
  expect(await (await probe("/fetch?url=http://127.0.0.1:9999/")).json()).toEqual({ error: "NotCapable" });
  for (const name of ["SECRET_OF_THIS_MACHINE", "HOME", "USER", "SUPABASE_DB_URL"]) {
    expect(await variable(name), name).toEqual({ value: null });
  }
});

test("a function sees the platform's variables, those of .env, and none of .env in place of the platform's", async () => {
  const { apiUrl, publishableKey, secretKey, jwksUrl, firebaseProjectId } = stack.state;
  expect(await variable("SUPABASE_URL")).toEqual({ value: apiUrl });
  expect(await variable("SUPABASE_ANON_KEY")).toEqual({ value: publishableKey });
  expect(await variable("SUPABASE_SECRET_KEYS")).toEqual({ value: JSON.stringify({ default: secretKey }) });
  expect(await variable("FIREBASE_PROJECT_ID")).toEqual({ value: firebaseProjectId });
  expect(await variable("FIREBASE_JWKS_URL")).toEqual({ value: jwksUrl });
  expect(await variable("LLM_MODEL")).toEqual({ value: "small" });
  expect(await variable("EXTRA")).toEqual({ value: "by the test" });
});

test("a function reaches the stack it belongs to, and sees its path as on the platform", async () => {
  expect(await (await probe(`/fetch?url=${stack.state.jwksUrl}`)).json()).toEqual({ value: 200 });
  expect(await (await probe("/path?a=1")).json()).toEqual({ path: "/probe/path", query: { a: "1" } });
});

test("a function sees headers larger than Node takes by default, so that the limit is its own", async () => {
  expect((await probe("/health", { headers: { "x-large": "x".repeat(40_000) } })).status).toBe(200);
});

test("bodies stream both ways", async () => {
  const body = new ReadableStream({
    start(controller) {
      for (const part of ["one ", "two ", "three"]) controller.enqueue(new TextEncoder().encode(part));
      controller.close();
    },
  });
  const response = await probe("/echo", { method: "POST", body, duplex: "half" });
  expect(await response.text()).toBe("one two three");
});

test("a caller who hangs up ends the function's stream", async () => {
  const caller = new AbortController();
  const response = await probe("/ticks", { signal: caller.signal });
  const first = await response.body?.getReader().read();
  expect(new TextDecoder().decode(first?.value)).toContain("data: 1");
  caller.abort();
  await vi.waitFor(async () => expect(await (await probe("/stopped-ticks")).json()).toEqual({ stopped: 1 }), 10_000);
});

test("a stream its function breaks off reaches the caller as broken, not as ended", async () => {
  const response = await probe("/ticks");
  const reading = expect(response.text()).rejects.toThrow();
  await probe("/crash");
  await reading;
  await vi.waitFor(async () => expect((await probe("/health")).status).toBe(200), 10_000);
});

test("a watched function is served anew when its file changes", async () => {
  const edited = await usedClone();
  const functionsDir = join(edited.rootDir, "functions");
  await cp(join(CLINIC, "functions"), functionsDir, { recursive: true });
  const watched = await startStack({ rootDir: edited.rootDir, functionsDir, watch: true, temporary: true });
  const file = join(functionsDir, "probe/index.ts");
  await writeFile(file, (await readFile(file, "utf8")).replace("ok: true", "ok: 2"));
  const health = async () => (await fetch(`${watched.state.apiUrl}/functions/v1/probe/health`)).json();
  await vi.waitFor(async () => expect(await health()).toEqual({ ok: 2 }), 10_000);
  await watched.stop();
  await edited.remove();
});

test("a function that crashes is 503 meanwhile and comes back by itself", async () => {
  expect((await probe("/crash")).status).toBe(503);
  await vi.waitFor(async () => expect((await probe("/health")).status).toBe(200), 10_000);
});
