import { afterAll, expect, inject, test } from "vitest";
import { Drafted, type DraftedEncounter, openDraftingRoom } from "../support/drafting-room.ts";
import { type FunctionLife, startFunctionLife } from "../support/function-life.ts";

/** A proof takes many more. */
const KILLS = Number(process.env["DRAFT_KILLS"] ?? 20);
/** Longer than the model's answer here takes, so that a kill can come before, during and after it. */
const LATEST_KILL_MS = 600;
// The first call of a model on a machine may have to fetch what it imports.
const PATIENCE = { interval: 10, timeout: 150_000 };
/** Mostly it is waited for: for a boot, for a pace, for the moment of the kill. */
const LANES = 3;

const room = openDraftingRoom();
afterAll(room.close);

/** Every process that was started; one may still boot when the test ends. */
const lives: Promise<FunctionLife>[] = [];
afterAll(async () => {
  for (const life of await Promise.all(lives)) await life.kill();
});

const environment = {
  LLM_PROVIDER: "openai-compatible",
  LLM_BASE_URL: `${inject("modelStubUrl")}v1`,
  LLM_MODEL: "killed-model",
};

test(`L26 ${KILLS} kills while drafting: nothing stuck, nothing called twice, nothing overwritten`, {
  timeout: 300_000 + KILLS * 8_000,
}, async () => {
  const token = await room.token("dr-amara");
  // As the app does: an answer of 503 says that nothing was done and asks for the same once more.
  const post = async (life: FunctionLife, body: object): Promise<Response> => {
    const answer = await fetch(life.url, {
      method: "POST",
      headers: { "x-firebase-token": token, "content-type": "application/json" },
      body: JSON.stringify(body),
    });
    return answer.status === 503 ? post(life, body) : answer;
  };
  const kills = Array.from({ length: KILLS }, (_, kill) => kill).values();
  await Promise.all(Array.from({ length: LANES }, () => killOneByOne(kills, post)));
});

function startLife(): Promise<FunctionLife> {
  const life = startFunctionLife("generate-soap-draft-v2", room.state, environment);
  lives.push(life);
  return life;
}

/** A lane kills one process after the other; the next one boots while the one before it works. */
async function killOneByOne(
  kills: Iterable<number>,
  post: (life: FunctionLife, body: object) => Promise<Response>,
): Promise<void> {
  let life = await startLife();
  for (const kill of kills) {
    const booting = startLife();
    const encounter = await room.prepare([{ kind: "answer", firstDelayMs: 50, pieceDelayMs: 10 }]);
    const body = { sessionId: encounter.id, transcript: encounter.transcript };
    const answer = post(life, body).catch(() => undefined);
    await momentOf(kill, encounter);
    await life.kill();
    await answer;
    life = await booting;
    await expectTakenOver(encounter, kill, () => post(life, body));
  }
}

/** In turns: at any time, once the draft is begun, once the model's call is recorded, some time after that. */
async function momentOf(kill: number, encounter: DraftedEncounter): Promise<void> {
  const turn = kill % 4;
  const drafts = () => room.sql`select 1 from public.soap_drafts where encounter_id = ${encounter.id}`;
  if (turn === 1) await expect.poll(drafts, PATIENCE).toHaveLength(1);
  if (turn >= 2) await expect.poll(() => room.calls(encounter), PATIENCE).toHaveLength(1);
  const isTimed = turn === 0 || turn === 3;
  if (isTimed) await new Promise((resolve) => setTimeout(resolve, (LATEST_KILL_MS * kill) / KILLS));
}

async function expectTakenOver(
  encounter: DraftedEncounter,
  kill: number,
  draftAgain: () => Promise<Response>,
): Promise<void> {
  const isEdited = kill % 3 === 0;
  const edit = { plan: { items: [{ id: "mine", category: "other", description: "My words" }] } };
  if (isEdited) await room.writeNote(encounter, edit, { sign: false });
  await room.sql`update public.soap_drafts set lease_until = now()
    where encounter_id = ${encounter.id} and state = 'drafting' and lease_id is not null`;
  const { soapNote } = Drafted.parse(await (await draftAgain()).json());

  if (isEdited) expect(soapNote?.plan.items).toMatchObject([{ description: "My words" }]);
  const stuck = await room.sql`
    select 1 from public.soap_drafts where encounter_id = ${encounter.id} and state = 'drafting'`;
  expect(stuck).toEqual([]);
  const calls = await room.calls(encounter);
  expect((await room.requests(encounter)).length).toBeLessThanOrEqual(calls.length);
  expect(calls.filter(({ state }) => state === "answered").length).toBeLessThanOrEqual(1);
  expect(calls.map(({ state }) => state)).not.toContain("reserved");
}
