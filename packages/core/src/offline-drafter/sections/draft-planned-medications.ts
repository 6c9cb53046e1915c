import { ALLERGY_CLASSES } from "../../clinical-language/lexicon/allergens.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { readConsent } from "../../clinical-language/read-consent.ts";
import { readRegimen } from "../../clinical-language/read-regimen.ts";
import { tokenize } from "../../clinical-language/tokenize.ts";
import type { Evidence } from "../../soap-note/evidence.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import type { DrugMention, DrugUse } from "../drugs/drug-mention.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { soleGeneric } from "./sole-generic.ts";

type Medication = SoapNote["plan"]["medications"][number];

/**
 * Drugs the clinician decided on, with what was decided as status: started, continued, increased, stopped … A drug the
 * patient turned down is `refused`, one whose decision was left open and not taken later is `considered`.
 *
 * A decision is a statement of the provider with an intent and an action before the drug, with no doubt, condition or
 * denial before the action.
 *
 * @param scene The encounter.
 */
export function draftPlannedMedications(scene: Scene): Medication[] {
  const planned: Medication[] = [];
  const considered: Medication[] = [];
  const seen = new Set<string>();
  const decided = new Set<string>();
  for (const mention of scene.mentions) {
    const status = statusOf(scene, mention);
    if (status === null) continue;
    const item = plannedOf(scene, mention, status);
    const key = `${mention.match.value} ${status} ${status === "considered" ? null : item.dose}`;
    if (seen.has(key)) continue;
    seen.add(key);
    if (status === "considered") considered.push({ ...item, id: mention.match.value });
    else {
      decided.add(mention.match.value);
      planned.push({ ...item, id: `plan-medication-${planned.length + 1}` });
      if (status !== "refused" && status !== "stopped") askAboutAllergies(scene, mention.match.value, planned.at(-1));
    }
  }
  for (const { clause } of undecided(scene, decided))
    askToConfirm(scene, "The clinician named this medication and no decision about it was understood", [quote(clause)]);
  for (const item of considered) {
    if (decided.has(item.id)) continue;
    const id = `plan-medication-${planned.length + 1}`;
    planned.push({ ...item, id });
    askToConfirm(scene, "A medication was spoken of without a clear decision", item.evidence, id);
  }
  return planned;
}

/** Drugs the clinician says something of that is neither a decision nor that they are taken: the first words on each. */
function undecided({ mentions }: Scene, decided: ReadonlySet<string>): DrugMention[] {
  const understood = new Set(decided);
  for (const { use, match } of mentions) if (use !== "unclear") understood.add(match.value);
  return mentions.filter(({ clause, match, use }) => {
    const isOpen = use === "unclear" && clause.role === "provider" && clause.mode !== "question";
    if (!isOpen || understood.has(match.value) || clause.cues.has("past")) return false;
    understood.add(match.value);
    return true;
  });
}

const DECISIONS = new Set<DrugUse>([
  "started",
  "continued",
  "restarted",
  "increased",
  "decreased",
  "stopped",
  "held",
  "changed",
  "considered",
] as const);

function statusOf(scene: Scene, { clause, use }: DrugMention): DrugUse | null {
  if (use === "refused") return use;
  if (clause.role !== "provider" || !DECISIONS.has(use)) return null;
  const reply = scene.replies.get(clause.sequence);
  const consent = readConsent(clause, reply, patientsClauses(scene));
  if (consent === "let stand") return use;
  return consent === "refused" ? "refused" : "considered";
}

const patientsClauses = ({ clauses }: Scene) => clauses.filter(({ role }) => role === "patient");

function plannedOf(scene: Scene, mention: DrugMention, status: DrugUse): Medication {
  const { clause, match, use } = mention;
  const named = mention.antecedent ?? mention;
  const { dose, route, frequency, duration, doubtful } = readRegimen(clause, match.first, match.last);
  const recorded = scene.snapshot.current_medications.find((entry) => soleGeneric(entry.name) === match.value);
  const reply = status !== use ? scene.replies.get(clause.sequence)?.clauses.slice(0, 1) : [];
  const quoted = named.clause === clause ? [clause] : [named.clause, clause];
  const evidence: Evidence[] = [...quoted, ...(reply ?? [])].map((said) => quote(said));
  if (doubtful)
    askToConfirm(scene, "A number was said with this medication that could not be read as its dose", evidence);
  return {
    id: "",
    evidence: recorded === undefined ? evidence : [...evidence, fromRecord(recorded.id)],
    medication_name: recorded?.name ?? wordsOf(named.clause, named.match.first, named.match.last),
    dose,
    route,
    frequency,
    duration,
    indication: null,
    status,
    rxnorm_code: null,
  };
}

const fromRecord = (itemId: string): Evidence => ({ kind: "snapshot", itemId });

/** A drug against a recorded allergy is put to the clinician; nothing is taken out of the plan. */
function askAboutAllergies(scene: Scene, generic: string, item: Medication | undefined): void {
  if (item === undefined) return;
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
