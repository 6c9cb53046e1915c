import { z } from "zod";
import { inEitherCase } from "./in-either-case.ts";

const Seconds = z.number().min(0).nullish();
/** Milliseconds since 1970, up to the last year Postgres reads in RFC 3339. */
const EpochMs = z.number().min(0).max(253_402_300_799_999).nullish();

const LiveItem = inEitherCase(
  z.object({
    content: z.string(),
    type: z.enum(["pronunciation", "punctuation"]),
    speaker: z.string().nullish(),
    attendee: inEitherCase(z.object({ attendeeId: z.string(), externalUserId: z.string().nullish() })).nullish(),
  }),
);

/** One result of a live transcription: the same `resultId` comes again, until it is no longer partial. */
export const LiveResult = inEitherCase(
  z.object({
    resultId: z.string().min(1),
    isPartial: z.boolean(),
    startTime: Seconds,
    endTime: Seconds,
    startTimeMs: EpochMs,
    endTimeMs: EpochMs,
    channelId: z.string().nullish(),
    alternatives: z.array(
      inEitherCase(z.object({ transcript: z.string().nullish(), items: z.array(LiveItem).nullish() })),
    ),
  }),
);
export type LiveResult = z.output<typeof LiveResult>;
