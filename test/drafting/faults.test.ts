import { ERROR_RULES } from "@patient-medical-history/core";
import type { StubBehaviourInput } from "@patient-medical-history/local-stack";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { drafted, openDraftingRoom } from "../support/drafting-room.ts";
import { MODEL_KEY } from "../support/share-drafting-stack.ts";
import { canaryWord } from "../support/silence/canary.ts";

const room = openDraftingRoom();
beforeEach(room.closeCircuit);
afterAll(room.close);

const status = (code: number, headers: Record<string, string> = {}): StubBehaviourInput => ({
  kind: "status",
  status: code,
  headers,
});
const says = (content: string, finishReason = "stop"): StubBehaviourInput => ({
  kind: "answer",
  content,
  finishReason,
});
const always = (behaviour: StubBehaviourInput) => Array.from({ length: 3 }, () => behaviour);

const EMPTY_NOTE = {
  subjective: {
    chiefComplaint: null,
    ...{ hpi: [], reviewOfSystems: [], history: [], medications: [], allergies: [] },
    listStates: Object.fromEntries(
      ["conditions", "medications", "allergies", "surgical_history", "family_history", "social_history"].map((list) => [
        list,
        { state: "not_asked", evidence: [] },
      ]),
    ),
  },
  objective: { vitalSigns: [], physicalExam: [], diagnostics: [] },
  assessment: { problems: [] },
  plan: { medications: [], items: [] },
  missing_critical_info: [],
};
const empty = JSON.stringify(EMPTY_NOTE);

type Case = readonly [what: string, behaviour: StubBehaviourInput, reason: string, calls: number];

const OUTAGES: Case[] = [
  ["L05 a 400", status(400), "http_400", 1],
  ["L05 a 401", status(401), "http_401", 1],
  ["L05 a 403", status(403), "http_403", 1],
  ["L05 a 404", status(404), "http_404", 1],
  ["L05 a 413", status(413), "http_413", 1],
  ["L03 429 with a Retry-After beyond the deadline", status(429, { "retry-after": "86400" }), "http_429", 1],
  ["L04 a 503, each time", status(503), "http_503", 3],
];

const BAD_ANSWERS: Case[] = [
  ["L06 HTML", { kind: "body", contentType: "text/html", body: "<h1>busy</h1>" }, "broken_stream", 3],
  ["L06 nothing", { kind: "body", contentType: "text/event-stream", body: "" }, "broken_stream", 3],
  [
    "L06 another envelope",
    { kind: "body", contentType: "text/event-stream", body: 'data: {"a":1}\n\n' },
    "broken_stream",
    3,
  ],
  ["L06 JSON that breaks off", says(empty.slice(0, 200)), "not_json", 3],
  ["L07 an answer cut short", says(empty, "length"), "truncated", 3],
  ["L07 a content filter", says("", "content_filter"), "refused", 3],
  ["L07 a refusal in words", says("I cannot help with that."), "not_json", 3],
  ["L08 prose before the object", says(`Here is the note: ${empty}`), "not_json", 3],
  ["L08 two objects", says(`${empty}\n${empty}`), "not_json", 3],
  ["L08 comments", says(`// note\n${empty}`), "not_json", 3],
  ["L09 null", says("null"), "not_the_schema", 3],
  ["L09 an array", says("[]"), "not_the_schema", 3],
  ["L09 a string", says('"note"'), "not_the_schema", 3],
  ["L09 {}", says("{}"), "not_the_schema", 3],
  ["L09 blanks", says("   "), "empty", 3],
  ["L10 a missing part", says(JSON.stringify({ ...EMPTY_NOTE, plan: undefined })), "not_the_schema", 3],
  ["L10 a part too many", says(JSON.stringify({ ...EMPTY_NOTE, billing: [] })), "not_the_schema", 3],
  [
    "L12 a status of its own",
    says(JSON.stringify({ ...EMPTY_NOTE, status: "signed", signer_name: "Dr" })),
    "not_the_schema",
    3,
  ],
  ["L11 demographics", says(JSON.stringify({ ...EMPTY_NOTE, patient_demographics: { age: 3 } })), "not_the_schema", 3],
  [
    "L10 another type",
    says(JSON.stringify({ ...EMPTY_NOTE, plan: { medications: "none", items: [] } })),
    "not_the_schema",
    3,
  ],
  [
    "L10 a word that is none of the list's",
    says(empty.replace('"state":"not_asked"', '"state":"perhaps"')),
    "not_the_schema",
    3,
  ],
  ["L10 great depth", says(`${"[".repeat(5000)}${"]".repeat(5000)}`), "not_the_schema", 3],
  ["L10 a megabyte", says(`{"subjective": "${"x".repeat(1024 * 1024)}"}`), "too_large", 3],
];

