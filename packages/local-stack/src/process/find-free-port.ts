import { randomInt } from "node:crypto";
import { createServer } from "node:net";

// Below the range from which systems take the ports of outgoing connections (RFC 6335, section 6; Linux begins at 32768),
// so that no connection takes a port between its finding and its use.
const FIRST = 20_000;
const END = 32_768;
const TRIES = 100;

/**
 * Finds a TCP port on 127.0.0.1 nobody listens on.
 *
 * @returns the port number; it is free now, not reserved
 * @throws Error when a hundred ports in a row are taken
 */
export async function findFreePort(): Promise<number> {
  for (let tried = 0; tried < TRIES; tried++) {
    const port = randomInt(FIRST, END);
    if (await isFree(port)) return port;
  }
  throw new Error("Cannot find a free port: too many are taken");
}

function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer().once("error", () => resolve(false));
    probe.listen({ port, host: "127.0.0.1" }, () => probe.close(() => resolve(true)));
  });
}
