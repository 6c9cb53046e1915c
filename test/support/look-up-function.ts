import { z } from "zod";
import { createFunctionApp } from "../../packages/core/src/http/create-function-app.ts";
import { Id, requestFields } from "../../packages/core/src/http/request-fields.ts";
import { startTokenIssuer } from "./token-issuer.ts";

/** The moment at which every request of a {@link startLookUp} arrives. */
const NOW = new Date("2026-03-01T12:00:00Z");

const input = requestFields(
  "LookUpRequest",
  { encounter_id: ["encounter_id", "sessionId"], patient_id: ["patient_id"] },
  z.object({ encounter_id: Id, patient_id: Id.optional() }),
);

/** A request that is honest but for what it names; an undefined header is left out. */
export type Sent = {
  readonly path?: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string | undefined>>;
  readonly body?: BodyInit;
};

/** An encounter id, and the one browser origin that is allowed. */
export const ENCOUNTER = "5f0c9c6e-2d0b-4b6a-9a39-0d6b3f1a7c11";
export const ORIGIN = "https://app.example";

/**
 * Puts a function of the simplest kind on the HTTP kernel: it notes what it was asked, and fails with health data in
 * its message when a patient is named. Its tokens come from an issuer of its own; there is no database behind it.
 *
 * @returns the function; `restart` gives it another environment and a clean slate
 */
export async function startLookUp() {
  const issuer = await startTokenIssuer();
  const token = await issuer.sign("dr-amara-uid", NOW);
  const handled: unknown[] = [];
  const lines: string[] = [];

  function makeApp(changes: Readonly<Record<string, string | undefined>>) {
    const variables: Readonly<Record<string, string | undefined>> = {
      SUPABASE_URL: "http://127.0.0.1:9",
      SUPABASE_ANON_KEY: "sb_publishable_test",
      FIREBASE_PROJECT_ID: issuer.projectId,
      FIREBASE_JWKS_URL: issuer.jwksUrl,
      ALLOWED_ORIGINS: ORIGIN,
      ...changes,
    };
    const handle = async (request: { patient_id?: string | undefined }) => {
      handled.push(request);
      if (request.patient_id !== undefined) throw new TypeError("Alice Example is allergic to penicillin");
      return { success: true };
    };
    return createFunctionApp(
      { slug: "look-up", input, handle },
      { environment: (name) => variables[name], clock: () => NOW, fetch, writeLogLine: (line) => lines.push(line) },
    );
  }
  let app = makeApp({});

  return {
    issuer,
    token,
    handled,
    lines,
    restart(changes: Readonly<Record<string, string | undefined>> = {}) {
      handled.length = 0;
      lines.length = 0;
      app = makeApp(changes);
    },
    async send({ path = "/look-up", method = "POST", headers = {}, body }: Sent = {}) {
      const all = { "content-type": "application/json", "x-firebase-token": token, ...headers };
      const kept = Object.entries(all).filter((entry): entry is [string, string] => entry[1] !== undefined);
      const usual = method === "POST" ? JSON.stringify({ encounter_id: ENCOUNTER }) : null;
      const request = new Request(`http://localhost${path}`, { method, headers: kept, body: body ?? usual });
      const response = await app.fetch(request);
      const text = await response.text();
      const code: unknown = text.startsWith("{") ? JSON.parse(text).code : undefined;
      return { status: response.status, headers: response.headers, text, code };
    },
  };
}