async function expectStandIn([, behaviour, reason, calls]: Case): Promise<void> {
  const encounter = await room.prepare(always(behaviour));
  const { soap_draft } = drafted(await room.draft(encounter));
  expect(soap_draft.meta).toMatchObject({ fallback_reason: reason });
  expect(soap_draft.meta.model).toMatch(/^offline-/);
  expect(soap_draft.meta.disclaimer).toMatch(/until a clinician has reviewed/);
  expect(await room.requests(encounter)).toHaveLength(calls);
  const rows = await room.calls(encounter);
  expect(rows).toEqual(rows.map((row) => ({ ...row, state: "failed", fault: reason })));
  expect(rows).toHaveLength(calls);
}

describe("a model that stays out is replaced by the offline drafter:", () => {
  test.each(OUTAGES)("%s", (...row) => expectStandIn(row));
});

describe.concurrent("a model that keeps answering badly is, and nothing of its answer is stored:", () => {
  test.each(BAD_ANSWERS)("%s", (...row) => expectStandIn(row));

  test("H05 of an answer that cannot be read a code and counts are kept, and not one word of it", async () => {
    const words = canaryWord("of the model's");
    const wrong = [
      `I cannot, says ${words}.`,
      JSON.stringify({ note: words }),
      `{"subjective": "${words} ${"x".repeat(600_000)}`,
    ];
    const encounter = await room.prepare(wrong.map((content) => says(content)));
    const answer = await room.draft(encounter);
    expect(drafted(answer).soap_draft.meta).toMatchObject({ fallback_reason: "too_large" });
    expect(answer.text).not.toContain(words);
    const calls = await room.calls(encounter);
    expect(calls.map(({ fault }) => fault)).toEqual(["not_json", "not_the_schema", "too_large"]);
    expect(calls.map(({ output_tokens }) => output_tokens)).toEqual([expect.any(Number), expect.any(Number), null]);
    // Logs and audit are watched around the whole run; this is whatever else is kept of a draft.
    const kept = await room.sql`
      select to_jsonb(draft)::text || to_jsonb(call)::text as kept from public.soap_drafts as draft
      join private.model_calls as call on call.draft_id = draft.id where encounter_id = ${encounter.id}`;
    expect(kept).toHaveLength(3);
    for (const row of kept) expect(row["kept"]).not.toContain(words);
  });
});

describe.concurrent("a model that is slow is given up in time:", () => {
  test.each<[string, StubBehaviourInput]>([
    ["L02 no first byte", { kind: "silence" }],
    ["L02 a stall in the middle", { kind: "stall" }],
    ["L02 a piece a second", { kind: "drip" }],
  ])("%s", async (_what, behaviour) => {
    const encounter = await room.prepare(always(behaviour));
    const { soap_draft } = drafted(await room.draft(encounter));
    expect(soap_draft.meta.fallback_reason).toBe("timeout");
    expect(await room.calls(encounter)).toHaveLength(3);
  });
});

