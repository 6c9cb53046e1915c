import { expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";
import { channelJob, partitionedJob, type Spoken } from "./testing/transcribe-outputs.ts";

const TALK: Spoken[] = [
  ["spk_0", ["Any", "pain", "?"]],
  ["spk_1", ["No", ",", "none", "."]],
  ["spk_0", ["Good", "."]],
];
const TURNS = [
  { text: "Any pain?", speaker: "spk_0" },
  { text: "No, none.", speaker: "spk_1" },
  { text: "Good.", speaker: "spk_0" },
];

const refusalOf = (transcript: Parameters<typeof readTranscript>[0]): unknown => {
  try {
    return readTranscript(transcript);
  } catch (thrown) {
    return thrown;
  }
};

test.each([
  [
    "an item without a type",
    { results: { items: [{ alternatives: [{ content: "secret" }] }] } },
    "results.items.0.type",
  ],
  [
    "an item without a reading",
    { results: { items: [{ type: "pronunciation", alternatives: [] }] } },
    "results.items.0.alternatives",
  ],
  [
    "a time that is none",
    { results: { items: [{ type: "pronunciation", start_time: "secret", alternatives: [{ content: "x" }] }] } },
    "results.items.0.start_time",
  ],
  ["no items", { results: { transcripts: [{ transcript: "secret" }] } }, "results.items"],
])("a job with %s is refused at its place, without its words", (_what, job, place) => {
  const refusal = refusalOf(job);
  expect(refusal).toMatchObject({ code: "INVALID_REQUEST", details: [{ field: `transcript.${place}` }] });
  expect(JSON.stringify(refusal)).not.toContain("secret");
});

test.each([
  ["names each word's speaker", partitionedJob(TALK)],
  ["names speakers in its segments alone", partitionedJob(TALK, { older: true })],
])("a job that %s gives a turn per speaker", (_what, job) => {
  expect(readTranscript(job)).toEqual(TURNS);
  expect(readTranscript(JSON.stringify(job))).toEqual(TURNS);
});

test("a job with a channel per speaker gives the sentences of both in the order they began", () => {
  const talk: Spoken[] = TALK.map(([speaker, words]) => [speaker.replace("spk", "ch"), words]);
  expect(readTranscript(channelJob(talk))).toEqual(
    TURNS.map(({ text, speaker }) => ({ text, speaker: speaker.replace("spk", "ch") })),
  );
});

test("a job without speakers gives words that are nobody's, a long speech in several turns", () => {
  const items = Array.from({ length: 1000 }, (_, place) => [
    { type: "pronunciation", alternatives: [{ content: `word${place}` }] },
    { type: "punctuation", alternatives: [{ content: "." }] },
  ]).flat();
  const turns = readTranscript({ results: { items } });
  expect(turns.length).toBeGreaterThan(3);
  expect(turns.map((turn) => (typeof turn === "string" ? turn : turn.text)).join(" ")).toBe(
    Array.from({ length: 1000 }, (_, place) => `word${place}.`).join(" "),
  );
});

test("the outputs of a call that was rejoined stand one after the other, whatever their times", () => {
  expect(readTranscript([partitionedJob(TALK.slice(0, 2)), partitionedJob(TALK.slice(2))])).toEqual(TURNS);
});

test("a job in which nothing was said gives no turn", () => {
  expect(readTranscript({ results: { transcripts: [{ transcript: "" }], items: [] }, status: "COMPLETED" })).toEqual(
    [],
  );
});
