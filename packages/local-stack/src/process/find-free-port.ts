import { createServer } from "node:net";

/**
 * Finds a TCP port on 127.0.0.1 nobody listens on.
 *
 * @param preferred - the port to take when it is free; any free one otherwise
 * @returns the port number; it is free now, not reserved
 */
export async function findFreePort(preferred = 0): Promise<number> {
  return (
    (await tryPort(preferred)) ??
    (await tryPort(0)) ??
    Promise.reject(new Error("Cannot find a free port: none is left"))
  );
}

function tryPort(port: number): Promise<number | null> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once("error", () => resolve(null));
    probe.listen({ port, host: "127.0.0.1", exclusive: true }, () => {
      const address = probe.address();
      const free = typeof address === "object" && address !== null ? address.port : null;
      probe.close(() => resolve(free));
    });
  });
}
