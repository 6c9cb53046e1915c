import { join } from "node:path";
import {
  bookEncounter,
  interruption,
  mintToken,
  readOptions,
  runCommand,
  type StackState,
  startStack,
} from "@patient-medical-history/local-stack";
import { readEncounterFile, SPEAKER_LABELS, type Turn } from "./walk/encounter-file.ts";
import { MobileApp } from "./walk/mobile-app.ts";
import { walkMainJob } from "./walk/walk-main-job.ts";

const USAGE = `Usage: npx pnpm@10 start [options]

Boots the local stack and walks the main job once over HTTP, as the mobile app does: snapshot, transcript, draft,
correction, signature, merge, history. Then it keeps serving; Ctrl-C stops it, and the data is kept.

  --encounter FILE  take the talk from a JSON file {"turns": [{"sequence": 1, "speaker": "doctor", "text": "…"}]};
                    ${SPEAKER_LABELS}
  --once            exit after the walk: 0 when every step held, 1 when one did not
  --reset           start from an empty database
  --help            this text`;

const ROOT = join(import.meta.dirname, "..");
const SAMPLE = join(import.meta.dirname, "walk/sample-encounter.json");

await runCommand(async () => {
  const { values } = readOptions({
    options: {
      encounter: { type: "string" },
      once: { type: "boolean", default: false },
      reset: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) console.log(USAGE);
  else await start(readEncounterFile(values.encounter ?? SAMPLE), values);
});

async function start(turns: readonly Turn[], { once, reset }: { once: boolean; reset: boolean }): Promise<void> {
  const signal = interruption();
  let isWalking = true;
  const interrupted = new Promise<void>((resolve) => signal.addEventListener("abort", () => resolve()));
  console.log("booting the local stack");
  const stack = await startStack({
    rootDir: ROOT,
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
    if (once) return;
    isWalking = false;
    printDirections(stack.state);
    await interrupted;
  } finally {
    await stack.stop();
  }
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
