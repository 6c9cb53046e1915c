import type { HandedInTurn } from "./handed-in-turn.ts";
import { joinWords } from "./join-words.ts";
import { LiveEvent } from "./live-event.ts";
import type { LiveResult } from "./live-result.ts";
import { parsePart } from "./transcript-refusal.ts";

/** A result as far as it is known, and which run of the transcription it belongs to. */
type Heard = { result: LiveResult; readonly startSeconds: number; readonly run: number };

/** No result is this long: one that begins so much before the latest end belongs to a transcription begun anew. */
const LONGEST_RESULT_SECONDS = 60;

/**
 * Reads the events of a live transcription, in the order they came: of each result the last word counts, final before
 * partial, and a partial one that was never finished counts too. Times begin anew when a call is rejoined; what comes
 * after stands after. Within one run, results stand in the order they began.
 *
 * @param events - as the service sent them, each with its place in the transcript
 * @returns turns: one per result and speaker, with the attendee where the service knows it
 * @throws ApiError `INVALID_REQUEST`
 */
export function readLiveTranscription(events: readonly PlacedEvent[]): HandedInTurn[] {
  return inOrderOfTalk(events.flatMap(resultsOf)).flatMap(turnsOf);
}

/** An event, and where it is: keys and indices from the transcript on. */
export type PlacedEvent = { readonly event: unknown; readonly place: readonly PropertyKey[] };

function resultsOf({ event, place }: PlacedEvent): readonly LiveResult[] {
  const entries = typeof event === "object" && event !== null ? Object.entries(event) : [];
  const [wrapper, inner] = entries.find(([key]) => key.toLowerCase() === "transcriptevent") ?? [];
  const { transcript, results, transcriptSegment } =
    wrapper === undefined ? parsePart(LiveEvent, event, place) : parsePart(LiveEvent, inner, [...place, wrapper]);
  return [
    ...(transcript?.results ?? []),
    ...(results ?? []),
    ...(transcriptSegment === undefined ? [] : [transcriptSegment]),
  ];
}

function inOrderOfTalk(results: readonly LiveResult[]): LiveResult[] {
  const heard: Heard[] = [];
  const byId = new Map<string, Heard>();
  const endOfChannel = new Map<string, number>();
  let run = 0;
  let latestEnd = 0;
  for (const result of results) {
    const known = byId.get(result.resultId);
    if (known !== undefined && isSameResult(known.result, result)) {
      if (known.result.isPartial || !result.isPartial) known.result = result;
    } else {
      const startSeconds = startOf(result) ?? heard.at(-1)?.startSeconds ?? 0;
      // On one channel results follow each other, so one that begins before the last one ended (or, unfinished, began) is
      // of a new run.
      const isOver = startSeconds < (endOfChannel.get(channelOf(result)) ?? 0);
      if (isOver || startSeconds + LONGEST_RESULT_SECONDS < latestEnd) {
        run += 1;
        latestEnd = 0;
        endOfChannel.clear();
      }
      const one = { result, startSeconds, run };
      heard.push(one);
      byId.set(result.resultId, one);
    }
    const channel = channelOf(result);
    const end = (result.isPartial ? startOf(result) : endOf(result)) ?? 0;
    endOfChannel.set(channel, Math.max(end, endOfChannel.get(channel) ?? 0));
    latestEnd = Math.max(latestEnd, end);
  }
  return heard.sort((a, b) => a.run - b.run || a.startSeconds - b.startSeconds).map(({ result }) => result);
}

/** A number that stands for a finished result is given anew only when counting began anew. */
function isSameResult(known: LiveResult, result: LiveResult): boolean {
  return known.isPartial || startOf(known) === startOf(result);
}

const startOf = ({ startTime, startTimeMs }: LiveResult) => startTime ?? seconds(startTimeMs);
const endOf = ({ endTime, endTimeMs }: LiveResult) => endTime ?? seconds(endTimeMs);

function seconds(ms: number | null | undefined): number | undefined {
  return typeof ms === "number" ? ms / 1000 : undefined;
}

function channelOf({ channelId, alternatives }: LiveResult): string {
  return channelId ?? alternatives[0]?.items?.[0]?.attendee?.attendeeId ?? "";
}

function turnsOf({ alternatives, channelId, startTimeMs }: LiveResult): HandedInTurn[] {
  const [best] = alternatives;
  const items = best?.items ?? [];
  const started_at = typeof startTimeMs === "number" ? new Date(startTimeMs).toISOString() : undefined;
  if (items.length === 0) {
    const text = best?.transcript ?? "";
    return text.trim() === "" ? [] : [{ text, speaker: channelId, started_at }];
  }
  const turns: { readonly who: Who; readonly items: typeof items }[] = [];
  for (const item of items) {
    const last = turns.at(-1);
    const who = {
      attendee_id: item.attendee?.attendeeId,
      speaker: item.attendee?.externalUserId ?? item.speaker ?? channelId,
    };
    const goesOn =
      item.type === "punctuation" || (last?.who.attendee_id === who.attendee_id && last?.who.speaker === who.speaker);
    if (last !== undefined && goesOn) last.items.push(item);
    else turns.push({ who, items: [item] });
  }
  return turns.flatMap(({ who, items: said }) => {
    const text = joinWords(said);
    return text === "" ? [] : [{ text, ...who, started_at }];
  });
}

type Who = { readonly attendee_id: string | undefined; readonly speaker: string | null | undefined };
