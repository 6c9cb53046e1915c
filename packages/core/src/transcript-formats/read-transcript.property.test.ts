import fc from "fast-check";
import { expect, test } from "vitest";
import type { HandedInTurn } from "./handed-in-turn.ts";
import { readTranscript } from "./read-transcript.ts";
import { channelJob, partitionedJob, type Spoken } from "./testing/transcribe-outputs.ts";

const RUNS = { numRuns: 60 };
const word = fc.stringMatching(/^[a-zé]{1,8}$/).filter((text) => !text.startsWith("note"));
const talkOf = (...speakers: readonly string[]): fc.Arbitrary<Spoken[]> =>
  fc.array(
    fc
      .tuple(fc.constantFrom(...speakers), fc.array(word, { minLength: 1, maxLength: 6 }))
      .map(([speaker, words]): Spoken => [speaker, [...words, "."]]),
    { maxLength: 20 },
  );

/** Every word with who said it: what must be in the turns, no more and no less, in this order. */
const said = (talk: readonly Spoken[]) =>
  talk.flatMap(([speaker, words]) => words.filter((one) => one !== ".").map((one) => `${speaker} ${one}`));
const told = (turns: readonly HandedInTurn[]) =>
  turns.flatMap((turn) => {
    const { text, speaker } =
      typeof turn === "string" ? { text: turn.slice(turn.indexOf(":") + 1), speaker: turn.split(":")[0] } : turn;
    return text
      .split(/[\s.]+/)
      .filter((one) => one !== "")
      .map((one) => `${speaker} ${one}`);
  });

const sentence = (words: readonly string[]) => `${words.slice(0, -1).join(" ")}.`;

test.each<[string, (talk: readonly Spoken[]) => Parameters<typeof readTranscript>[0]]>([
  ["a job with speakers", (talk) => partitionedJob(talk)],
  ["an older job with speakers", (talk) => partitionedJob(talk, { older: true })],
  ["a job with channels", (talk) => channelJob(talk)],
  [
    "a HealthScribe file",
    (talk) => ({
      Conversation: {
        TranscriptSegments: talk.map(([ParticipantRole, words]) => ({
          Content: sentence(words),
          ParticipantDetails: { ParticipantRole },
        })),
      },
    }),
  ],
  ["plain text", (talk) => talk.map(([speaker, words]) => `${speaker}: ${sentence(words)}`).join("\n")],
  ["plain text under labels", (talk) => talk.map(([speaker, words]) => `${speaker}:\n${sentence(words)}\n`).join("\n")],
  [
    "WebVTT",
    (talk) =>
      ["WEBVTT"]
        .concat(
          talk.map(([speaker, words], place) => {
            const at = (seconds: number) =>
              `00:${String(Math.floor(seconds / 60)).padStart(2, "0")}:${String(seconds % 60).padStart(2, "0")}.000`;
            return `${at(place)} --> ${at(place + 1)}\n<v ${speaker}>${sentence(words)}</v>`;
          }),
        )
        .join("\n\n"),
  ],
])("%s: nothing said is lost, no word is invented, order and speakers are kept", (_format, write) => {
  fc.assert(
    fc.property(talkOf("Doctor", "Patient"), (talk) => {
      expect(told(readTranscript(write(talk)))).toEqual(said(talk));
    }),
    RUNS,
  );
});

test("a live transcription: whatever is revised, late, cut off by a rejoin or never finished, the last words stand once, in order", () => {
  // A run begins on a channel that spoke before, by which it is known for a new one.
  const run = fc.array(
    fc.record({
      channel: fc.constantFrom("ch_0", "ch_1"),
      drafts: fc.array(fc.array(word, { minLength: 1, maxLength: 3 }), { maxLength: 2 }),
      words: fc.array(word, { minLength: 1, maxLength: 4 }),
      isLate: fc.boolean(),
      isFinished: fc.boolean(),
    }),
    { minLength: 1, maxLength: 8 },
  );
  fc.assert(
    fc.property(fc.array(run, { minLength: 1, maxLength: 3 }), (runs) => {
      const events = runs.flatMap((results, part) =>
        results.flatMap(({ drafts, words, isLate, isFinished, ...result }, place) => {
          const channel = place === 0 ? "ch_0" : result.channel;
          const event = (IsPartial: boolean, said: readonly string[]) => ({
            Transcript: {
              Results: [
                {
                  ...{ ResultId: `${part}-${place}`, IsPartial, ChannelId: channel },
                  ...{
                    StartTime: place * 2,
                    EndTime: place * 2 + 1.5,
                    Alternatives: [{ Transcript: `${said.join(" ")}.` }],
                  },
                },
              ],
            },
          });
          const partial = drafts.map((draft) => event(true, draft));
          const last = event(!(isFinished || place === 0), words);
          return isLate && !last.Transcript.Results[0]?.IsPartial ? [...partial, last, ...partial] : [...partial, last];
        }),
      );
      const expected = runs.flatMap((results) =>
        results.flatMap(({ channel, words }, place) => words.map((one) => `${place === 0 ? "ch_0" : channel} ${one}`)),
      );
      expect(told(readTranscript(events))).toEqual(expected);
    }),
    RUNS,
  );
});
