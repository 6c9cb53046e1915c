/** Who speaks in a transcript chunk, as the server determined it; never read from the words. */
export type SpeakerRole = "provider" | "patient" | "other" | "unknown";

/** One stored chunk of the transcript: `sequence` names it, wherever it stands in the talk; `text` is exactly as it was stored. */
export interface TranscriptChunk {
  readonly sequence: number;
  readonly speaker_role: SpeakerRole;
  readonly text: string;
}
