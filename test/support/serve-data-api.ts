import { once } from "node:events";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { createLocalJWKSet } from "jose";
import { z } from "zod";
import { dataApi } from "../../packages/local-stack/src/data-api/data-api.ts";
import { firebaseIssuer } from "../../packages/local-stack/src/identity/local-issuer.ts";

// A process of its own: the driver of the stand-in for PostgREST throws out of a timer when its connection is cut in the
// middle of a write, and that must end neither a test nor, as it would not end PostgREST, this.
process.on("uncaughtException", (error) => console.error(`[data-api] survived ${error.name}`));

const options = z
  .object({
    dbUrl: z.string(),
    publishableKey: z.string(),
    secretKey: z.string(),
    firebaseProjectId: z.string(),
    jwksUrl: z.string(),
  })
  .parse(JSON.parse(process.argv[2] ?? ""));
const api = dataApi({
  ...options,
  trust: {
    issuer: firebaseIssuer(options.firebaseProjectId),
    audience: options.firebaseProjectId,
    keys: createLocalJWKSet(await (await fetch(options.jwksUrl)).json()),
  },
});
const server = createServer(getRequestListener((request) => api.fetch(request)));
server.listen(0, "127.0.0.1");
await once(server, "listening");
const address = server.address();
console.log(typeof address === "object" ? address?.port : 0);
