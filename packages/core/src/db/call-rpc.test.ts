import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { callRpc } from "./call-rpc.ts";
import { connectDataApi } from "./connect-data-api.ts";

type Answer = (request: IncomingMessage, response: ServerResponse, attempt: number) => void;

let close: () => void = () => undefined;
afterEach(() => close());

/** A Data API that fails in the test's way, behind real HTTP. */
async function failingDataApi(answer: Answer) {
  let attempts = 0;
  const server = createServer((request, response) => answer(request, response, ++attempts));
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  close = () => {
    server.closeAllConnections();
    server.close();
  };
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" ? address?.port : 0;
  const config = { supabaseUrl: `http://127.0.0.1:${port}`, publishableKey: "sb_publishable_test" };
  const dataApi = connectDataApi(config, { token: "the.users.token", requestId: "request-1", slug: "look-up", fetch });
  return { dataApi, attempts: () => attempts };
}

const json = (response: ServerResponse, status: number, body: unknown) =>
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));

const PATIENT = { p_patient_id: "5f0c9c6e-2d0b-4b6a-9a39-0d6b3f1a7c11" };
const Visits = z.object({ visits: z.int() });

describe("callRpc() fails", () => {
  test("D01 where nothing listens", async () => {
    const { dataApi } = await failingDataApi(() => undefined);
    close();
    await expect(callRpc(dataApi, "get_patient_history", PATIENT, Visits)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
    });
  });

  test("D02 where nothing answers, within its deadline", async () => {
    const { dataApi } = await failingDataApi(() => undefined);
    const call = callRpc(dataApi, "get_patient_history", PATIENT, Visits, { deadlineMs: 50 });
    await expect(call).rejects.toMatchObject({ code: "DATABASE_UNAVAILABLE" });
  });

  test("D03 where the connection breaks off, without sending the call twice", async () => {
    const { dataApi, attempts } = await failingDataApi((request) => request.socket.destroy());
    await expect(callRpc(dataApi, "get_patient_history", PATIENT, Visits)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
    });
    expect(attempts()).toBe(1);
  });

  test("D07 where every attempt meets a deadlock, after four", async () => {
    const { dataApi, attempts } = await failingDataApi((_, response) => json(response, 500, { code: "40P01" }));
    await expect(callRpc(dataApi, "get_patient_history", PATIENT, Visits)).rejects.toMatchObject({
      code: "DATABASE_UNAVAILABLE",
    });
    expect(attempts()).toBe(4);
  });

  test("I28 where the answer is not what the schema says, quoting none of it", async () => {
    const { dataApi } = await failingDataApi((_, response) => json(response, 200, { visits: "Alice Example" }));
    const error = await callRpc(dataApi, "get_patient_history", PATIENT, Visits).catch((thrown) => thrown);
    expect(error).toMatchObject({ code: "INTERNAL_ERROR", fault: "rpc_answer get_patient_history" });
    expect(JSON.stringify(error)).not.toContain("Alice");
  });

  test("H02 with our sentence and never the database's", async () => {
    const upstream = { code: "PT400", hint: "INVALID_REQUEST", message: "Failing row contains (Alice Example)" };
    const { dataApi } = await failingDataApi((_, response) => json(response, 400, upstream));
    const sentences = { INVALID_REQUEST: "Cannot count visits: Patient ID mismatch" };
    const error = await callRpc(dataApi, "get_patient_history", PATIENT, Visits, { sentences }).catch(
      (thrown) => thrown,
    );
    expect(error).toMatchObject({ code: "INVALID_REQUEST", message: sentences.INVALID_REQUEST });
  });
});

describe("callRpc() calls", () => {
  test("as the user, with the publishable key as apikey, the request's id and the function's name", async () => {
    const { dataApi } = await failingDataApi((request, response) => {
      const { apikey, authorization, "x-request-id": id, "x-function": slug } = request.headers;
      const isExpected = apikey === "sb_publishable_test" && id === "request-1" && slug === "look-up";
      json(response, isExpected ? 200 : 400, { authorization });
    });
    const answer = await callRpc(dataApi, "get_patient_history", PATIENT, z.object({ authorization: z.string() }));
    expect(answer).toEqual({ authorization: "Bearer the.users.token" });
  });

  test("D07 again after a serialization failure", async () => {
    const { dataApi, attempts } = await failingDataApi((_, response, attempt) =>
      attempt < 3 ? json(response, 500, { code: "40001" }) : json(response, 200, { visits: 7 }),
    );
    expect(await callRpc(dataApi, "get_patient_history", PATIENT, Visits)).toEqual({ visits: 7 });
    expect(attempts()).toBe(3);
  });
});
