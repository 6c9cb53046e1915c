import type { TranscriptChunk } from "../clinical-language/transcript-chunk.ts";
import { readUtterance, type Utterance } from "../clinical-language/utterance.ts";

/** An item of the snapshot, as words: every text and number in it. */
export type SnapshotText = string;

/** What the items of a note must rest on: the stored transcript, and the items of the snapshot by id. */
export interface GroundingSource {
  /** Chunks in the order of talk. */
  readonly chunks: readonly TranscriptChunk[];
  /** The chunk of a sequence, read once. */
  readonly utterance: (sequence: number) => Utterance | undefined;
  /** The next chunk that has words. */
  readonly next: (sequence: number) => Utterance | undefined;
  readonly snapshotItem: (itemId: string) => SnapshotText | undefined;
}

/**
 * Makes the transcript and the snapshot ready for looking up evidence.
 *
 * @param transcript As stored, in the order of talk.
 * @param snapshot The context snapshot's JSON, or null.
 */
export function readGroundingSource(transcript: readonly TranscriptChunk[], snapshot: unknown): GroundingSource {
  const places = new Map(transcript.map(({ sequence }, place) => [sequence, place]));
  const read = new Map<number, Utterance>();
  const items = new Map<string, SnapshotText>(snapshotItems(snapshot));

  const utterance = (sequence: number): Utterance | undefined => {
    const chunk = transcript[places.get(sequence) ?? -1];
    if (chunk === undefined) return undefined;
    const known = read.get(sequence) ?? readUtterance(chunk);
    read.set(sequence, known);
    return known;
  };
  const next = (sequence: number): Utterance | undefined => {
    for (let place = (places.get(sequence) ?? transcript.length) + 1; place < transcript.length; place += 1) {
      const following = utterance(transcript[place]?.sequence ?? -1);
      if (following !== undefined && following.tokens.length > 0) return following;
    }
    return undefined;
  };
  return { chunks: transcript, utterance, next, snapshotItem: (itemId) => items.get(itemId) };
}

/** Every object of the snapshot that has an id, and the appointment, which has one under its own name. */
function* snapshotItems(value: unknown): Generator<readonly [string, SnapshotText]> {
  if (typeof value !== "object" || value === null) return;
  if (Array.isArray(value)) {
    for (const entry of value) yield* snapshotItems(entry);
    return;
  }
  const fields = new Map<string, unknown>(Object.entries(value));
  const id = fields.get("appointment_id") ?? fields.get("id");
  if (typeof id === "string" && id !== "") yield [id, wordsIn(value)];
  for (const field of fields.values()) yield* snapshotItems(field);
}

function wordsIn(value: unknown): string {
  if (typeof value === "string" || typeof value === "number") return String(value);
  if (typeof value !== "object" || value === null) return "";
  return Object.entries(value)
    .filter(([key]) => key !== "id" && key !== "provenance")
    .map(([, field]) => wordsIn(field))
    .filter((words) => words !== "")
    .join(" ; ");
}
