import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { callWorkerRpc } from "./call-worker-rpc.ts";
import { connectWorkerApi } from "./connect-worker-api.ts";

const KEY = "sb_secret_canary";
let close: () => void = () => undefined;
afterEach(() => close());

/** A call of the worker, answered in the test's way by a Data API behind real HTTP. */
async function call(status: number, body: unknown) {
  const requests: IncomingMessage[] = [];
  const server = createServer((request, response) => {
    requests.push(request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => server.close();
  const address: AddressInfo | string | null = server.address();
  const supabaseUrl = `http://127.0.0.1:${typeof address === "object" ? address?.port : 0}`;
  const worker = connectWorkerApi({ supabaseUrl, workerKey: KEY }, { requestId: "request-1", slug: "look-up", fetch });
  const args = { p_draft_id: crypto.randomUUID() };
  const outcome = await callWorkerRpc(worker, "claim_soap_draft", args, z.object({ revision: z.int() })).catch(
    (error: unknown) => error,
  );
  return { outcome, headers: requests[0]?.headers };
}

test.each<[number, string]>([
  [401, "PGRST301"],
  [401, "42501"],
  [403, "42501"],
  [401, ""],
])(
  "callWorkerRpc() takes %i %s for a wrong key of ours, never for the caller's token, and does not tell it",
  async (...[status, code]) => {
    const { outcome } = await call(status, { code, message: KEY, hint: null });
    expect(outcome).toMatchObject({ code: "CONFIG_ERROR", fault: `SUPABASE_SECRET_KEYS rpc ${status} ${code}`.trim() });
    expect(JSON.stringify(outcome)).not.toContain(KEY);
  },
);

test("callWorkerRpc() passes refusals of the database on", async () => {
  const refusal = { code: "PT403", message: "Cannot follow SOAP draft", hint: "FORBIDDEN", details: null };
  expect((await call(403, refusal)).outcome).toMatchObject({ code: "FORBIDDEN" });
});

test("callWorkerRpc() never blames the caller for what the worker sent", async () => {
  const refusal = { code: "PT400", message: "Cannot complete SOAP draft", hint: "INVALID_REQUEST", details: null };
  expect((await call(400, refusal)).outcome).toMatchObject({
    code: "INTERNAL_ERROR",
    fault: "rpc 400 INVALID_REQUEST",
  });
});

test("callWorkerRpc() asks with the secret key, as nobody's person", async () => {
  const { outcome, headers } = await call(200, { revision: 1 });
  expect(outcome).toEqual({ revision: 1 });
  expect(headers).toMatchObject({ apikey: KEY, authorization: `Bearer ${KEY}`, "x-request-id": "request-1" });
});

test("connectWorkerApi() refuses where the function was not given the key", () => {
  const open = () =>
    connectWorkerApi(
      { supabaseUrl: "http://127.0.0.1:9", workerKey: undefined },
      { requestId: "1", slug: "look-up", fetch },
    );
  expect(open).toThrow(expect.objectContaining({ code: "CONFIG_ERROR", fault: "SUPABASE_SECRET_KEYS" }));
});
