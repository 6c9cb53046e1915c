import { NAMES_THAT_ARE_WORDS } from "./common-names.ts";

/** What the record knows that identifies the patient; null or absent where it knows nothing. */
export interface KnownIdentifiers {
  readonly full_name?: string | null | undefined;
  readonly dob?: string | null | undefined;
  readonly phone?: string | null | undefined;
  readonly email?: string | null | undefined;
  readonly address?: string | null | undefined;
  readonly patient_number?: string | null | undefined;
  readonly emergency_contact_name?: string | null | undefined;
  readonly emergency_contact_phone?: string | null | undefined;
}

const SHORTEST_NAME = 2;
const SHORTEST_NUMBER_DIGITS = 4;
const MONTHS = "january february march april may june july august september october november december".split(" ");
const DIGIT_WORDS: Readonly<Record<string, string>> = {
  "0": "0|zero|oh|o",
  "1": "1|one",
  "2": "2|two",
  "3": "3|three",
  "4": "4|four",
  "5": "5|five",
  "6": "6|six",
  "7": "7|seven",
  "8": "8|eight",
  "9": "9|nine",
};
const UNITS =
  "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen".split(
    " ",
  );
const TENS = "x x twenty thirty forty fifty sixty seventy eighty ninety".split(" ");
const ORDINALS =
  "zeroth first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth".split(
    " ",
  );

/**
 * Makes the expressions that find one patient's identifiers in speech: names whole and in parts, the birth date as it is
 * written or said, numbers digit by digit in figures or words, the e-mail as written or spelled out, the address whole
 * and its street and place.
 *
 * @param known Of the record.
 */
export function identifierPatterns(known: KnownIdentifiers): RegExp[] {
  // What a name can be a part of comes before the names.
  return [
    ...emailPatterns(known.email),
    ...addressPatterns(known.address),
    ...datePatterns(known.dob),
    ...[known.phone, known.emergency_contact_phone].flatMap(phonePatterns),
    ...numberPatterns(known.patient_number),
    ...namePatterns(known.full_name),
    ...namePatterns(known.emergency_contact_name),
  ];
}

function namePatterns(name: string | null | undefined): RegExp[] {
  const parts = (name ?? "")
    .split(/[\s,]+/)
    .filter((part) => part.replaceAll(/[^\p{L}]/gu, "").length >= SHORTEST_NAME);
  if (parts.length === 0) return [];
  const whole = word(parts.map(literal).join("[\\s,.-]+"), "giu");
  return [whole, ...parts.map((part) => word(`${literal(part)}(?:['’]s)?`, isWord(part) ? "gu" : "giu"))];
}

/** A name that is a word is masked as it is written on record only: capitalised. */
const isWord = (part: string): boolean => NAMES_THAT_ARE_WORDS.has(part.toLowerCase());

function datePatterns(dob: string | null | undefined): RegExp[] {
  const [, year = "", month = "", day = ""] = /^(\d{4})-(\d\d)-(\d\d)/.exec(dob ?? "") ?? [];
  const name = MONTHS[Number(month) - 1];
  if (name === undefined) return [];
  const monthNumber = `0?${Number(month)}`;
  const dayNumber = `0?${Number(day)}`;
  const years = `(?:${year}|'?${year.slice(2)}|${spokenYears(year).join("|")})`;
  const days = `(?:the\\s+)?(?:${dayNumber}(?:st|nd|rd|th)?|${spokenDay(Number(day)).join("|")})`;
  const months = `(?:${name}|${name.slice(0, 3)}\\.?)`;
  const gap = "[\\s,./-]+(?:of\\s+)?";
  return [
    word(`${year}[-./]${monthNumber}[-./]${dayNumber}`, "giu"),
    word(
      `(?:${monthNumber}[-./\\s]+${dayNumber}|${dayNumber}[-./\\s]+${monthNumber})[-./\\s]+(?:${year}|${year.slice(2)})`,
      "giu",
    ),
    word(`(?:${months}${gap}${days}|${days}${gap}${months})(?:${gap}${years})?`, "giu"),
    word(`${months}${gap}${years}`, "giu"),
  ];
}

