import type { BodySystem } from "../../clinical-language/body-system.ts";
import { buildLexicon, type Lexicon } from "../../clinical-language/lexicon.ts";

/** Places and signs of a physical examination by system, after the CMS 1997 general multi-system examination (https://www.cms.gov/files/document/97docguidelinespdf.pdf). */
const REGIONS: readonly (readonly [BodySystem, string])[] = [
  ["constitutional", "well appearing|well-appearing|no acute distress|well nourished|no distress|general appearance"],
  ["eyes", "pupils|eyes|conjunctiva|sclera|extraocular movements"],
  [
    "ears_nose_mouth_throat",
    "throat|oropharynx|tonsils|nose|nares|nostrils|turbinates|sinuses|ears|ear canal|tympanic membrane|tympanic membranes|eardrum|mouth|mucous membranes|thyroid|oral mucosa|neck exam",
  ],
  [
    "cardiovascular",
    "heart|murmur|systolic ejection murmur|regular rate|regular rhythm|rate and rhythm|edema|pitting edema|jugular venous distention|jugular venous distension|carotid bruits|carotid bruit|bruits|pulses|pulse is palpable|capillary refill|gallops|rubs",
  ],
  [
    "respiratory",
    "lungs|lung exam|breath sounds|wheezing|wheezes|crackles|rales|rhonchi|rhonchus|clear to auscultation|chest wall",
  ],
  [
    "gastrointestinal",
    "abdomen|belly|bowel sounds|guarding|rebound|rebound tenderness|liver edge|spleen|hepatomegaly|abdominal quadrants|right upper quadrant|right lower quadrant|left upper quadrant|left lower quadrant|epigastric",
  ],
  ["genitourinary", "cva tenderness|cervix|prostate|pelvic exam|bladder"],
  [
    "musculoskeletal",
    "range of motion|knee|knees|shoulder|hip|elbow|wrist|ankle|foot|spine|joint|joints|lower back|lumbar spine|paraspinal|straight leg|straight leg raise|effusion|joint line|mcmurray's|drawer test|calf|thumb|finger|fingers|hand|hands|tendon|extremities|lower extremities",
  ],
  [
    "skin",
    "skin|rash|ecchymosis|bruising|erythema|erythematous|plaques|lesion|lesions|ulcer|wound|scaly|incision|cellulitis|skin turgor",
  ],
  [
    "neurological",
    "strength|reflexes|sensation|gait|cranial nerves|cerebellar|muscle strength|neurological exam|neuro exam|oriented",
  ],
  ["psychiatric", "mood|affect"],
  ["hematologic_lymphatic", "lymph nodes|lymphadenopathy|cervical lymphadenopathy|adenopathy"],
];

/** Words of an examination and the system each belongs to. */
export const EXAM_LEXICON: Lexicon<BodySystem> = buildLexicon(
  REGIONS.flatMap(([system, phrases]) => phrases.split("|").map((phrase) => [phrase, system] as const)),
);

const FINDING_WORDS = `tender|tenderness|swelling|swollen|pain to palpation|pain with|pain on|edema|murmur|clear|regular rate|regular rhythm|normal|unremarkable|
  intact|decreased|limited|full range|full range of motion|reduced|appreciate|hear|palpate|erythema|erythematous|redness|red|bruising|ecchymosis|
  effusion|crackles|wheezes|wheezing|rales|rhonchi|guarding|rebound|distended|distention|distension|soft|non-tender|nontender|symmetric|symmetrical|
  enlarged|inflamed|warm|warmth|cool|positive|negative|palpable|bruits|masses|mass|lesion|lesions|plaques|scaly|drainage|discharge|strength|
  five out of five|good|equal|reactive|round|moist|dry|supple|rash|lymphadenopathy|regular|irregular|irregularly|tachycardic|bradycardic|oriented|
  no acute distress|well appearing|well-appearing|stiff|crepitus|deformity|laxity|weak|weakness|healing|healed|scar|present`;

/** Words that state a finding: a clause with a place and none of these only announces what is looked at. */
export const FINDING_LEXICON: Lexicon<true> = buildLexicon(
  FINDING_WORDS.split("|").map((phrase) => [phrase.trim(), true] as const),
);

/** Phrases by which a clinician opens the examination. */
export const EXAM_OPENERS: readonly string[] = (
  "physical exam|physical examination|on exam|on examination|on your exam|on the exam|your exam|take a listen|listen to your|take a look at you|take a look at your|" +
  "examine you|examine your|let me look|let me listen|look at your|vital signs|your vitals|exam findings|check your heart|check out your heart|check you out"
).split("|");

/** Phrases by which the examination is over. */
export const EXAM_CLOSERS: readonly string[] = (
  "your results|the results|my assessment|assessment and plan|assessment and my plan|my plan|my impression|impression and plan|my thoughts|what does that mean|" +
  "what that means|that means|first problem|second problem|next problem|last problem|first issue|talk about|your labs|your x-ray|your x-rays|your mri|your ekg|i think|" +
  "diagnosis|i would like to|i want you to|i'm going to order|explaining|go over"
).split("|");

/** Words that only the statement of an examination contains; they carry a finding outside the examination too. */
export const EXAM_ONLY: readonly string[] = (
  "auscultation|to palpation|i appreciate|i do appreciate|i don't appreciate|i do n't appreciate|rate and rhythm|systolic ejection murmur|pitting edema|" +
  "range of motion is|lungs are clear|lungs sound clear|lungs sound nice and clear|on your heart exam|on your lung exam|on palpation"
).split("|");
