import { z } from "zod";
import { parseJsonObject } from "../http/parse-json-object.ts";
import type { HandedInTurn } from "./handed-in-turn.ts";
import { readHealthScribe } from "./health-scribe.ts";
import { readLiveTranscription } from "./live-transcription.ts";
import { nameSpeakers } from "./name-speakers.ts";
import { readPlainText } from "./plain-text.ts";
import { readTranscribeJob } from "./transcribe-job.ts";
import { transcriptRefusal } from "./transcript-refusal.ts";
import { readWebVtt } from "./web-vtt.ts";

/** A transcript as a client hands it in: a text, a service's object, or a list of turns, events or objects. */
export type HandedInTranscript = string | readonly unknown[] | Readonly<Record<string, unknown>>;

/** As many as one call of `append_transcript_chunks` takes. */
const MOST_TURNS = 5_000;
const WEBVTT = /^\uFEFF?WEBVTT(?:[ \t\r\n]|$)/;

const Turn = z.union([
  z.string(),
  z.object({
    text: z.string(),
    ...{ speaker: z.string().nullish(), speaker_role: z.string().nullish() },
    ...{ attendee_id: z.string().nullish(), started_at: z.string().nullish() },
  }),
]);
const Job = z.object({ results: z.record(z.string(), z.unknown()) });
const LIVE_KEYS = ["transcriptevent", "transcript", "results", "transcriptsegment", "status", "eventtimems"];

/**
 * Reads a transcript in any of the formats that are taken: turns, plain text, WebVTT, the output of Amazon Transcribe
 * (Medical) and AWS HealthScribe jobs, and the events of their and the Amazon Chime SDK's live transcriptions; each JSON
 * also as text. Several jobs' outputs in a list are one talk, as when a call was rejoined.
 *
 * @param sent - as the client sent it
 * @param speakers - what the provider says the transcript's names for speakers are
 * @returns turns in the order of talk; none when nothing was said
 * @throws ApiError `INVALID_REQUEST`, whose details name the place and never the words
 * @example
 * readTranscript("WEBVTT\n\n00:01.000 --> 00:02.000\n<v Doctor>Any pain?", {}); // [{ text: "Any pain?", speaker: "Doctor" }]
 */
export function readTranscript(
  sent: HandedInTranscript,
  speakers: Readonly<Record<string, string>> = {},
): HandedInTurn[] {
  const turns = nameSpeakers(typeof sent === "string" ? readText(sent) : readJson(sent, []), speakers);
  if (turns.length > MOST_TURNS) throw transcriptRefusal([], "too_big");
  return turns;
}

function readText(text: string): HandedInTurn[] {
  if (WEBVTT.test(text)) return readWebVtt(text);
  const start = text.trimStart();
  if (start.startsWith("{")) return readJson(parseJson(text), []);
  if (/^\[\s*[[{"\]]/.test(start)) return readJson(parseJson(text), []);
  return readPlainText(text);
}

/** One JSON value, or one a line, as services write events into a file. */
function parseJson(text: string): unknown {
  try {
    return parseJsonObject(new TextEncoder().encode(`{"transcript":${text}}`))["transcript"];
  } catch {
    const lines = text.split("\n").filter((line) => line.trim() !== "");
    if (lines.length < 2) throw transcriptRefusal([], "json");
    return lines.map((line, index) => {
      try {
        return parseJsonObject(new TextEncoder().encode(line));
      } catch {
        throw transcriptRefusal(["line", index + 1], "json");
      }
    });
  }
}

function readJson(value: unknown, place: readonly PropertyKey[]): HandedInTurn[] {
  if (!Array.isArray(value)) return readObject(value, place);
  const list: readonly unknown[] = value;
  if (list.length > 0 && list.every(isLive)) {
    return readLiveTranscription(list.map((event, index) => ({ event, place: [...place, index] })));
  }
  return list.flatMap((one, index) => {
    const turn = Turn.safeParse(one);
    return turn.success ? [turn.data] : readObject(one, [...place, index]);
  });
}

function readObject(value: unknown, place: readonly PropertyKey[]): HandedInTurn[] {
  if (isLive(value)) return readLiveTranscription([{ event: value, place }]);
  const keys = keysOf(value);
  if (keys.includes("results")) return readTranscribeJob(value, place);
  if (keys.includes("Conversation")) return readHealthScribe(value, place);
  throw transcriptRefusal(place, "format");
}

/** A job's `results` are an object, a live transcription's a list; a job also tells its `status`. */
function isLive(value: unknown): boolean {
  const keys = keysOf(value);
  if (keys.includes("results") && Job.safeParse(value).success) return false;
  return keys.some((key) => LIVE_KEYS.includes(key.toLowerCase()));
}

function keysOf(value: unknown): readonly string[] {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? Object.keys(value) : [];
}
