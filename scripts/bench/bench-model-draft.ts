import type { StubBehaviourInput } from "@patient-medical-history/local-stack";
import { z } from "zod";
import { type DraftingClinic, openDraftingClinic } from "./drafting-clinic.ts";
import { median, rounded } from "./statistics.ts";
import { type DraftTimes, timeDraftStream } from "./time-draft-stream.ts";

/** One figure of drafting with a model beside what it has to be. */
export interface ModelDraftFigure {
  readonly figure: string;
  readonly measured: number;
  readonly must: string;
}

/** What was measured: the figures, and the times they come from. */
export interface ModelDraftBench {
  readonly rounds: number;
  readonly figures: readonly ModelDraftFigure[];
  readonly drafts: readonly DraftTimes[];
  readonly stub: readonly DraftTimes[];
  readonly concurrentMs: readonly number[];
}

/** Faster than any model writes a note, so that what the function adds weighs more than it will. */
const PACE: StubBehaviourInput = { kind: "answer", firstDelayMs: 400, pieceDelayMs: 15 };
const CONCURRENT = 50;
const Ready = z.object({
  soap_status: z.enum(["drafting", "draft_ready"]),
  soap_draft: z.object({ meta: z.object({ fallback_reason: z.string().nullish() }) }).optional(),
});

/**
 * Measures drafting with a model over HTTP, beside the time the stub model takes by itself for the same requests; then
 * fifty drafts at once.
 *
 * @param rootDir - The repository's root.
 * @param rounds - How often each is measured, taken in turns; medians count.
 * @param progress - Hears how far it is.
 */
export async function benchModelDraft(
  rootDir: string,
  rounds: number,
  progress: (line: string) => void,
): Promise<ModelDraftBench> {
  const clinic = await openDraftingClinic(rootDir);
  try {
    const drafts: DraftTimes[] = [];
    const stub: DraftTimes[] = [];
    // The first round warms up and is not counted.
    for (let round = 0; round <= rounds; round++) {
      progress(`round ${round} of ${rounds} …`);
      const { draft, alone } = await measureOnce(clinic, round);
      if (round === 0) continue;
      drafts.push(draft);
      stub.push(alone);
    }
    progress(`${CONCURRENT} drafts at once …`);
    const { errors, times } = await measureConcurrent(clinic, rounds + 1);
    return { rounds, figures: figuresOf(drafts, stub, errors, times), drafts, stub, concurrentMs: times };
  } finally {
    await clinic.close();
  }
}

async function measureOnce(clinic: DraftingClinic, round: number): Promise<{ draft: DraftTimes; alone: DraftTimes }> {
  const encounter = await clinic.prepare(round, [PACE, PACE]);
  const draftedMs = performance.now();
  const streamed = await clinic.draft(encounter, { accept: "text/event-stream" });
  const { text, ...draft } = await timeDraftStream(draftedMs, streamed, endOfSectionEvent);
  if (!text.includes("event: done") || text.includes('"fallback_reason":"')) {
    throw new Error("Cannot measure drafting: the model's draft was not stored");
  }
  const body = await clinic.sentToStub(encounter);
  const askedMs = performance.now();
  const { text: _, ...alone } = await timeDraftStream(askedMs, await clinic.askStub(body), endOfWrittenSection);
  return { draft, alone };
}

function endOfSectionEvent(events: string): number {
  return events.indexOf("\n\n", events.indexOf("event: section")) + 2;
}

/** The model has written its first section once it begins the second. */
function endOfWrittenSection(events: string): number {
  let written = "";
  for (const match of events.matchAll(/"delta":\{"content":("(?:[^"\\]|\\.)*")/g)) {
    written += z.string().parse(JSON.parse(match[1] ?? '""'));
    if (written.includes('"objective":')) return match.index + match[0].length;
  }
  return events.length;
}

async function measureConcurrent(
  clinic: DraftingClinic,
  first: number,
): Promise<{ readonly errors: number; readonly times: number[] }> {
  const encounters = await Promise.all(
    Array.from({ length: CONCURRENT }, (_, number) => clinic.prepare(first + number, [PACE])),
  );
  const startedMs = performance.now();
  const outcomes = await Promise.all(
    encounters.map(async (encounter) => {
      for (;;) {
        const answer = await clinic.draft(encounter);
        const ready = Ready.safeParse(await answer.json());
        const isError =
          answer.status !== 200 || !ready.success || typeof ready.data.soap_draft?.meta.fallback_reason === "string";
        if (isError || ready.data.soap_status === "draft_ready") return { isError, ms: performance.now() - startedMs };
      }
    }),
  );
  return {
    errors: outcomes.filter(({ isError }) => isError).length,
    times: outcomes.map(({ ms }) => Math.round(ms)).sort((one, other) => one - other),
  };
}

function figuresOf(
  drafts: readonly DraftTimes[],
  stub: readonly DraftTimes[],
  errors: number,
  times: readonly number[],
): ModelDraftFigure[] {
  const ratio = (time: keyof DraftTimes) =>
    rounded(median(drafts.map((one) => one[time])) / median(stub.map((one) => one[time])));
  return [
    { figure: "time to the first section ÷ the stub's own", measured: ratio("firstSectionMs"), must: "≤ 1.2" },
    { figure: "time to the whole draft ÷ the stub's own", measured: ratio("wholeMs"), must: "≤ 1.2" },
    { figure: `errors and stand-ins among ${CONCURRENT} drafts at once`, measured: errors, must: "0" },
    {
      figure: `the slowest of them ÷ the stub's own`,
      measured: rounded((times.at(-1) ?? 0) / median(stub.map(({ wholeMs }) => wholeMs))),
      must: "",
    },
  ];
}