describe("a model that recovers writes the draft:", () => {
  test.each<[string, readonly StubBehaviourInput[]]>([
    ["L04 after a 500", [status(500)]],
    ["L04 after a 502 and a 504", [status(502), status(504)]],
    ["L04 after a 529", [status(529)]],
    ["L03 after the seconds of Retry-After", [status(429, { "retry-after": "1" })]],
    ["L03 after the date of Retry-After", [status(429, { "retry-after": new Date().toUTCString() })]],
    ["L03 after a 429 without Retry-After", [status(429)]],
    ["L06 after a connection that broke", [{ kind: "break" }]],
    ["L01 after a connection that was closed at once", [{ kind: "hang_up" }]],
    ["L07 after an answer cut short", [says(empty, "length")]],
    ["L02 after silence", [{ kind: "silence" }]],
  ])("%s", async (_what, behaviours) => {
    const encounter = await room.prepare(behaviours);
    const { soap_draft } = drafted(await room.draft(encounter));
    expect(soap_draft.meta.model).toBe("openai-compatible:stub-model");
    expect((await room.calls(encounter)).map(({ state }) => state)).toEqual([
      ...behaviours.map(() => "failed"),
      "answered",
    ]);
    expect(await room.requests(encounter)).toHaveLength(behaviours.length + 1);
    const drafts = await room.sql`select 1 from public.soap_drafts where encounter_id = ${encounter.id}`;
    expect(drafts).toHaveLength(1);
  });

  test("L03 not before the time that Retry-After asks for", async () => {
    const encounter = await room.prepare([status(429, { "retry-after": "2" })]);
    drafted(await room.draft(encounter));
    const [pause] = await room.sql`
      select extract(epoch from second.started_at - first.settled_at) >= 1.9 as kept
      from private.model_calls as first
      join private.model_calls as second using (draft_id)
      join public.soap_drafts as draft on draft.id = draft_id
      where draft.encounter_id = ${encounter.id} and first.attempt = 1 and second.attempt = 2`;
    expect(pause).toEqual({ kept: true });
  });
});

describe("what is forgiven and what is kept:", () => {
  test.each([
    ["L08 one code fence around the object", `\`\`\`json\n${empty}\n\`\`\``],
    ["L08 a byte order mark", `\uFEFF${empty}`],
  ])("%s", async (_what, content) => {
    const encounter = await room.prepare([says(content)]);
    expect(drafted(await room.draft(encounter)).soap_draft.meta.model).toBe("openai-compatible:stub-model");
  });

  test("L14 an allergy of the record that the model leaves out stays, with the record as its evidence", async () => {
    const patient = await room.newPatient();
    await room.writeNote(await room.book({ patient: patient.name }), {
      subjective: { allergies: [{ id: "a", allergen: "Penicillin", severity: "severe", reaction: "anaphylaxis" }] },
    });
    const prepared = await room.prepare([says(empty)]);
    const encounter = { ...prepared, ...(await room.book({ patient: patient.name })) };
    await room.call("create-context-snapshot", { as: "dr-amara", body: { encounter_id: encounter.id } });
    const { soap_draft } = drafted(await room.draft(encounter));
    expect(soap_draft.subjective.allergies).toMatchObject([
      { allergen: "Penicillin", severity: "severe", reaction: "anaphylaxis", evidence: [{ kind: "snapshot" }] },
    ]);
  });
});

describe("L15 L16 no model is called", () => {
  test("without a transcript", async () => {
    const encounter = await room.prepare();
    const answer = await room.draft({ ...encounter, transcript: [] });
    expect(answer).toMatchObject({ status: ERROR_RULES.TRANSCRIPT_EMPTY.status, code: "TRANSCRIPT_EMPTY" });
    expect(await room.calls(encounter)).toEqual([]);
  });

  test("Q05 when the budget is used up: 429, and the next hour's clinic is none the worse", async () => {
    const encounter = await room.prepare();
    const [budget] =
      await room.sql`select max_requests from private.model_budgets where scope = 'provider' and period = 'hour'`;
    await room.sql`update private.model_budgets set max_requests = 0 where scope = 'provider' and period = 'hour'`;
    try {
      const answer = await room.draft(encounter, { prefer: "wait=0" });
      expect(answer).toMatchObject({ status: 429, code: "LLM_BUDGET_EXHAUSTED" });
      expect(answer.headers.get("retry-after")).toBe("3600");
      const streamed = await room.draft(encounter, { accept: "text/event-stream" });
      expect(streamed).toMatchObject({ status: 429, code: "LLM_BUDGET_EXHAUSTED" });
      expect(await room.requests(encounter)).toEqual([]);
    } finally {
      await room.sql`update private.model_budgets set max_requests = ${budget?.["max_requests"]}
        where scope = 'provider' and period = 'hour'`;
    }
    expect(drafted(await room.draft(encounter)).revision).toBe(3);
  });
});

test("no answer ever holds the model's key", async () => {
  const encounter = await room.prepare(always(status(401)));
  expect((await room.draft(encounter)).text).not.toContain(MODEL_KEY);
});
