import { createServer } from "node:net";

/**
 * Finds a TCP port on 127.0.0.1 nobody listens on.
 *
 * @returns the port number; it is free now, not reserved
 */
export function findFreePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const probe = createServer().once("error", reject);
    probe.listen({ port: 0, host: "127.0.0.1" }, () => {
      const address = probe.address();
      probe.close(() => {
        if (typeof address === "object" && address !== null) resolve(address.port);
      });
    });
  });
}
