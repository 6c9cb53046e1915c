import { createServer, type IncomingMessage } from "node:http";
import { z } from "zod";

const PROJECT = "test-clinic";
const PREFIX = `/identitytoolkit.googleapis.com/v1/projects/${PROJECT}/accounts:`;

const Lookup = z.object({ localId: z.array(z.string()) });
const Update = z.object({ localId: z.string(), customAttributes: z.string() });

/** An account as the Identity Toolkit keeps it. */
export type Account = {
  readonly localId: string;
  readonly email?: string;
  /** The custom claims, as JSON text. */
  customAttributes?: string;
  disabled?: boolean;
  /** Seconds since the epoch, as text: earlier sessions were ended. */
  validSince?: string;
};

/** The endpoints of Google's Identity Toolkit that the identity scripts call, on this machine. */
export type IdentityToolkit = {
  readonly projectId: string;
  /** What `FIREBASE_AUTH_EMULATOR_HOST` is to be. */
  readonly host: string;
  readonly accounts: Map<string, Account>;
  /** Uids that the listing does not have yet, as of people who sign up while it is read. */
  readonly unlisted: Set<string>;
  /** Uids whose every change is refused. */
  readonly broken: Set<string>;
  /** The operations that were called, in order, such as `update alice-uid`. */
  readonly calls: string[];
  readonly stop: () => Promise<void>;
};

/**
 * Starts the stand-in on a free loopback port.
 *
 * @param pageSize - how many accounts one page of the listing holds, whatever is asked for
 * @see https://cloud.google.com/identity-platform/docs/reference/rest/v1/projects.accounts
 */
export async function startIdentityToolkit(pageSize = 2): Promise<IdentityToolkit> {
  const accounts = new Map<string, Account>();
  const unlisted = new Set<string>();
  const broken = new Set<string>();
  const calls: string[] = [];

  async function answer(request: IncomingMessage): Promise<{ status: number; body: object }> {
    const url = new URL(request.url ?? "/", "http://127.0.0.1");
    const operation = url.pathname.startsWith(PREFIX) ? url.pathname.slice(PREFIX.length) : "unknown";
    if (operation === "batchGet") {
      const start = Number(url.searchParams.get("nextPageToken") ?? 0);
      calls.push(`batchGet ${start}`);
      const listed = [...accounts.values()].filter(({ localId }) => !unlisted.has(localId));
      const next = start + pageSize;
      const nextPage = next < listed.length && { nextPageToken: String(next) };
      return { status: 200, body: { users: listed.slice(start, next), ...nextPage } };
    }
    const sent: unknown = JSON.parse(await textOf(request));
    if (operation === "lookup") {
      const users = Lookup.parse(sent).localId.flatMap((uid) => accounts.get(uid) ?? []);
      return { status: 200, body: { users } };
    }
    if (operation === "update") {
      const { localId, customAttributes } = Update.parse(sent);
      const account = accounts.get(localId);
      calls.push(`update ${localId}`);
      if (account === undefined || broken.has(localId)) {
        return { status: 400, body: { error: { code: 400, message: "USER_NOT_FOUND" } } };
      }
      account.customAttributes = customAttributes;
      return { status: 200, body: { localId } };
    }
    return { status: 404, body: { error: { code: 404, message: "NOT_FOUND" } } };
  }

  const server = createServer((request, response) => {
    answer(request).then(({ status, body }) => {
      response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
    });
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      resolve(typeof address === "object" ? (address?.port ?? 0) : 0);
    });
  });
  return {
    ...{ projectId: PROJECT, host: `127.0.0.1:${port}`, accounts, unlisted, broken, calls },
    stop: () =>
      new Promise((resolve) => {
        server.closeAllConnections();
        server.close(() => resolve());
      }),
  };
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of request.setEncoding("utf8")) text += chunk;
  return text;
}
