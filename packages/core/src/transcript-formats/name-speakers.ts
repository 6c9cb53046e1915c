import type { HandedInTurn } from "./handed-in-turn.ts";

const LABELLED = /^\s*([^:]{1,80}?)\s*:\s*(\S.*)$/s;

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
      const [, label = "", text = ""] = LABELLED.exec(turn) ?? [];
      const speaker = names.get(label);
      return speaker === undefined ? turn : { text, speaker };
    }
    const speaker = names.get(turn.speaker ?? turn.speaker_role ?? "");
    return speaker === undefined ? turn : { ...turn, speaker };
  });
}
