import { once } from "node:events";
import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { text } from "node:stream/consumers";
import { setTimeout as delay } from "node:timers/promises";
import { z } from "zod";
import { honestAnswer } from "./honest-answer.ts";
import { sendCompletion } from "./send-completion.ts";
import { StubBehaviour } from "./stub-behaviour.ts";

/** Time for what was written to reach the other side before the connection is cut. */
const SENT_MS = 50;

const Script = z.object({ marker: z.string().min(1), behaviours: z.array(StubBehaviour) });
const ChatRequest = z.looseObject({
  model: z.string(),
  messages: z.array(z.looseObject({ role: z.string(), content: z.string() })),
});

/** One request as the stub saw it. */
export const RecordedRequest = z.object({ headers: z.record(z.string(), z.unknown()), body: z.string() });
export type RecordedRequest = z.infer<typeof RecordedRequest>;

/** A running stub. */
export interface ModelStub {
  /** The base address of the protocol, for `LLM_BASE_URL`. */
  readonly url: string;
  readonly close: () => Promise<void>;
}

/**
 * Starts a server that speaks the protocol of OpenAI in a model's place: honest by default, faulty as scripted, and
 * recording all it is sent.
 *
 * `POST /scripts {marker, behaviours}` queues behaviours for the requests that contain a word; when they are used up it is
 * honest again. `GET /requests?marker=…` answers what it was sent.
 *
 * @param port - of 127.0.0.1; any free one where not given
 * @returns its address, and what stops it
 */
export async function startModelStub(port = 0): Promise<ModelStub> {
  const scripts = new Map<string, StubBehaviour[]>();
  const recorded: RecordedRequest[] = [];

  const serve = async (request: IncomingMessage, response: ServerResponse) => {
    const url = new URL(request.url ?? "/", "http://stub");
    const body = await text(request);
    if (url.pathname === "/scripts") {
      const { marker, behaviours } = Script.parse(JSON.parse(body));
      scripts.set(marker, behaviours);
      response.end("{}");
    } else if (url.pathname === "/requests") {
      const marker = url.searchParams.get("marker") ?? "";
      response.end(JSON.stringify(recorded.filter((one) => one.body.includes(marker))));
    } else if (url.pathname === "/v1/chat/completions") {
      recorded.push({ headers: request.headers, body });
      const script = [...scripts].find(([marker]) => body.includes(marker))?.[1];
      await behave(script?.shift() ?? StubBehaviour.parse({ kind: "answer" }), body, response);
    } else {
      response.writeHead(404).end("{}");
    }
  };

  const server = createServer((request, response) => {
    serve(request, response).catch(() => response.destroy());
  });
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  const listening = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${listening}/v1`,
    close: async () => {
      const closed = once(server, "close");
      server.close();
      server.closeAllConnections();
      await closed;
    },
  };
}

async function behave(behaviour: StubBehaviour, body: string, response: ServerResponse): Promise<void> {
  const { model, messages } = ChatRequest.parse(JSON.parse(body));
  const honest = () => honestAnswer(messages.findLast(({ role }) => role === "user")?.content ?? "");
  const completion = {
    ...{ model, inputTokens: Math.ceil(body.length / 4), finishReason: "stop" },
    ...{ firstDelayMs: 0, pieceDelayMs: 0 },
  };
  if (behaviour.kind === "answer") {
    const { kind, content = honest(), ...pace } = behaviour;
    await sendCompletion(response, { ...completion, ...pace, content });
  } else if (behaviour.kind === "status") {
    response.writeHead(behaviour.status, { "content-type": "application/json", ...behaviour.headers });
    response.end(behaviour.body);
  } else if (behaviour.kind === "body") {
    response.writeHead(200, { "content-type": behaviour.contentType }).end(behaviour.body);
  } else if (behaviour.kind === "stall") {
    await sendCompletion(response, { ...completion, content: honest(), stopAfter: 100 });
  } else if (behaviour.kind === "drip") {
    await sendCompletion(response, { ...completion, content: honest(), pieceDelayMs: 1_000 });
  } else if (behaviour.kind === "break") {
    await sendCompletion(response, { ...completion, content: honest(), stopAfter: 100 });
    await delay(SENT_MS);
    response.destroy();
  } else if (behaviour.kind === "hang_up") {
    response.destroy();
  }
}
