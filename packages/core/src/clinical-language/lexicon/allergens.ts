import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** Allergens other than single drugs, after the common answers of FHIR AllergyIntolerance.code (https://hl7.org/fhir/R4/valueset-allergyintolerance-code.html). */
const ALLERGENS = `penicillins|pcn|sulfa|sulfa drugs|sulfa antibiotics|cephalosporins|nsaids|statins|ace inhibitors|opioids|iodine|iodine contrast|contrast|contrast dye|
  iv contrast|iv dye|latex|adhesive|adhesive tape|nickel|peanuts|peanut|tree nuts|nuts|walnuts|almonds|cashews|shellfish|shrimp|lobster|crab|fish|
  eggs|egg|milk|dairy|soy|wheat|gluten|sesame|strawberries|kiwi|bananas|avocado|bee stings|bees|bee sting|wasps|wasp stings|fire ants|pollen|
  ragweed|grass|dust|dust mites|mold|cats|cat dander|dogs|dog dander|pet dander|red dye|chlorhexidine|aspirin|antibiotics`;

/** Allergens that are not in the medication lexicon; the value is the name as listed. */
export const ALLERGEN_LEXICON: Lexicon<string> = buildLexicon(
  ALLERGENS.split("|").map((phrase) => [phrase.trim(), phrase.trim()] as const),
);

const REACTIONS = `rash|a rash|hives|anaphylaxis|anaphylactic shock|anaphylactic reaction|swelling|facial swelling|throat swelling|lip swelling|
  tongue swelling|face swells up|face swelled up|throat swells up|throat swelled up|throat closes up|throat closed up|throat closes|throat closing|
  itching|itchy|swell up|swells up|swelled up|swelled|face swelled|anaphylaxis|welts|broke out all over|trouble breathing|difficulty breathing|can't breathe|could n't breathe|couldn't breathe|shortness of breath|wheezing|nausea|
  break out|breaks out|broke out|a bad rash|bad rash|throwing up|nauseous|sick to my stomach|itch|itch all over|swell up|short of breath|dizzy|
  vomiting|vomit|throw up|upset stomach|diarrhea|dizziness|passed out|blisters|cough|sneezing|watery eyes|runny nose|angioedema`;

/** Reactions to an allergen, in the words of the speaker. */
export const REACTION_LEXICON: Lexicon<true> = buildLexicon(
  REACTIONS.split("|").map((phrase) => [phrase.trim(), true] as const),
);

/** Names of one allergen, singular and lower case (as `private.record_synonyms`, kind `allergen`). */
export const ALLERGEN_SYNONYMS: ReadonlyMap<string, string> = new Map([
  ["pcn", "penicillin"],
  ["sulfa", "sulfonamide"],
  ["sulfa drug", "sulfonamide"],
  ["sulfa antibiotic", "sulfonamide"],
  ["iv contrast", "contrast"],
  ["iv dye", "contrast"],
  ["contrast dye", "contrast"],
  ["shell fish", "shellfish"],
  ["bee sting", "bee"],
]);

/**
 * Drugs that a recorded class allergy concerns, for a question to the clinician only
 * (class membership as in ATC groups J01C, J01E and M01A, https://atcddd.fhi.no/atc_ddd_index/).
 */
export const ALLERGY_CLASSES: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [
    ["penicillin", "penicillin|amoxicillin|amoxicillin clavulanate|ampicillin"],
    ["penicillins", "penicillin|amoxicillin|amoxicillin clavulanate|ampicillin"],
    ["pcn", "penicillin|amoxicillin|amoxicillin clavulanate|ampicillin"],
    ["amoxicillin", "penicillin|amoxicillin|amoxicillin clavulanate|ampicillin"],
    ["sulfa", "sulfamethoxazole trimethoprim|sulfasalazine"],
    ["sulfa drugs", "sulfamethoxazole trimethoprim|sulfasalazine"],
    ["sulfa antibiotics", "sulfamethoxazole trimethoprim"],
    ["nsaids", "ibuprofen|naproxen|aspirin|meloxicam|diclofenac|celecoxib|ketorolac|indomethacin|etodolac|nabumetone"],
    ["aspirin", "ibuprofen|naproxen|aspirin|meloxicam|diclofenac|ketorolac|indomethacin|etodolac|nabumetone"],
  ].map(([allergen = "", drugs = ""]) => [allergen, new Set(drugs.split("|"))] as const),
);
