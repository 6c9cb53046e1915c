import type { BodySystem } from "../body-system.ts";
import { buildLexicon, type Lexicon } from "../lexicon.ts";

/**
 * Symptoms as patients and clinicians say them, by the system under which the CMS 1997 documentation guidelines
 * count them (https://www.cms.gov/files/document/97docguidelinespdf.pdf). A word that names no single symptom
 * ("pain", "discomfort") is left out: without a place it fits no system.
 */
const SYMPTOMS: readonly (readonly [BodySystem, string])[] = [
  [
    "constitutional",
    `fever|chills|night sweats|sweats|fatigue|tiredness|weight loss|weight gain|loss of appetite|low appetite|
    poor appetite|decreased appetite|malaise|body aches|feverish|low grade fever|low-grade fever|lethargy`,
  ],
  [
    "eyes",
    `blurry vision|blurred vision|double vision|vision changes|changes in vision|vision loss|loss of vision|eye pain|
    watery eyes|itchy eyes|red eyes|dry eyes|light sensitivity|sensitivity to light|floaters|changes in your vision|changes in my vision`,
  ],
  [
    "ears_nose_mouth_throat",
    `sore throat|runny nose|stuffy nose|nasal congestion|congestion|sinus pressure|sinus pain|ear pain|earache|
    ringing in your ears|ringing in my ears|hearing loss|nosebleed|nose bleed|hoarseness|postnasal drip|post nasal drip|sneezing|
    loss of taste|loss of smell|mouth sores|toothache|dry mouth|scratchy throat|neck swelling|trouble hearing`,
  ],
  [
    "cardiovascular",
    `chest pain|chest pains|chest pressure|chest tightness|chest discomfort|palpitations|heart racing|racing heart|
    heart fluttering|leg swelling|swelling in your legs|swelling in my legs|swelling in your feet|swelling in my feet|
    ankle swelling|swollen ankles|swollen legs|leg edema|orthopnea|pain in your chest|pain in my chest`,
  ],
  [
    "respiratory",
    `shortness of breath|short of breath|difficulty breathing|trouble breathing|problems breathing|cough|coughing|wheezing|wheeze|
    coughing up blood|winded|out of breath|breathlessness|phlegm|productive cough|dry cough|hemoptysis|snoring`,
  ],
  [
    "gastrointestinal",
    `nausea|nauseous|nauseated|vomiting|throwing up|diarrhea|constipation|constipated|abdominal pain|stomach pain|belly pain|
    stomach ache|stomachache|heartburn|indigestion|bloating|acid reflux|blood in your stool|blood in my stool|bloody stool|bloody stools|
    black stools|difficulty swallowing|trouble swallowing|painful swallowing|rectal bleeding|stomach cramps|abdominal cramping|loose stools|
    pain in your abdomen|pain in my stomach|pain in your stomach`,
  ],
  [
    "genitourinary",
    `blood in your urine|blood in my urine|blood in the urine|burning with urination|burning when you urinate|
    burning when i urinate|painful urination|frequent urination|urinary frequency|urinary urgency|incontinence|pelvic pain|
    vaginal bleeding|vaginal discharge|trouble urinating|difficulty urinating|pain with urination|flank pain|hot flashes|dysuria|hematuria`,
  ],
  [
    "musculoskeletal",
    `joint pain|joint pains|muscle aches|muscle ache|muscle pain|muscle cramps|back pain|low back pain|lower back pain|neck pain|
    knee pain|hip pain|shoulder pain|elbow pain|wrist pain|ankle pain|foot pain|leg pain|arm pain|hand pain|heel pain|rib pain|
    joint stiffness|morning stiffness|stiffness|joint swelling|leg cramps|calf pain|jaw pain|stiff neck|muscle spasms|
    pain in your back|pain in my back|pain in my knee|pain in your knee|pain in my shoulder|pain in my neck|pain in your calves|myalgias|
    arthralgias`,
  ],
  [
    "skin",
    `rash|rashes|itching|itchy skin|itchiness|hives|dry skin|skin lesions|skin changes|bruising|hair loss|sores|blisters|redness`,
  ],
  [
    "neurological",
    `headache|headaches|dizziness|dizzy|lightheadedness|lightheaded|light headed|light-headed|vertigo|numbness|tingling|
    weakness|seizures|seizure|tremor|tremors|fainting|passing out|passed out|blacking out|loss of consciousness|memory loss|confusion|
    slurred speech|balance problems|trouble walking|loss of balance|burning in your feet|loss of sensation|syncope|paresthesias`,
  ],
  [
    "psychiatric",
    `anxious|depressed|depressed mood|feeling down|feeling hopeless|hopelessness|suicidal thoughts|thoughts of suicide|
    suicidal ideation|thoughts of hurting yourself|panic attacks|panic attack|trouble sleeping|difficulty sleeping|insomnia|mood swings|
    hallucinations|irritability|hearing voices|thoughts of harming yourself|trouble falling asleep|trouble concentrating`,
  ],
  ["endocrine", `excessive thirst|increased thirst|heat intolerance|cold intolerance|very thirsty|polyuria|polydipsia`],
  [
    "hematologic_lymphatic",
    `easy bruising|easy bleeding|bleeding gums|swollen glands|swollen lymph nodes|bleeding problems`,
  ],
];

/** Symptoms and the body system each one is reviewed under. */
export const SYMPTOM_LEXICON: Lexicon<BodySystem> = buildLexicon(symptomEntries());

function* symptomEntries(): Generator<readonly [string, BodySystem]> {
  for (const [system, phrases] of SYMPTOMS) for (const phrase of phrases.split("|")) yield [phrase.trim(), system];
}
