/** A name nothing else is spelled with. It stands in whatever the tests' patients have, and may be told to nobody else. */
export const CANARY_NAME = "Kanarievogel";

/** A phone number of every tests' patient. */
export const CANARY_PHONE = "+1 555-739-1846";
/** A birthday of every tests' patient. */
export const CANARY_BIRTHDAY = "1911-11-13";

/** Of the seed's people, what nothing but their rows and who may read them should ever show. */
const SEED = ["@people\\.example", "\\+1555010001", "Example Street, Springfield", "Erin Example", "Frank Example"];

const PLANTED = [CANARY_NAME, "555-739-1846", "5557391846", CANARY_BIRTHDAY, CANARY_BIRTHDAY.replaceAll("-", "")];

/** A canary in any letters, as it stands or brought into another form. */
export const CANARY = new RegExp(PLANTED.join("|"), "i");

/** What no log, no refusal and no row of the audit may hold: a canary, or a word of the seed's people. */
export const TOLD = new RegExp([...PLANTED, ...SEED].join("|"), "i");

/** A token, an API key, the address of a database. */
export const SECRET = /eyJ[\w-]+\.eyJ|sb_(?:publishable|secret)_\w|postgres(?:ql)?:\/\//;

/** No canary and no secret is longer than this many characters up to where it is recognised. */
export const LONGEST_TELLING = 4096;

/**
 * A text of a patient's, for a field.
 *
 * @param field - which, so that whoever finds it where it should not be knows what leaked
 * @returns two words, the first the canary
 */
export function canaryWord(field: string): string {
  return `${CANARY_NAME} ${field}`;
}
