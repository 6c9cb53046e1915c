import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";

/**
 * What a proxy does with connections: `pass` hands both ways on; `refuse` does not listen; `silent` takes what is sent
 * and never answers; `reset` breaks every connection off as soon as something is sent; `swallow` hands on what is sent,
 * waits for the first byte of an answer, and breaks off instead of handing that back.
 */
export type ProxyMode = "pass" | "refuse" | "silent" | "reset" | "swallow";

/** A TCP proxy in front of one server, which fails as it is told. */
export interface TcpProxy {
  readonly port: number;
  /** Changes what happens from now on; `refuse` and `reset` also break off what is connected. */
  readonly set: (mode: ProxyMode) => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts a proxy that passes everything on at first.
 *
 * @param target - the server behind it, on this machine; looked at anew for each connection
 */
export async function startTcpProxy(target: { readonly port: number }): Promise<TcpProxy> {
  let mode: ProxyMode = "pass";
  const sockets = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, "127.0.0.1");
    const pair = [client, upstream];
    for (const socket of pair) {
      sockets.add(socket);
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        for (const other of pair) other.destroy();
      });
    }
    const breakOff = () => {
      for (const socket of pair) socket.resetAndDestroy();
    };
    client.on("data", (bytes) => {
      if (mode === "reset") breakOff();
      else if (mode !== "silent") upstream.write(bytes);
    });
    upstream.on("data", (bytes) => {
      if (mode === "swallow") breakOff();
      else if (mode !== "silent") client.write(bytes);
    });
  });

  const listen = async (port: number) => {
    server.listen(port, "127.0.0.1");
    await once(server, "listening");
  };
  const hangUp = async () => {
    const closed = server.listening ? once(server, "close") : undefined;
    server.close();
    for (const socket of sockets) socket.resetAndDestroy();
    await closed;
  };
  await listen(0);
  const address: AddressInfo | string | null = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;

  return {
    port,
    async set(next) {
      // Bytes that were swallowed do not come back: what was silent breaks off.
      const breaksOff = next === "reset" || mode === "silent";
      mode = next;
      if (next === "refuse") await hangUp();
      else if (!server.listening) await listen(port);
      if (breaksOff) for (const socket of sockets) socket.resetAndDestroy();
    },
    close: hangUp,
  };
}
