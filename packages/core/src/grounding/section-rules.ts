import { OTHER_PEOPLE, RELATIVES } from "../clinical-language/lexicon/people.ts";
import { buildLexicon, findTerms } from "../clinical-language/lexicon.ts";
import { tokenize } from "../clinical-language/tokenize.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { checkChange } from "./check-change.ts";
import { checkClaim, checkNarrative } from "./check-stance.ts";
import type { ItemRule } from "./ground-item.ts";
import type { GroundingSource } from "./grounding-source.ts";
import { readMentions } from "./read-mentions.ts";
import type { WithheldReason } from "./withheld.ts";

type Subjective = SoapNote["subjective"];
type Medication = Subjective["medications"][number];

const HERE = { polarity: "affirmed", person: "patient", now: true, mayBeDoubtful: true } as const;
const PEOPLE = buildLexicon([...RELATIVES, ...OTHER_PEOPLE].map((phrase) => [phrase, true] as const));

/** A coded severity stands in the evidence; "unknown" says nothing. */
const severityText = (severity: string | null): string | null =>
  severity === null || severity === "unknown" ? null : severity.replaceAll("_", " ");

/** Statuses that are codes of the note, not words of the talk. */
const CODED_STATUS =
  /^(active|inactive|new|established|chronic|acute|unknown|past|current|suspected|possible|probable|confirmed|negative|positive)$/i;
const spokenStatus = (status: string | null): string | null =>
  status === null || CODED_STATUS.test(status) ? null : status;

export const complaint: ItemRule<NonNullable<Subjective["chiefComplaint"]>> = {
  name: ({ description }) => description,
  texts: ({ description }) => [description],
  speaker: "patient",
  agrees: ({ description }, evidence, source) => checkNarrative(description, evidence, source),
};

export const presentIllness: ItemRule<Subjective["hpi"][number]> = { ...complaint };

export const symptom: ItemRule<Subjective["reviewOfSystems"][number]> = {
  name: ({ finding }) => finding,
  texts: ({ finding }) => [finding],
  speaker: "patient",
  agrees: ({ finding, status }, evidence, source) => {
    if (status === null) return checkNarrative(finding, evidence, source);
    const named = finding.replace(/^(no|denies|without|positive for|negative for)\s+/i, "");
    const polarity = status === "positive" ? "affirmed" : "negated";
    return checkClaim({ ...HERE, polarity }, readMentions(named, evidence, source));
  },
};

export const history: ItemRule<Subjective["history"][number]> = {
  name: ({ name }) => name,
  texts: ({ name, icd10_code, severity, date, relationship, age_of_onset, surgeon, notes }) => [
    name,
    icd10_code,
    severityText(severity),
    date,
    relationship,
    age_of_onset,
    surgeon,
    notes,
  ],
  speaker: "patient",
  agrees: (item, evidence, source) => {
    if (item.kind === "family") return checkFamily(item, evidence, source);
    if (item.kind === "social") return checkNarrative(item.name, evidence, source);
    const denied = /^(denied|negative|refuted|none)$/i.test(item.status ?? "");
    return checkClaim(
      { ...HERE, polarity: denied ? "negated" : "affirmed", now: false },
      readMentions(item.name, evidence, source),
    );
  },
};

/** A family history needs a relative in its evidence. */
function checkFamily(
  { name, status }: { readonly name: string; readonly status: string | null },
  evidence: readonly Evidence[],
  source: GroundingSource,
): WithheldReason | null {
  const texts = evidence.map((one) => (one.kind === "snapshot" ? (source.snapshotItem(one.itemId) ?? "") : one.quote));
  const isFromRecord = evidence.some(({ kind }) => kind === "snapshot");
  if (!isFromRecord && !texts.some((text) => findTerms(PEOPLE, tokenize(text)).length > 0)) return "another_person";
  const mentions = readMentions(name, evidence, source).filter(({ open }) => !open);
  const denied = /^(denied|negative|none)$/i.test(status ?? "");
  if (mentions.length === 0) return null;
  return mentions.some(({ stance }) => (stance.polarity === "negated") === denied) ? null : "opposite_said";
}

const medicationTexts = ({
  medication_name,
  dose,
  route,
  frequency,
  duration,
  indication,
  rxnorm_code,
}: Medication) => [medication_name, dose, route, frequency, duration, indication, rxnorm_code];
const medicationName = ({ medication_name, dose, status }: Medication): string =>
  [status, medication_name, dose].filter((part) => part !== null).join(" ");

