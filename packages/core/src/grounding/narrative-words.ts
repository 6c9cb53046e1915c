/** Words with which a note is told; they state nothing of the patient that would need evidence. */
export const NARRATIVE_WORDS: ReadonlySet<string> = new Set(
  (
    "a an the this that these those and or of to in on at for with by from as is are was were be been being has have had do does did " +
    "patient patients pt he she they his her their him them i my me you your we our it its who which when where " +
    "report reports reported state states stated say says said tell tells told note notes noted describe describes described " +
    "complain complains complaining present presents presented presenting endorse endorses endorsed deny denies denied denying " +
    "history today currently current visit recommend recommends recommended advise advised discuss discussed plan continue take takes taking"
  ).split(" "),
);

/** Words that say the same of the same thing; the first of each list stands for all. */
export const EQUAL_WORDS: readonly (readonly string[])[] = [
  ["mother", "mom", "mum", "mama"],
  ["father", "dad", "papa"],
  ["grandmother", "grandma"],
  ["grandfather", "grandpa"],
  ["oral", "orally", "mouth", "po"],
  ["day", "daily"],
  ["night", "nightly", "bedtime"],
  ["week", "weekly"],
  ["month", "monthly"],
  ["percent", "%"],
  ["not", "n't", "don't", "doesn't", "didn't", "no"],
];
