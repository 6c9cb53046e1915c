import { readFileSync } from "node:fs";
import { StackError } from "@patient-medical-history/local-stack";
import { z } from "zod";

const Turn = z.object(
  {
    sequence: z.int("a whole number from 1").min(1, "a whole number from 1"),
    speaker: z.string("a label such as doctor or patient"),
    text: z
      .string("the words that were said")
      .regex(/\S/, "the words that were said, not blanks")
      .refine((text) => !text.includes("\0"), "words without NUL characters"),
  },
  "an object with sequence, speaker and text",
);
const EncounterFile = z.object(
  { turns: z.array(Turn, "a list of turns").min(1, "a list with one turn at least") },
  'an object {"turns": […]}',
);

/** One turn of talk, as a speech recogniser hands it over. */
export type Turn = z.infer<typeof Turn>;

/** Who said a turn, as the call's attendee map knows them; `other` is anybody else in the room. */
export type Speaker = "provider" | "patient" | "other";

const SPEAKERS: Record<string, Speaker> = {
  doctor: "provider",
  provider: "provider",
  physician: "provider",
  clinician: "provider",
  patient: "patient",
};

/** What the labels of a talk may be, for people who write one; the same as `private.speaker_of_label` knows. */
export const SPEAKER_LABELS =
  "speakers are provider, doctor, physician or clinician; patient; anybody else (guest, mother) counts as other";

/**
 * Reads the talk of one encounter from a JSON file `{turns: [{sequence, speaker, text}]}`; other keys are ignored.
 *
 * @param path - The file.
 * @returns The turns in the order of their `sequence`.
 * @throws StackError - Naming file, field and what belongs there, when the file is missing, not JSON, of another shape,
 *   or repeats a sequence.
 */
export function readEncounterFile(path: string): Turn[] {
  const parsed = EncounterFile.safeParse(readJson(path));
  const issue = parsed.error?.issues[0];
  if (!parsed.success) throw refusal(path, `${fieldName(issue?.path ?? [])} has to be ${issue?.message}`);
  const turns = parsed.data.turns.toSorted((one, other) => one.sequence - other.sequence);
  const repeated = turns.find((turn, index) => turns[index + 1]?.sequence === turn.sequence);
  if (repeated) throw refusal(path, `sequence ${repeated.sequence} is there twice`);
  return turns;
}

function readJson(path: string): unknown {
  let text: string;
  try {
    text = readFileSync(path, "utf8");
  } catch (cause) {
    throw refusal(path, "there is no such file, or it cannot be read", cause);
  }
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw refusal(path, text.trim() === "" ? "it is empty" : "it is not JSON", cause);
  }
}

/** For example `turns[2].speaker`. */
function fieldName(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "it";
  return path
    .map((key, depth) => (typeof key === "number" ? `[${key}]` : `${depth > 0 ? "." : ""}${String(key)}`))
    .join("");
}

function refusal(path: string, state: string, cause?: unknown): StackError {
  const remedy = `write it as scripts/walk/sample-encounter.json is written; ${SPEAKER_LABELS}`;
  return new StackError(`read the encounter file ${path}`, state, remedy, cause);
}

/**
 * Tells which attendee of the call a turn belongs to.
 *
 * @param turn - A turn with the recogniser's speaker label.
 */
export function speakerOf(turn: Turn): Speaker {
  return SPEAKERS[turn.speaker.toLowerCase()] ?? "other";
}
