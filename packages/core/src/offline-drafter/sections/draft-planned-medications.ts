import type { Clause } from "../../clinical-language/clause.ts";
import { isRefused } from "../../clinical-language/is-refused.ts";
import { ALLERGY_CLASSES } from "../../clinical-language/lexicon/allergens.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { readRegimen } from "../../clinical-language/read-regimen.ts";
import { tokenize } from "../../clinical-language/tokenize.ts";
import type { Evidence } from "../../soap-note/evidence.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { DRUG_ACTIONS, INTENTS, UNDECIDED_ACTIONS } from "../lexicon/intent.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { soleGeneric } from "./sole-generic.ts";

type Medication = SoapNote["plan"]["medications"][number];

const INTENT = buildLexicon(INTENTS.map((phrase) => [phrase, true] as const));
const LONGEST_REACH_WORDS = 12;

/**
 * Drugs the clinician decided on, with what was decided as status: started, continued, increased, stopped …
 *
 * A decision is a statement of the provider with an intent and an action before the drug, with no doubt, condition or
 * negation in its clause, and not refused by the patient right after it. Anything less becomes a question.
 *
 * @param scene The encounter.
 */
export function draftPlannedMedications(scene: Scene): Medication[] {
  const planned: Medication[] = [];
  const seen = new Set<string>();
  for (const clause of scene.clauses) {
    if (clause.role !== "provider" || clause.mode === "question") continue;
    const matches = findTerms(MEDICATION_LEXICON, clause.tokens);
    for (const [order, match] of matches.entries()) {
      const floor = Math.max((matches[order - 1]?.last ?? -1) + 1, match.first - LONGEST_REACH_WORDS);
      const action = lastAction(clause, floor, match.first);
      if (action === null) continue;
      const word = clause.tokens[action]?.word ?? "";
      if (!isDecided(clause) || UNDECIDED_ACTIONS.has(word) || isRefused(clause, scene.replies.get(clause.sequence))) {
        askToConfirm(scene, "A medication was spoken of without a clear decision: it is not in the plan", [
          quote(clause),
        ]);
        continue;
      }
      const { dose, route, frequency, duration, doubtful } = readRegimen(clause, match.first, match.last);
      const key = `${match.value} ${DRUG_ACTIONS.get(word)} ${dose}`;
      if (seen.has(key)) continue;
      seen.add(key);
      const recorded = scene.snapshot.current_medications.find((entry) => soleGeneric(entry.name) === match.value);
      const item: Medication = {
        id: `plan-medication-${planned.length + 1}`,
        evidence: [quote(clause), ...(recorded === undefined ? [] : [fromRecord(recorded.id)])],
        medication_name: recorded?.name ?? wordsOf(clause, match.first, match.last),
        dose,
        route,
        frequency,
        duration,
        indication: null,
        status: DRUG_ACTIONS.get(word) ?? null,
        rxnorm_code: null,
      };
      planned.push(item);
      if (doubtful)
        askToConfirm(
          scene,
          "A number was said with this medication that could not be read as its dose",
          item.evidence,
          item.id,
        );
      askAboutAllergies(scene, match.value, item);
    }
  }
  return planned;
}

function isDecided(clause: Clause): boolean {
  const doubts = ["uncertain", "past", "others", "negation"] as const;
  if (clause.mode !== "statement" || doubts.some((cue) => clause.cues.has(cue))) return false;
  return findTerms(INTENT, clause.tokens).length > 0 || DRUG_ACTIONS.has(clause.tokens[0]?.word ?? "");
}

/** The action nearest before the drug; "continue to take" is a continuation, and "you take" tells what is, not what shall be. */
function lastAction(clause: Clause, floor: number, drug: number): number | null {
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  for (let index = drug - 1; index >= Math.max(0, floor); index -= 1) {
    if (!DRUG_ACTIONS.has(word(index))) continue;
    if (!TAKING.has(word(index))) return index;
    if (DRUG_ACTIONS.has(word(index - 2)) && word(index - 1) === "to") return index - 2;
    if (DRUG_ACTIONS.has(word(index - 1))) return index - 1;
    const told = TELLING.has(word(index - 1)) && !ORDERING.has(word(index - 2));
    return told ? null : index;
  }
  return null;
}
const TAKING = new Set("take taking use using give".split(" "));
const TELLING = new Set("you he she they i also still".split(" "));
const ORDERING = new Set("have let".split(" "));

const fromRecord = (itemId: string): Evidence => ({ kind: "snapshot", itemId });

/** A drug against a recorded allergy is put to the clinician; nothing is taken out of the plan. */
function askAboutAllergies(scene: Scene, generic: string, item: Medication): void {
  for (const allergy of scene.snapshot.allergies) {
    const allergen = allergy.allergen.toLowerCase();
    const named = findTerms(MEDICATION_LEXICON, tokenize(allergy.allergen)).some((match) => match.value === generic);
    if (!named && ALLERGY_CLASSES.get(allergen)?.has(generic) !== true) continue;
    askToConfirm(
      scene,
      "A medication in the plan is, or belongs with, an allergen on record",
      [...item.evidence, { kind: "snapshot", itemId: allergy.id }],
      item.id,
    );
  }
}
