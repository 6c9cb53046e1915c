import { isSameRegimen } from "../../clinical-language/same-regimen.ts";

/** A value of the record beside what was said of it: the value to draft, and whether the two disagree. */
export interface Merged {
  readonly value: string | null;
  readonly differs: boolean;
}

const MASS = /(?:mg|mcg|µg|milligrams?|micrograms?|grams?|\bg|units?|meq|%|percent)$/i;

/**
 * Keeps the record's value where nothing else was said, and takes what was said where it is another.
 *
 * A strength is never replaced by a count of tablets: both may be true at once, so the clinician decides.
 *
 * @param recorded The value on record.
 * @param said The value in the words of the talk.
 * @returns The value to draft; `differs` where the clinician should look at it.
 */
export function mergeSaid(recorded: string | null, said: string | null): Merged {
  if (said === null || recorded === null) return { value: said ?? recorded, differs: false };
  if (isSameRegimen(recorded, said)) return { value: recorded, differs: false };
  if (MASS.test(recorded) && !MASS.test(said)) return { value: recorded, differs: true };
  return { value: said, differs: true };
}
