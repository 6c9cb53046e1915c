import { z } from "zod";
import { inEitherCase } from "./in-either-case.ts";
import { LiveResult } from "./live-result.ts";

const Seconds = z.number().min(0).nullish();
/** A result of AWS HealthScribe, which has one reading. */
const LiveSegment = inEitherCase(
  z.object({
    segmentId: z.string().min(1),
    isPartial: z.boolean(),
    beginAudioTime: Seconds,
    endAudioTime: Seconds,
    channelId: z.string().nullish(),
    content: z.string(),
  }),
).transform(
  ({ segmentId, isPartial, beginAudioTime, endAudioTime, channelId, content }): LiveResult => ({
    ...{ resultId: segmentId, isPartial, channelId, startTime: beginAudioTime, endTime: endAudioTime },
    alternatives: [{ transcript: content }],
  }),
);

/**
 * An event of a live transcription without its outer `TranscriptEvent`: `{Transcript: {Results}}` of Amazon Transcribe and
 * Transcribe Medical, `{transcript: {results}}` or `{results}` of the Amazon Chime SDK, `{TranscriptSegment}` of AWS
 * HealthScribe. An event that tells of the transcription itself has no result.
 *
 * @see https://docs.aws.amazon.com/transcribe/latest/APIReference/API_streaming_Result.html
 * @see https://docs.aws.amazon.com/chime-sdk/latest/dg/process-msgs.html
 * @see https://docs.aws.amazon.com/transcribe/latest/APIReference/API_streaming_MedicalScribeTranscriptSegment.html
 */
export const LiveEvent = inEitherCase(
  z.object({
    transcript: inEitherCase(z.object({ results: z.array(LiveResult) })).optional(),
    results: z.array(LiveResult).optional(),
    transcriptSegment: LiveSegment.optional(),
  }),
);
