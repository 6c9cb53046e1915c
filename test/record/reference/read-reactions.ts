import type { AllergyFacts } from "./allergy-statements.ts";
import { foldedKey } from "./folded-key.ts";
import type { SignedNote } from "./signed-note.ts";
import { isStated, type Statement } from "./statement.ts";

/** One reaction a note reports to an allergen. */
export interface ReactionReport {
  readonly reactionKey: string;
  /** As the note has it. */
  readonly words: string;
  /** How bad, where the note says it of this reaction alone. */
  readonly severity: string | null;
  readonly note: SignedNote;
}

const BETWEEN_REACTIONS = /,(?![^(]*\))/;

/**
 * Reads the reactions of one mention. Several are written, and shown, with commas between them; "a rash" is "rash": so
 * the line the record shows, copied into the next note, reports nothing new.
 */
export function readReactions({ note, fields, facts }: Statement<AllergyFacts>): ReactionReport[] {
  const parts = (fields["reaction"] ?? "").split(BETWEEN_REACTIONS).filter(isStated);
  const severity = parts.length === 1 ? facts.severity : null;
  return parts.map((part) => {
    const words = part.replace(/^ +| +$/g, "");
    const reactionKey = foldedKey(words)?.replace(/^(a|an|the|some) /, "") ?? words;
    return { reactionKey, words, severity, note };
  });
}
