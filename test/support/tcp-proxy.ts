import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { setImmediate, setTimeout } from "node:timers/promises";

/** So slow that no answer arrives within any deadline. */
const SLOW_BYTE_MS = 50;

/**
 * What a proxy does with connections: `pass` hands both ways on; `refuse` does not listen; `silent` takes what is sent
 * and never answers; `reset` breaks every connection off as soon as something is sent; `swallow` hands on what is sent,
 * waits for the first byte of an answer, and breaks off instead of handing that back; `drip` hands on each byte by
 * itself, `slow` with a long pause after each.
 */
export type ProxyMode = "pass" | "refuse" | "silent" | "reset" | "swallow" | "drip" | "slow";

/** A TCP proxy in front of one server, which fails as it is told. */
export interface TcpProxy {
  readonly port: number;
  /** Changes what happens from now on; `refuse` and `reset` also break off what is connected. */
  readonly set: (mode: ProxyMode) => Promise<void>;
  /** How many connections sent something that was taken in silence. */
  readonly held: () => number;
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
  const held = new Set<Socket>();
  const server = createServer((client) => {
    const upstream = connect(target.port, "127.0.0.1");
    const pair = [client, upstream];
    for (const socket of pair) {
      sockets.add(socket);
      socket.setNoDelay();
      socket.on("error", () => undefined);
      socket.on("close", () => {
        sockets.delete(socket);
        held.delete(socket);
        for (const other of pair) other.destroy();
      });
    }
    const breakOff = () => {
      for (const socket of pair) socket.resetAndDestroy();
    };
    const toUpstream = inOrder(upstream, () => mode);
    const toClient = inOrder(client, () => mode);
    client.on("data", (bytes) => {
      if (mode === "reset") breakOff();
      else if (mode === "silent") held.add(client);
      else toUpstream(bytes);
    });
    upstream.on("data", (bytes) => {
      if (mode === "swallow") breakOff();
      else if (mode !== "silent") toClient(bytes);
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
    held: () => held.size,
    close: hangUp,
  };
}

/** Hands bytes on as fast as the mode lets them, none before those that came earlier. */
function inOrder(socket: Socket, mode: () => ProxyMode): (bytes: Buffer) => void {
  let handedOn: Promise<void> = Promise.resolve();
  const handOn = async (bytes: Buffer) => {
    let next = 0;
    for (; mode() === "drip" || mode() === "slow"; next += 1) {
      if (next === bytes.length || socket.destroyed) return;
      socket.write(bytes.subarray(next, next + 1));
      await (mode() === "drip" ? setImmediate() : setTimeout(SLOW_BYTE_MS));
    }
    socket.write(bytes.subarray(next));
  };
  return (bytes) => {
    handedOn = handedOn.then(() => handOn(bytes));
  };
}
