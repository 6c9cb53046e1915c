import { afterAll, expect, inject, test } from "vitest";
import { Drafted, openDraftingRoom } from "../support/drafting-room.ts";
import { type FunctionLife, startFunctionLife } from "../support/function-life.ts";

/** A proof takes many more. */
const KILLS = Number(process.env["DRAFT_KILLS"] ?? 20);
/** Longer than any draft here takes, so that a kill can come before, during and after each of its steps. */
const LATEST_KILL_MS = 600;

const room = openDraftingRoom();
afterAll(room.close);

const environment = {
  LLM_PROVIDER: "openai-compatible",
  LLM_BASE_URL: `${inject("modelStubUrl")}v1`,
  LLM_MODEL: "killed-model",
};

test(`L26 ${KILLS} kills while drafting: nothing stuck, nothing called twice, nothing overwritten`, {
  timeout: 60_000 + KILLS * 8_000,
}, async () => {
  const token = await room.token("dr-amara");
  const post = (life: FunctionLife, body: object) =>
    fetch(life.url, {
      method: "POST",
      headers: { "x-firebase-token": token, "content-type": "application/json" },
      body: JSON.stringify(body),
    });

  let life = await startFunctionLife(room.state, environment);
  for (let kill = 0; kill < KILLS; kill++) {
    const encounter = await room.prepare([{ kind: "answer", firstDelayMs: 50, pieceDelayMs: 10 }]);
    const body = { sessionId: encounter.id, transcript: encounter.transcript };
    const answer = post(life, body).catch(() => undefined);
    await new Promise((resolve) => setTimeout(resolve, (LATEST_KILL_MS * kill) / KILLS));
    await life.kill();
    await answer;

    const isEdited = kill % 3 === 0;
    const edit = { plan: { items: [{ id: "mine", category: "other", description: "My words" }] } };
    if (isEdited) await room.writeNote(encounter, edit, { sign: false });
    await room.sql`update public.soap_drafts set lease_until = now()
      where encounter_id = ${encounter.id} and state = 'drafting' and lease_id is not null`;
    life = await startFunctionLife(room.state, environment);
    const { soapNote } = Drafted.parse(await (await post(life, body)).json());

    if (isEdited) expect(soapNote?.plan.items).toMatchObject([{ description: "My words" }]);
    const stuck = await room.sql`
      select 1 from public.soap_drafts where encounter_id = ${encounter.id} and state = 'drafting'`;
    expect(stuck).toEqual([]);
    const calls = await room.calls(encounter);
    expect((await room.requests(encounter)).length).toBeLessThanOrEqual(calls.length);
    expect(calls.filter(({ state }) => state === "answered").length).toBeLessThanOrEqual(1);
    expect(calls.map(({ state }) => state)).not.toContain("reserved");
  }
  await life.kill();
});
