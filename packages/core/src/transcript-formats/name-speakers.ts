import type { HandedInTurn } from "./handed-in-turn.ts";

/** Of a label before the words; one that is longer is none to the database either. */
const LONGEST_LABEL = 80;

/**
 * Replaces a recogniser's names for the speakers (`spk_0`, "Ana María") with what the provider says they are.
 *
 * @param turns - of a transcript
 * @param speakers - per name, a role or the id of an attendee of the call; what the call's attendees say comes first
 * @returns the turns, every word as it was
 */
export function nameSpeakers(
  turns: readonly HandedInTurn[],
  speakers: Readonly<Record<string, string>>,
): HandedInTurn[] {
  const names = new Map(Object.entries(speakers));
  return turns.map((turn) => {
    if (typeof turn === "string") {
      const end = turn.indexOf(":");
      const speaker = end > LONGEST_LABEL ? undefined : names.get(turn.slice(0, Math.max(end, 0)).trim());
      const text = turn.slice(end + 1).trimStart();
      return speaker === undefined || text === "" ? turn : { text, speaker };
    }
    const speaker = names.get(turn.speaker ?? turn.speaker_role ?? "");
    return speaker === undefined ? turn : { ...turn, speaker };
  });
}
