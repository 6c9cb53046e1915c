import { type DrugChange, readDrugChange } from "../grounding/check-change.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import { DRUG_CLASSES_VERSION, type DrugClass } from "./drug-classes.ts";
import { type DrugIdentity, identifyAllergen, identifyDrug } from "./drug-identity.ts";
import type { RaisedAlert } from "./raised-alert.ts";

/** A drug that is planned or taken. */
export interface CheckedDrug {
  readonly medication_name: string;
  readonly evidence: readonly Evidence[];
  /** An order of this visit; else the patient takes it already. */
  readonly planned: boolean;
  /** As drafted: a drug that was turned down or only considered is named so. */
  readonly status?: string | null;
}

/** An allergy of the record or of the talk. */
export interface KnownAllergy {
  readonly allergen: string;
  readonly reaction: string | null;
  readonly severity: string | null;
  readonly status: string | null;
  readonly evidence: readonly Evidence[];
}

/** Statuses of an allergy that is none. */
const REFUTED = /refuted|ruled out|entered.in.error|disprove|de-?labell?ed/i;

/**
 * Checks drugs against allergies: the same drug, a drug of the same class, and classes that can cross-react.
 *
 * @param drugs What is planned and taken; what is stopped is not asked about.
 * @param allergies Of the record and of the talk; a refuted one counts no more.
 * @returns One alert per drug and allergy.
 */
export function checkDrugAllergies(drugs: readonly CheckedDrug[], allergies: readonly KnownAllergy[]): RaisedAlert[] {
  const known = allergies.filter(({ status }) => !REFUTED.test(status ?? ""));
  return drugs.flatMap((drug) => known.flatMap((allergy) => alertOn(drug, allergy) ?? []));
}

function alertOn(drug: CheckedDrug, allergy: KnownAllergy): RaisedAlert | null {
  const relation = relationOf(identifyDrug(drug.medication_name), identifyAllergen(allergy.allergen));
  if (relation === null) return null;
  const verb = drug.planned ? verbOf(readDrugChange(drug.status ?? null)) : "taken";
  const reaction = allergy.reaction === null ? "" : ` (${allergy.reaction})`;
  const words = `${drug.medication_name} is ${verb}, and an allergy to ${allergy.allergen}${reaction} is known`;
  const isCrossed = relation.crosses !== undefined;
  return {
    rule: `${isCrossed ? "cross" : "class"}-${DRUG_CLASSES_VERSION}`,
    subject: `${drug.medication_name} / ${allergy.allergen}`.toLowerCase(),
    alert_type: isCrossed ? "drug_allergy_cross_reactivity" : "drug_allergy",
    severity: isCrossed || !drug.planned ? "warning" : "critical",
    message: isCrossed ? `${words}: ${relation.crosses}` : `${words}: ${relation.shared}`,
    evidence: [...drug.evidence, ...allergy.evidence],
  };
}

const verbOf = (change: DrugChange | null): string =>
  change === "refused" ? "proposed and turned down" : change === "considered" ? "considered" : "planned";

type Relation = { readonly shared: string; readonly crosses?: undefined } | { readonly crosses: string };

function relationOf(drug: DrugIdentity, allergen: DrugIdentity): Relation | null {
  if (drug.generic === allergen.generic) return { shared: "it is the same drug" };
  const shared = drug.classes.find((one) => allergen.classes.includes(one));
  if (shared !== undefined) return { shared: `both belong to ${shared.id}` };
  const crossed = allergen.classes.flatMap(({ id, crosses = [] }) =>
    crosses.filter(({ to }) => isOf(drug, to)).map(({ note }) => ({ id, note })),
  );
  const [first] = crossed;
  return first === undefined ? null : { crosses: `${first.id}: ${first.note}` };
}

const isOf = (drug: DrugIdentity, id: DrugClass["id"]): boolean => drug.classes.some((one) => one.id === id);
