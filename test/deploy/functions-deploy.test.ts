import { join } from "node:path";
import {
  bookEncounter,
  mintToken,
  type RunningStack,
  startStack,
  type TemporaryFolder,
  temporaryFolder,
} from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { deployFunctions } from "./deploy-functions.ts";
import { type DeployRecorder, startDeployRecorder, type Upload } from "./deploy-recorder.ts";
import { serveUnpacked } from "./unpacked-function.ts";

const ROOT = join(import.meta.dirname, "../..");

/** What a request to a function of the stack is made of, and what it must answer. */
interface RealRequest {
  readonly person: string;
  readonly body: (stack: RunningStack) => Promise<Record<string, unknown>>;
  readonly answer: { readonly status: number; readonly body: Record<string, unknown> };
}

const REQUESTS: Record<string, RealRequest> = {
  "create-context-snapshot": {
    person: "dr-amara",
    body: async ({ state }) => ({
      encounter_id: (await bookEncounter(state, { provider: "dr-amara", patient: "alice" })).id,
    }),
    answer: { status: 200, body: { success: true } },
  },
  "generate-soap-draft-v2": {
    person: "dr-amara",
    body: async ({ state }) => ({
      encounter_id: (await bookEncounter(state, { provider: "dr-amara", patient: "alice" })).id,
    }),
    answer: { status: 422, body: { code: "TRANSCRIPT_EMPTY" } },
  },
  "get-patient-history": {
    person: "alice",
    body: async ({ state }) => ({ patientId: state.personas["alice"]?.userId }),
    answer: { status: 200, body: { success: true, hasHistory: true } },
  },
  "update-patient-medical-record": {
    person: "dr-amara",
    body: async ({ state }) => ({ patientId: state.personas["alice"]?.userId, soapNoteId: crypto.randomUUID() }),
    answer: { status: 404, body: { code: "NOT_FOUND" } },
  },
};

describe("supabase functions deploy --use-api", () => {
  let recorder: DeployRecorder;
  let stack: RunningStack;
  let home: TemporaryFolder;

  beforeAll(async () => {
    home = await temporaryFolder("deploy-test-");
    recorder = await startDeployRecorder();
    stack = await startStack({
      rootDir: home.path,
      supabaseDir: join(ROOT, "supabase"),
      functionsDir: "none",
      temporary: true,
    });
    await deployFunctions(ROOT, recorder.url, home.path);
  });
  afterAll(async () => {
    await stack?.stop();
    await recorder?.close();
    await home?.remove();
  });

  test("A53 uploads the four functions and no other", () => {
    expect([...recorder.uploads.keys()].sort()).toEqual(Object.keys(REQUESTS).sort());
  });

  describe.each(Object.entries(REQUESTS))("%s", (slug, request) => {
    function upload(): Upload {
      const found = recorder.uploads.get(slug);
      if (!found) throw new Error(`Cannot test ${slug}: it was not uploaded`);
      return found;
    }

    test("leaves its tests at home and the gateway's JWT check off", () => {
      const paths = [...upload().files.keys()];
      expect(paths.filter((path) => /\.test\.ts$|\/testing\//.test(path))).toEqual([]);
      expect(upload().metadata.verify_jwt).toBe(false);
    });

    test("boots from its upload alone, answers /health and one real request", async () => {
      const { apiUrl, publishableKey, secretKey, firebaseProjectId, jwksUrl } = stack.state;
      const served = await serveUnpacked(slug, upload(), {
        SUPABASE_URL: apiUrl,
        SUPABASE_ANON_KEY: publishableKey,
        SUPABASE_SERVICE_ROLE_KEY: secretKey,
        FIREBASE_PROJECT_ID: firebaseProjectId,
        FIREBASE_JWKS_URL: jwksUrl,
      });
      try {
        expect((await fetch(`${served.url}/health`)).status).toBe(200);
        const response = await fetch(served.url, {
          method: "POST",
          headers: {
            apikey: publishableKey,
            authorization: `Bearer ${publishableKey}`,
            "x-firebase-token": await mintToken(home.path, request.person),
            "content-type": "application/json",
          },
          body: JSON.stringify(await request.body(stack)),
        });
        expect({ status: response.status, body: await response.json() }).toMatchObject(request.answer);
      } finally {
        await served.stop();
      }
    });
  });
});
