import { z } from "zod";
import type { HandedInTurn } from "./handed-in-turn.ts";
import { joinWords } from "./join-words.ts";
import { parsePart } from "./transcript-refusal.ts";

/** Seconds, which the service writes as text. */
const Seconds = z.coerce.number().min(0);
const Item = z.object({
  type: z.enum(["pronunciation", "punctuation"]),
  start_time: Seconds.optional(),
  end_time: Seconds.optional(),
  alternatives: z.array(z.object({ content: z.string() })).min(1),
  speaker_label: z.string().optional(),
  channel_label: z.string().optional(),
});
const Segment = z.object({
  items: z.array(z.object({ start_time: Seconds, end_time: Seconds, speaker_label: z.string() })),
});
const Job = z.object({
  results: z.object({
    items: z.array(Item),
    speaker_labels: z.object({ segments: z.array(Segment) }).optional(),
    channel_labels: z
      .object({ channels: z.array(z.object({ channel_label: z.string(), items: z.array(Item) })) })
      .optional(),
  }),
});

type Item = z.output<typeof Item>;
type Spoken = { readonly speaker: string | undefined; readonly startSeconds: number; readonly items: Item[] };

/** A pause after which a channel's next words are an utterance of their own, so that the other's can stand between. */
const PAUSE_SECONDS = 1;
const SENTENCE_END = /^[.?!。？！]$/;
/** A long speech is told in several turns: the next begins after a sentence from here on, and at the latest there. */
const LONG_ITEMS = 400;
const LONGEST_ITEMS = 4_000;

/**
 * Reads the output of an Amazon Transcribe or Transcribe Medical job. A turn lasts until somebody else speaks; where each
 * speaker has a channel, the channels' sentences are put in the order they began.
 *
 * @param job - the JSON the service writes; speakers partitioned, channels identified, or neither
 * @param place - where it is in the transcript
 * @returns turns, whose speaker is `spk_0`, `ch_0` and so on
 * @throws ApiError `INVALID_REQUEST`
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/diarization-output-batch.html
 * @see https://docs.aws.amazon.com/transcribe/latest/dg/channel-id-output-batch.html
 */
export function readTranscribeJob(job: unknown, place: readonly PropertyKey[]): HandedInTurn[] {
  const { results } = parsePart(Job, job, place);
  const channels = results.channel_labels?.channels ?? [];
  const spoken =
    channels.length > 0
      ? channels
          .flatMap(({ channel_label, items }) => utterances(items, channel_label))
          .sort((one, other) => one.startSeconds - other.startSeconds)
      : bySpeaker(results.items, labelsOf(results.speaker_labels?.segments ?? []));
  return joinNeighbours(spoken).flatMap(({ speaker, items }) => {
    const text = joinWords(items.map(({ type, alternatives }) => ({ type, content: alternatives[0]?.content ?? "" })));
    return text === "" ? [] : [{ text, speaker }];
  });
}

/** Older outputs name the speaker in the segments alone, by the times of each word. */
function labelsOf(segments: readonly z.output<typeof Segment>[]): ReadonlyMap<string, string> {
  return new Map(
    segments.flatMap(({ items }) =>
      items.map(({ start_time, end_time, speaker_label }) => [`${start_time}-${end_time}`, speaker_label]),
    ),
  );
}

function bySpeaker(items: readonly Item[], labels: ReadonlyMap<string, string>): Spoken[] {
  let last: string | undefined;
  return items.map((item) => {
    const own = item.speaker_label ?? labels.get(`${item.start_time}-${item.end_time}`) ?? item.channel_label;
    const speaker = item.type === "punctuation" ? last : own;
    last = speaker;
    return { speaker, startSeconds: item.start_time ?? 0, items: [item] };
  });
}

function utterances(items: readonly Item[], speaker: string): Spoken[] {
  const found: { speaker: string; startSeconds: number; items: Item[] }[] = [];
  let isOver = true;
  let endSeconds = 0;
  for (const item of items) {
    const startSeconds = item.start_time ?? endSeconds;
    const current = found.at(-1);
    const isNew = item.type === "pronunciation" && (isOver || startSeconds - endSeconds > PAUSE_SECONDS);
    if (current === undefined || isNew) found.push({ speaker, startSeconds, items: [item] });
    else current.items.push(item);
    isOver = SENTENCE_END.test(item.alternatives[0]?.content ?? "");
    endSeconds = item.end_time ?? endSeconds;
  }
  return found;
}

function joinNeighbours(spoken: readonly Spoken[]): Spoken[] {
  const joined: Spoken[] = [];
  for (const one of spoken) {
    const last = joined.at(-1);
    if (last !== undefined && last.speaker === one.speaker && !isFull(last.items)) last.items.push(...one.items);
    else joined.push({ ...one, items: [...one.items] });
  }
  return joined;
}

function isFull(items: readonly Item[]): boolean {
  if (items.length >= LONGEST_ITEMS) return true;
  return items.length >= LONG_ITEMS && SENTENCE_END.test(items.at(-1)?.alternatives[0]?.content ?? "");
}
