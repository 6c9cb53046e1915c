import { readFileSync } from "node:fs";
import { z } from "zod";

const Turn = z.object({ sequence: z.int().min(1), speaker: z.string(), text: z.string().regex(/\S/) });
const EncounterFile = z.object({ turns: z.array(Turn).min(1) });

/** One turn of talk, as a speech recogniser hands it over. */
export type Turn = z.infer<typeof Turn>;

/** Who said a turn, as the call's attendee map knows them; `other` is anybody else in the room. */
export type Speaker = "provider" | "patient" | "other";

const SPEAKERS: Record<string, Speaker> = {
  doctor: "provider",
  provider: "provider",
  clinician: "provider",
  patient: "patient",
};

/**
 * Reads the talk of one encounter from a JSON file `{turns: [{sequence, speaker, text}]}`; other keys are ignored.
 *
 * @param path - The file.
 * @returns The turns in the order of their `sequence`.
 * @throws Error - With what to mend, when the file is missing, not JSON, of another shape, or repeats a sequence.
 */
export function readEncounterFile(path: string): Turn[] {
  let json: unknown;
  try {
    json = JSON.parse(readFileSync(path, "utf8"));
  } catch (cause) {
    throw new Error(`Cannot read encounter file ${path}: not a readable JSON file`, { cause });
  }
  const parsed = EncounterFile.safeParse(json);
  if (!parsed.success) {
    const where = parsed.error.issues.map((issue) => `${issue.path.join(".")} (${issue.code})`).join(", ");
    throw new Error(`Cannot read encounter file ${path}: want {turns:[{sequence, speaker, text}]}, mend ${where}`);
  }
  const turns = parsed.data.turns.toSorted((one, other) => one.sequence - other.sequence);
  const repeated = turns.find((turn, index) => turns[index + 1]?.sequence === turn.sequence);
  if (repeated) throw new Error(`Cannot read encounter file ${path}: sequence ${repeated.sequence} is there twice`);
  return turns;
}

/**
 * Tells which attendee of the call a turn belongs to.
 *
 * @param turn - A turn with the recogniser's speaker label.
 */
export function speakerOf(turn: Turn): Speaker {
  return SPEAKERS[turn.speaker.toLowerCase()] ?? "other";
}
