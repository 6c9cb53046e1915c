import type { StubBehaviourInput } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, expect, inject, test } from "vitest";
import { Drafted, type DraftedEncounter, openDraftingRoom } from "../support/drafting-room.ts";
import { type FunctionLife, startFunctionLife } from "../support/function-life.ts";

// A name of its own: what other tests ask of their model says nothing of this one.
const MODEL = "resting-model";
const OUTAGES = Array.from({ length: 3 }, (): StubBehaviourInput => ({ kind: "status", status: 503, headers: {} }));

const room = openDraftingRoom();
let life: FunctionLife;
let token: string;

beforeAll(async () => {
  token = await room.token("dr-amara");
  life = await startFunctionLife("generate-soap-draft-v2", room.state, {
    LLM_PROVIDER: "openai-compatible",
    LLM_BASE_URL: `${inject("modelStubUrl")}v1`,
    LLM_MODEL: MODEL,
  });
});

afterAll(async () => {
  await life?.kill();
  await room.close();
});

async function metaOfDraft(encounter: DraftedEncounter) {
  const answer = await fetch(life.url, {
    method: "POST",
    headers: { "x-firebase-token": token, "content-type": "application/json" },
    body: JSON.stringify({ sessionId: encounter.id, transcript: encounter.transcript }),
  });
  return Drafted.parse(await answer.json()).soap_draft.meta;
}

test("L30 after outages in a row the model is left alone, then probed once, then trusted again", async () => {
  for (let outage = 0; outage < 2; outage++) {
    expect((await metaOfDraft(await room.prepare(OUTAGES))).fallback_reason).toBe("http_503");
  }
  const alone = await room.prepare();
  expect((await metaOfDraft(alone)).fallback_reason).toBe("circuit_open");
  expect(await room.requests(alone)).toEqual([]);

  await room.sql`update private.model_calls set settled_at = settled_at - interval '31 seconds'
    where state = 'failed' and model = ${`openai-compatible:${MODEL}`}`;
  for (const visit of ["the probe", "the next"]) {
    expect({ visit, model: (await metaOfDraft(await room.prepare())).model }).toEqual({
      visit,
      model: `openai-compatible:${MODEL}`,
    });
  }
});
