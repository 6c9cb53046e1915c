/** Words after a number that make it a dose, spoken and abbreviated (UCUM case-insensitive codes where one exists, https://ucum.org/ucum). */
export const DOSE_UNITS: ReadonlySet<string> = new Set(
  (
    "mg milligram milligrams mcg microgram micrograms g gram grams ml milliliter milliliters cc unit units puff puffs tablet tablets pill " +
    "pills capsule capsules drop drops % percent spray sprays teaspoon teaspoons tablespoon tablespoons meq patch patches"
  ).split(" "),
);

/** Dose units that are one unit in several spellings, by the UCUM code they are compared as; a spelling of none is its own. */
export const DOSE_UNIT_CODES: ReadonlyMap<string, string> = new Map(
  [
    ["mg", "milligram milligrams mg"],
    ["ug", "mcg microgram micrograms"],
    ["g", "g gram grams"],
    ["mL", "ml milliliter milliliters cc"],
    ["[iU]", "unit units"],
    ["%", "% percent"],
    ["{tablet}", "tablet tablets pill pills capsule capsules"],
    ["{puff}", "puff puffs"],
    ["{drop}", "drop drops"],
    ["{spray}", "spray sprays"],
  ].flatMap(([code = "", words = ""]) => words.split(" ").map((word) => [word, code] as const)),
);

/** Frequencies said in several ways, by the code they are compared as (HL7 v3 TimingEvent and GTSAbbreviation, https://terminology.hl7.org/ValueSet-v3-GTSAbbreviation.html). */
export const FREQUENCY_CODES: readonly (readonly [phrase: string, code: string])[] = [
  [
    "QD",
    "daily|once daily|once a day|once per day|one time a day|one time daily|a day|per day|every day|each day|everyday|qd",
  ],
  ["BID", "twice daily|twice a day|two times a day|two times daily|bid|b i d|every 12 hours|every twelve hours"],
  ["TID", "three times a day|three times daily|tid|t i d|every 8 hours|every eight hours"],
  ["QID", "four times a day|four times daily|qid|q i d|every 6 hours|every six hours"],
  ["HS", "at bedtime|before bed|before bedtime|nightly|every night|each night|at night|qhs"],
  ["QAM", "in the morning|in the mornings|every morning|each morning"],
  ["QW", "weekly|once weekly|once a week|every week|a week"],
  ["PRN", "as needed|prn"],
].flatMap(([code = "", phrases = ""]) => phrases.split("|").map((phrase) => [phrase, code] as const));

/** Ways of giving a drug, in the words of the speaker. */
export const ROUTES: readonly string[] = (
  "by mouth|orally|oral|po|topically|topical|intravenously|intravenous|iv|intramuscularly|intramuscular|subcutaneously|subcutaneous|sublingually|" +
  "sublingual|under the tongue|rectally|rectal|inhaled|intranasally|intranasal|nasal|in each nostril|in both nostrils|in each eye|in both eyes|" +
  "in the left eye|in the right eye|in each ear|vaginally|vaginal|by injection|transdermal|transdermally"
).split("|");

/** Ways of saying how often, besides "every N hours" and "N times a day". */
export const FREQUENCIES: readonly string[] = (
  "daily|once daily|twice daily|once a day|twice a day|once per day|twice per day|a day|per day|every day|each day|everyday|every other day|nightly|every night|" +
  "every morning|every evening|each morning|each night|each evening|in the morning|in the mornings|in the evening|at night|at nighttime|at bedtime|before bed|before bedtime|" +
  "weekly|once weekly|once a week|twice a week|twice weekly|every week|every other week|monthly|once a month|every month|a week|as needed|prn|bid|tid|qid|qd|qhs|" +
  "b i d|t i d|q i d|with meals|with food|before meals|after meals|with breakfast|with dinner|before breakfast|on an empty stomach|around the clock"
).split("|");

/** Words that may stand between a drug and its regimen, or inside it. */
export const REGIMEN_LINKS: ReadonlySet<string> = new Set(
  "the a an your you know um uh uhm at of to up it's that's dose dosage dosing back down taken take taking one about just tablet tablets pill pills please down".split(
    " ",
  ),
);

/** Units of the time a drug is given for. */
export const DURATION_UNITS: ReadonlySet<string> = new Set("day days week weeks month months year years".split(" "));
