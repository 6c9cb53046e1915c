import { join } from "node:path";
import {
  bookEncounter,
  mintToken,
  RecordedRequest,
  type StubBehaviourInput,
  startModelStub,
  startStack,
  temporaryFolder,
} from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { z } from "zod";
import { readSampleTurns } from "../walk/read-sample-turns.ts";

const SLUG = "generate-soap-draft-v2";
const PROVIDER = "dr-amara";

/** An encounter to draft, and the word by which the stub knows it. */
export interface PreparedEncounter {
  readonly marker: string;
  readonly body: object;
}

/**
 * Opens a clinic of its own whose drafts a stub model writes, with budgets and limits nobody reaches.
 *
 * @param rootDir - The repository's root.
 * @returns What books, drafts and speaks to the stub; close it at the end.
 */
export async function openDraftingClinic(rootDir: string) {
  const folder = await temporaryFolder("bench-draft-");
  const stub = await startModelStub();
  const stack = await startStack({
    temporary: true,
    rootDir: folder.path,
    supabaseDir: join(rootDir, "supabase"),
    environment: { LLM_PROVIDER: "openai-compatible", LLM_BASE_URL: stub.url, LLM_MODEL: "stub-model" },
  });
  const { state } = stack;
  const sql = postgres(state.dbUrl, { max: 1, onnotice: () => {} });
  await sql`update private.model_budgets set max_requests = 1000000, max_tokens = 1000000000000`;
  await sql`delete from private.rate_limits`;
  await sql.end();
  const control = new URL("/", stub.url);
  const turns = await readSampleTurns();

  return {
    /** Books an encounter of the sample talk, which the stub answers at a pace. */
    async prepare(number: number, behaviours: readonly StubBehaviourInput[]): Promise<PreparedEncounter> {
      const marker = `bench-visit-${number}-`;
      const { id } = await bookEncounter(state, { provider: PROVIDER, patient: "alice" });
      await fetch(new URL("scripts", control), { method: "POST", body: JSON.stringify({ marker, behaviours }) });
      return { marker, body: { sessionId: id, transcript: [{ speaker: "provider", text: marker }, ...turns] } };
    },

    async draft({ body }: PreparedEncounter, headers: Readonly<Record<string, string>> = {}): Promise<Response> {
      const token = await mintToken(folder.path, state.personas[PROVIDER]?.uid ?? PROVIDER);
      return fetch(`${state.apiUrl}/functions/v1/${SLUG}`, {
        method: "POST",
        headers: {
          ...{ apikey: state.publishableKey, "x-firebase-token": token, "content-type": "application/json" },
          ...headers,
        },
        body: JSON.stringify(body),
      });
    },

    /** What the function sent the stub for an encounter. */
    async sentToStub({ marker }: PreparedEncounter): Promise<string> {
      const recorded = await fetch(new URL(`requests?marker=${marker}`, control));
      const [request] = z.array(RecordedRequest).parse(await recorded.json());
      if (request === undefined) throw new Error("Cannot measure drafting: the stub was not asked");
      return request.body;
    },

    askStub: (body: string): Promise<Response> => fetch(`${stub.url}/chat/completions`, { method: "POST", body }),

    async close(): Promise<void> {
      await stack.stop();
      await stub.close();
      await folder.remove();
    },
  };
}

/** What {@link openDraftingClinic} opens. */
export type DraftingClinic = Awaited<ReturnType<typeof openDraftingClinic>>;
