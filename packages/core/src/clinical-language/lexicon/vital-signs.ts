import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** Vital signs of the FHIR vital signs profile (https://hl7.org/fhir/R4/observation-vitalsigns.html). */
export type VitalSign =
  | "blood_pressure"
  | "heart_rate"
  | "respiratory_rate"
  | "temperature"
  | "oxygen_saturation"
  | "weight"
  | "height";

const NAMES: readonly (readonly [VitalSign, string])[] = [
  ["blood_pressure", "blood pressure|bp|b p"],
  ["heart_rate", "heart rate|pulse|pulse rate|hr"],
  ["respiratory_rate", "respiratory rate|respirations|respiration rate|breathing rate"],
  ["temperature", "temperature|temp"],
  [
    "oxygen_saturation",
    "oxygen saturation|o2 saturation|o2 sat|o2 sats|oxygen level|pulse oximetry|pulse ox|pulse oximeter|oxygen sat|spo2|sats|saturation|oximetry",
  ],
  ["weight", "weight"],
  ["height", "height"],
];

/** Names that mean the vital sign only where its value in percent follows: "oxygen at 2 liters" is given, not measured. */
export const NAMES_BEFORE_PERCENT: ReadonlySet<string> = new Set(["oxygen", "o2"]);

const lexiconOf = (names: typeof NAMES): Lexicon<VitalSign> =>
  buildLexicon(names.flatMap(([sign, phrases]) => phrases.split("|").map((phrase) => [phrase, sign] as const)));

/** What a vital sign is called aloud. */
export const VITAL_LEXICON: Lexicon<VitalSign> = lexiconOf(NAMES);

/** What a vital sign is called right before its value. */
export const VITAL_LEXICON_BEFORE_VALUES: Lexicon<VitalSign> = lexiconOf([
  ...NAMES,
  ["oxygen_saturation", [...NAMES_BEFORE_PERCENT].join("|")],
]);

/** Words that may stand between a vital sign's name and its value. */
export const VITAL_LINKS: ReadonlySet<string> = new Set(
  (
    "is was of at for today it it's its s a an the about around like reading here in office clinic now right currently um uh looks looked " +
    "good great fine normal nice well quite very really little bit elevated high low higher lower slightly room air and on to be " +
    "came back comes you're you are your which that's perfect okay registered measured measures running we have has got show shows " +
    "showed with this morning"
  ).split(" "),
);

/** Units a value may be followed by. */
export const VITAL_UNITS: ReadonlySet<string> = new Set(
  "percent % pounds pound lbs lb kilograms kilogram kg kilos degrees fahrenheit celsius inches feet centimeters cm beats bpm mmhg".split(
    " ",
  ),
);

/** Words that make a reading somebody else's, another day's, or not a reading at all. */
export const NOT_MEASURED_HERE: readonly string[] = (
  "at home|last time|last visit|last week|last month|last year|yesterday|your house|previous|previously|usually|at work|by the paramedics|" +
  "in the emergency room|in the er|emergency department|when you were|goal|target|below|above|less than|more than|under|over a|gain|gained|lost|lose|" +
  "your readings|readings|normally|ideal|should be|greater than|exceeds|goes|go|drops|per day|every day|machine|log|in the past|rechecked|was initially"
).split("|");
