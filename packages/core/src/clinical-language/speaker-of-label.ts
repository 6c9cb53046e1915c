/** Words for a role, with a number or, after "Dr." or "Doctor", up to four words of a name; the same as in SQL. */
const PROVIDER = /^(dr|doctor|physician|clinician|provider)( [0-9]+)?$/;
const DOCTOR_BY_NAME = /^(dr|doctor)( [^ ()/,:]+){1,4}$/;
const POSSESSIVE = /['’]s( |$)/;
const PATIENT = /^(pt|patient)( [0-9]+)?$/;

/**
 * The role a speaker's label claims, as `private.speaker_of_label` reads it: a transcript from a file and one that was
 * handed in are told apart by nothing.
 *
 * @param label A label such as "Doctor", "Dr. Amara" or "patient_2".
 * @returns null for a label that names no role, such as a person's name.
 * @example
 * speakerOfLabel("Dr. Amara's nurse"); // null
 */
export function speakerOfLabel(label: string): "provider" | "patient" | "other" | null {
  const plain = label
    .replace(/[\s._]+/g, " ")
    .toLowerCase()
    .trim();
  if (PROVIDER.test(plain) || (DOCTOR_BY_NAME.test(plain) && !POSSESSIVE.test(plain))) return "provider";
  if (PATIENT.test(plain)) return "patient";
  return plain === "other" ? "other" : null;
}
