/** Words after a number that make it a dose, spoken and abbreviated (UCUM case-insensitive codes where one exists, https://ucum.org/ucum). */
export const DOSE_UNITS: ReadonlySet<string> = new Set(
  (
    "mg milligram milligrams mcg microgram micrograms g gram grams ml milliliter milliliters cc unit units puff puffs tablet tablets pill " +
    "pills capsule capsules drop drops % percent spray sprays teaspoon teaspoons tablespoon tablespoons meq patch patches"
  ).split(" "),
);

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
