import { expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";

const segment = (ParticipantRole: string, Content: string) => ({
  SegmentId: "8f2c4b6e-2f5c-4c19-9d4b-6d7a0b1c2d3e",
  BeginAudioTime: 0.5,
  EndAudioTime: 2.25,
  Content,
  ParticipantDetails: { ParticipantRole },
  SectionDetails: { SectionName: "SUBJECTIVE" },
});
const file = (TranscriptSegments: readonly unknown[]) => ({
  Conversation: {
    ConversationId: "1",
    JobName: "visit",
    LanguageCode: "en-US",
    ClinicalInsights: [],
    TranscriptItems: [],
    TranscriptSegments,
  },
});

test("a segment without words is refused at its place", () => {
  expect(() => readTranscript(file([segment("PATIENT_0", "hi"), { Content: 5 }]))).toThrow(
    expect.objectContaining({
      code: "INVALID_REQUEST",
      details: [{ field: "transcript.Conversation.TranscriptSegments.1.Content", rule: "string" }],
    }),
  );
});

test("each segment is a turn of the role that was heard, in the file's order", () => {
  const segments = [
    segment("CLINICIAN_0", "Any pain?"),
    segment("PATIENT_0", " "),
    segment("PATIENT_1", "He has none."),
  ];
  expect(readTranscript(file(segments))).toEqual([
    { text: "Any pain?", speaker: "CLINICIAN_0" },
    { text: "He has none.", speaker: "PATIENT_1" },
  ]);
});
