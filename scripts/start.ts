import { join } from "node:path";
import {
  bookEncounter,
  interruption,
  type ModelStub,
  mintToken,
  RecordedRequest,
  readOptions,
  runCommand,
  type StackState,
  startModelStub,
  startStack,
} from "@patient-medical-history/local-stack";
import { z } from "zod";
import { readEncounterFile, SPEAKER_LABELS, type Turn } from "./walk/encounter-file.ts";
import { MobileApp } from "./walk/mobile-app.ts";
import { walkMainJob } from "./walk/walk-main-job.ts";

const USAGE = `Usage: npx pnpm@10 start [options]

Boots the local stack and walks the main job once over HTTP, as the mobile app does: snapshot, transcript, draft,
correction, signature, merge, history. Then it keeps serving; Ctrl-C stops it, and the data is kept.

  --encounter FILE  take the talk from a JSON file {"turns": [{"sequence": 1, "speaker": "doctor", "text": "…"}]};
                    ${SPEAKER_LABELS}
  --llm-stub        have drafts written by a stub model that speaks the protocol of OpenAI, and print what it was sent
  --once            exit after the walk: 0 when every step held, 1 when one did not
  --reset           start from an empty database
  --help            this text`;

const ROOT = join(import.meta.dirname, "..");
const SAMPLE = join(import.meta.dirname, "walk/sample-encounter.json");

await runCommand(async () => {
  const { values } = readOptions({
    options: {
      encounter: { type: "string" },
      "llm-stub": { type: "boolean", default: false },
      once: { type: "boolean", default: false },
      reset: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await start(readEncounterFile(values.encounter ?? SAMPLE), { ...values, llmStub: values["llm-stub"] });
});

async function start(
  turns: readonly Turn[],
  { once, reset, llmStub }: { once: boolean; reset: boolean; llmStub: boolean },
): Promise<void> {
  const signal = interruption();
  let isWalking = true;
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  console.log("booting the local stack");
  const stub = llmStub ? await startModelStub() : undefined;
  const stack = await startStack({
    rootDir: ROOT,
    environment:
      stub === undefined
        ? {}
        : { LLM_PROVIDER: "openai-compatible", LLM_BASE_URL: stub.url, LLM_MODEL: "stub-model", LLM_API_KEY: "stub" },
    reset,
    signal,
    watch: !once,
    reporter: {
      part: (name, elapsedMs) => console.log(`  ${(elapsedMs / 1000).toFixed(1).padStart(5)} s  ${name}`),
      // The walk is read step by step, so log lines wait for its end; a file has them all.
      log: (name, line) => {
        if (!isWalking) console.error(`[${name}] ${line}`);
      },
    },
  });
  try {
    await Promise.race([walk(stack.state, turns), interrupted]);
    if (stub !== undefined) await printRequests(stub);
    if (once) return;
    isWalking = false;
    printDirections(stack.state);
    await interrupted;
  } finally {
    await stack.stop();
    await stub?.close();
  }
}

/** What left for the model in this walk, word for word. */
async function printRequests(stub: ModelStub): Promise<void> {
  const recorded = z.array(RecordedRequest).parse(await (await fetch(new URL("/requests", stub.url))).json());
  for (const { body } of recorded)
    console.log(`\nwhat the model was sent:\n${JSON.stringify(JSON.parse(body), null, 2)}`);
}

async function walk(state: StackState, turns: readonly Turn[]): Promise<void> {
  let stepNumber = 0;
  const step = (title: string) => console.log(`\n${++stepNumber}. ${title}`);
  const show = (line: string) => console.log(`   ${line}`);
  const signIn = async (name: string) => {
    const firebaseToken = await mintToken(ROOT, name);
    return new MobileApp({ apiUrl: state.apiUrl, publishableKey: state.publishableKey, firebaseToken });
  };

  step("dr-amara, alice and bob sign in; the clinic has booked a video visit of alice with dr-amara");
  const [provider, patient, stranger] = await Promise.all(["dr-amara", "alice", "bob"].map(signIn));
  if (!provider || !patient || !stranger) throw new Error("Cannot start the walk: the seed lacks its personas");
  const encounter = await bookEncounter(state, { provider: "dr-amara", patient: "alice" });
  show(`encounter ${encounter.id}`);

  const guestAttendeeId = encounter.attendees.other;
  await walkMainJob({ encounter, provider, patient, stranger, guestAttendeeId, turns, step, show });
  console.log("\nevery step held");
}

function printDirections(state: StackState): void {
  const alice = state.personas["alice"];
  console.log(`
The stack keeps serving. Ctrl-C stops it; the data is kept.

  functions  ${state.apiUrl}/functions/v1/<name>
  Data API   ${state.apiUrl}/rest/v1/
  identity   ${state.jwksUrl}
  personas   ${Object.entries(state.personas)
    .map(([name, { role }]) => `${name} (${role})`)
    .join(", ")}
  logs       .stack/log/<name>.log, and here from now on

A token is printed by: npx pnpm@10 -s token alice. Try:

  curl -s ${state.apiUrl}/functions/v1/get-patient-history \\
    -H "apikey: ${state.publishableKey}" -H "x-firebase-token: $(npx pnpm@10 -s token alice)" \\
    -H "content-type: application/json" -d '{"patientId": "${alice?.userId ?? ""}"}'
`);
}