export const takenMedication: ItemRule<Medication> = {
  name: medicationName,
  texts: medicationTexts,
  recorded: true,
  speaker: "patient",
  agrees: (item, evidence, source) => checkChange(item, evidence, source, false),
};

export const plannedMedication: ItemRule<Medication> = {
  name: medicationName,
  texts: medicationTexts,
  speaker: "clinician",
  agrees: (item, evidence, source) => checkChange(item, evidence, source, true),
};

export const allergy: ItemRule<Subjective["allergies"][number]> = {
  name: ({ allergen }) => allergen,
  texts: ({ allergen, reaction, severity }) => [allergen, reaction, severityText(severity)],
  recorded: true,
  speaker: "patient",
  agrees: ({ allergen, status }, evidence, source) => {
    if (evidence.some(({ kind }) => kind === "snapshot")) return null;
    const refuted = /^(refuted|denied|ruled|entered)/i.test(status ?? "");
    const claim = { ...HERE, polarity: refuted ? "negated" : "affirmed", now: false } as const;
    return checkClaim(claim, readMentions(allergen, evidence, source));
  },
};

export const vitalSign: ItemRule<SoapNote["objective"]["vitalSigns"][number]> = {
  name: ({ vital_name, vital_value }) => `${vital_name} ${vital_value}`,
  texts: ({ vital_name, vital_value, unit }) => [vital_name, unit === null ? vital_value : `${vital_value} ${unit}`],
  speaker: "anybody",
  agrees: ({ vital_name }, evidence, source) => {
    const claim = { ...HERE, now: true } as const;
    return checkClaim(claim, readMentions(vital_name, evidence, source));
  },
};

export const examFinding: ItemRule<SoapNote["objective"]["physicalExam"][number]> = {
  name: ({ finding }) => finding,
  texts: ({ finding }) => [finding],
  speaker: "clinician",
  agrees: ({ finding }, evidence, source) => checkNarrative(finding, evidence, source),
};

export const diagnostic: ItemRule<SoapNote["objective"]["diagnostics"][number]> = {
  name: ({ test_name, result_value }) => [test_name, result_value].filter((part) => part !== null).join(" "),
  texts: ({ test_name, result_value, unit, interpretation, date }) => [
    test_name,
    result_value === null || unit === null ? result_value : `${result_value} ${unit}`,
    interpretation,
    date,
  ],
  speaker: "anybody",
  agrees: ({ interpretation }, evidence, source) =>
    interpretation === null ? null : checkNarrative(interpretation, evidence, source),
};

export const problem: ItemRule<SoapNote["assessment"]["problems"][number]> = {
  name: ({ diagnosis_name }) => diagnosis_name,
  texts: ({ diagnosis_name, icd10_code, status, severity, onset_date, notes }) => [
    diagnosis_name,
    icd10_code,
    spokenStatus(status),
    severityText(severity),
    onset_date,
    notes,
  ],
  speaker: "clinician",
  agrees: ({ diagnosis_name, status }, evidence, source) => {
    const word = status ?? "";
    const mayBeDoubtful = /suspect|possib|probab|likely|rule|differential|consider/i.test(word);
    const claim = {
      polarity: /ruled out|refuted|excluded/i.test(word) ? "negated" : "affirmed",
      person: "patient",
      now: !/resolv|past|history|inactive/i.test(word),
      mayBeDoubtful,
    } as const;
    return checkClaim(claim, readMentions(diagnosis_name, evidence, source));
  },
};

export const planItem: ItemRule<SoapNote["plan"]["items"][number]> = {
  name: ({ description }) => description,
  texts: ({ description, due }) => [description, due],
  speaker: "clinician",
  agrees: ({ description }, evidence, source) => checkPlanned(description, evidence, source),
};

/** What is not to be done is no plan to do it; conditions belong to a plan ("call if the fever comes back"). */
function checkPlanned(
  description: string,
  evidence: readonly Evidence[],
  source: GroundingSource,
): WithheldReason | null {
  const deniesItself = /\b(no|not|n't|don't|never|without|avoid|stop)\b/i.test(description);
  const mentions = readMentions(description, evidence, source);
  if (deniesItself || mentions.length === 0) return null;
  return mentions.every(({ stance }) => stance.polarity === "negated") ? "opposite_said" : null;
}
