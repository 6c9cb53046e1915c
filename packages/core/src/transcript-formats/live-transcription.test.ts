import { describe, expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";

type Result = { id: string; partial?: boolean; from: number; to?: number; channel?: string; text: string };

/** As Amazon Transcribe streams it. */
const heard = ({ id, partial = false, from, to = from + 1, channel = "ch_0", text }: Result) => ({
  TranscriptEvent: {
    Transcript: {
      Results: [
        {
          ...{ ResultId: id, IsPartial: partial, StartTime: from, EndTime: to, ChannelId: channel },
          Alternatives: [
            { Transcript: text, Items: [{ Content: text, Type: "pronunciation", StartTime: from, EndTime: to }] },
          ],
        },
      ],
    },
  },
});

/** As the Amazon Chime SDK hands it to a meeting's attendees. */
const atMeeting = (
  resultId: string,
  startTimeMs: number,
  words: readonly (readonly [attendeeId: string, content: string])[],
) => ({
  transcript: {
    results: [
      {
        ...{ resultId, isPartial: false, startTimeMs, endTimeMs: startTimeMs + 900 },
        alternatives: [
          {
            items: words.map(([attendeeId, content]) => ({
              type: /^[.?]$/.test(content) ? "punctuation" : "pronunciation",
              ...{ startTimeMs, endTimeMs: startTimeMs + 100, content, vocabularyFilterMatch: false },
              attendee: { attendeeId, externalUserId: `user-${attendeeId}` },
            })),
          },
        ],
      },
    ],
  },
});

const texts = (events: readonly object[]) =>
  readTranscript(events).map((turn) => (typeof turn === "string" ? turn : turn.text));

describe("a live transcription is refused", () => {
  test.each([
    [
      "a result without a number",
      [{ Transcript: { Results: [{ IsPartial: false, Alternatives: [] }] } }],
      "0.transcript.results.0.resultId",
    ],
    [
      "a reading that is none",
      [heard({ id: "a", from: 0, text: "x" }), { results: [{ resultId: "b", isPartial: false, alternatives: 5 }] }],
      "1.results.0.alternatives",
    ],
    ["something else among its events", [heard({ id: "a", from: 0, text: "x" }), { words: "secret" }], "1"],
  ])("for %s, at its place", (_what, events, place) => {
    expect(() => readTranscript(events)).toThrow(
      expect.objectContaining({
        code: "INVALID_REQUEST",
        details: [expect.objectContaining({ field: `transcript.${place}` })],
      }),
    );
  });
});

describe("a live transcription gives", () => {
  test("the final words in place of the partial ones, and never the other way round", () => {
    const events = [
      heard({ id: "a", partial: true, from: 0, text: "no penny" }),
      heard({ id: "a", partial: true, from: 0, text: "no penicillin rash" }),
      heard({ id: "a", from: 0, text: "No, penicillin gave me a rash." }),
      heard({ id: "a", partial: true, from: 0, text: "no" }),
    ];
    expect(texts(events)).toEqual(["No, penicillin gave me a rash."]);
  });

  test("partial words that were never finished", () => {
    const events = [
      heard({ id: "a", from: 0, text: "One." }),
      heard({ id: "b", partial: true, from: 2, text: "and two" }),
    ];
    expect(texts(events)).toEqual(["One.", "and two"]);
  });

  test("results in the order they began, though one ended later", () => {
    const events = [
      heard({ id: "b", from: 5, to: 6, channel: "ch_1", text: "Yes." }),
      heard({ id: "a", from: 1, to: 9, text: "Any pain, or fever, or anything else?" }),
    ];
    expect(texts(events)).toEqual(["Any pain, or fever, or anything else?", "Yes."]);
  });

  test("what was said after a rejoin after what was said before, though its times and numbers begin anew", () => {
    const events = [
      heard({ id: "1", from: 0, to: 4, text: "Hello." }),
      heard({ id: "2", from: 5, to: 80, channel: "ch_1", text: "My chest hurts." }),
      heard({ id: "1", from: 0.5, to: 1, text: "Are you back?" }),
      heard({ id: "3", from: 2, to: 3, channel: "ch_1", text: "Yes." }),
    ];
    expect(texts(events)).toEqual(["Hello.", "My chest hurts.", "Are you back?", "Yes."]);
  });

  test("attendees and times where the service knows them, a turn for each who speaks within a result", () => {
    const events = [
      { status: { type: "started", eventTimeMs: 1_795_000_000_000 } },
      atMeeting("r", 1_795_000_000_000, [
        ["a-1", "Pain"],
        ["a-1", "?"],
        ["a-2", "No"],
        ["a-2", "."],
      ]),
    ];
    const started_at = new Date(1_795_000_000_000).toISOString();
    expect(readTranscript(events)).toEqual([
      { text: "Pain?", attendee_id: "a-1", speaker: "user-a-1", started_at },
      { text: "No.", attendee_id: "a-2", speaker: "user-a-2", started_at },
    ]);
  });

  test("segments of AWS HealthScribe", () => {
    const event = (IsPartial: boolean, Content: string) => ({
      TranscriptEvent: {
        TranscriptSegment: {
          SegmentId: "s",
          BeginAudioTime: 0,
          EndAudioTime: 1,
          ChannelId: "ch_1",
          IsPartial,
          Content,
          Items: [],
        },
      },
    });
    expect(readTranscript([event(true, "My"), event(false, "My knee.")])).toEqual([
      { text: "My knee.", speaker: "ch_1" },
    ]);
  });

  test("the same from a file of one event a line", () => {
    const events = [heard({ id: "a", from: 0, text: "One." }), heard({ id: "b", from: 2, text: "Two." })];
    expect(readTranscript(events.map((event) => JSON.stringify(event)).join("\n"))).toEqual(readTranscript(events));
  });
});