function spokenDay(day: number): string[] {
  if (day < 20) return [UNITS[day], ORDINALS[day]].filter((spoken) => spoken !== undefined);
  const tens = TENS[Math.floor(day / 10)] ?? "";
  if (day % 10 === 0) return [tens, `${tens.slice(0, -1)}ieth`];
  return [`${tens}[\\s-]${UNITS[day % 10]}`, `${tens}[\\s-]${ORDINALS[day % 10]}`];
}

function spokenYears(year: string): string[] {
  const twoDigits = (digits: string): string => {
    const value = Number(digits);
    if (value < 10) return `(?:oh|o|zero)?[\\s-]*${UNITS[value]}`;
    if (value < 20) return UNITS[value] ?? "";
    const tens = TENS[Math.floor(value / 10)] ?? "";
    return value % 10 === 0 ? tens : `${tens}[\\s-]${UNITS[value % 10]}`;
  };
  const [century, rest] = [year.slice(0, 2), year.slice(2)];
  const spoken = [`${twoDigits(century)}[\\s-]${twoDigits(rest)}`, twoDigits(rest)];
  if (century === "20") spoken.push(`two\\s+thousand(?:\\s+and)?\\s+${Number(rest) === 0 ? "" : twoDigits(rest)}`);
  return spoken;
}

/** A phone number with or without its country code, in any grouping. */
function phonePatterns(phone: string | null | undefined): RegExp[] {
  const digits = (phone ?? "").replaceAll(/\D/g, "");
  const local = digits.slice(-10);
  const forms = new Set([digits, local, digits.slice(-7)].filter((form) => form.length >= 7));
  return [...forms].map((form) => word(`\\+?${spelled(form)}`, "giu"));
}

/** A number with letters is found with any separators and with its digits in words; its figures alone as well. */
function numberPatterns(number: string | null | undefined): RegExp[] {
  const characters = (number ?? "").replaceAll(/[^\p{L}\p{N}]/gu, "");
  const digits = characters.replaceAll(/\D/g, "");
  const forms = [characters, digits].filter((form) => form.replaceAll(/\D/g, "").length >= SHORTEST_NUMBER_DIGITS);
  return [...new Set(forms)].map((form) => word(spelled(form), "giu"));
}

function emailPatterns(email: string | null | undefined): RegExp[] {
  const [name = "", domain = ""] = (email ?? "").split("@");
  if (name === "" || domain === "") return [];
  const dotted = (part: string): string => part.split(".").map(literal).join("(?:\\.|\\s+dot\\s+)");
  return [word(`${dotted(name)}\\s*(?:@|\\bat\\b)\\s*${dotted(domain)}`, "giu"), word(dotted(name), "giu")].slice(
    0,
    name.length >= SHORTEST_NUMBER_DIGITS ? 2 : 1,
  );
}

/** The whole address, its street with and without the number, and its place where that is no everyday word. */
function addressPatterns(address: string | null | undefined): RegExp[] {
  const parts = (address ?? "")
    .split(/[,\n]/)
    .map((part) => part.trim())
    .filter((part) => part !== "");
  if (parts.length === 0) return [];
  const whole = parts.map((part) => part.split(/\s+/).map(literal).join("\\s+")).join("[\\s,]+");
  const pieces = parts.flatMap((part) => {
    const named = part.replace(/^\d+\w?\s+/, "");
    return [part, named].filter((piece) => piece.replaceAll(/\P{L}/gu, "").length > 3 || /^\d{4,}/.test(piece));
  });
  return [
    word(whole, "giu"),
    ...pieces.map((piece) => word(piece.split(/\s+/).map(literal).join("\\s+"), isWord(piece) ? "gu" : "giu")),
  ];
}

/** Characters one after another, digits in figures or words, with anything but letters and digits in between. */
const spelled = (characters: string): string =>
  [...characters].map((character) => `(?:${DIGIT_WORDS[character] ?? literal(character)})`).join("[\\s().,+-]*");

const literal = (text: string): string => text.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&");
const word = (source: string, flags: string): RegExp =>
  new RegExp(`(?<![\\p{L}\\p{N}])(?:${source})(?![\\p{L}\\p{N}])`, flags);
