import { z } from "zod";
import type { HandedInTurn } from "./handed-in-turn.ts";
import { parsePart } from "./transcript-refusal.ts";

const HealthScribe = z.object({
  Conversation: z.object({
    TranscriptSegments: z.array(
      z.object({
        Content: z.string(),
        ParticipantDetails: z.object({ ParticipantRole: z.string() }).optional(),
      }),
    ),
  }),
});

/**
 * Reads the transcript file of an AWS HealthScribe job: a turn a segment, in the file's order.
 *
 * @param file - its JSON
 * @param place - where it is in the transcript
 * @returns turns, whose speaker is the role the service heard: `CLINICIAN_0`, `PATIENT_1`
 * @throws ApiError `INVALID_REQUEST`
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/health-scribe-transcript.html
 */
export function readHealthScribe(file: unknown, place: readonly PropertyKey[]): HandedInTurn[] {
  const { Conversation } = parsePart(HealthScribe, file, place);
  return Conversation.TranscriptSegments.flatMap(({ Content, ParticipantDetails }) =>
    Content.trim() === "" ? [] : [{ text: Content, speaker: ParticipantDetails?.ParticipantRole }],
  );
}
