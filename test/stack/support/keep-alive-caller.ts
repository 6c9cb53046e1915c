import { Agent, request } from "node:http";

/** A caller with one connection, kept alive from request to request. */
export interface KeepAliveCaller {
  /** Sends a request, a POST where there is a body, and reads the whole answer. */
  readonly send: (url: string, body?: string) => Promise<{ readonly status: number; readonly closes: boolean }>;
  /** How many connections it has opened. */
  readonly connections: () => number;
  readonly close: () => void;
}

/** Makes a caller. */
export function keepAliveCaller(): KeepAliveCaller {
  const agent = new Agent({ keepAlive: true, maxSockets: 1 });
  const sockets = new Set<unknown>();
  return {
    send: (url, body) =>
      new Promise((resolve, reject) => {
        const sent = request(url, { agent, method: body === undefined ? "GET" : "POST" }, (response) => {
          const { statusCode = 0, headers } = response;
          response.on("end", () => resolve({ status: statusCode, closes: headers.connection === "close" }));
          response.on("error", reject).resume();
        });
        sent.on("socket", (socket) => sockets.add(socket));
        sent.on("error", reject).end(body);
      }),
    connections: () => sockets.size,
    close: () => agent.destroy(),
  };
}
