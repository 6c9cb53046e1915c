import type { Utterance } from "../clinical-language/utterance.ts";
import { readDrugChange } from "../grounding/check-change.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { checkDrugAllergies } from "./check-drug-allergies.ts";
import { type ActiveMedication, checkMedicationList } from "./check-medication-list.ts";
import { checkVitalSigns } from "./check-vital-signs.ts";
import { findRedFlags } from "./find-red-flags.ts";
import type { RaisedAlert } from "./raised-alert.ts";
import { RED_FLAGS_VERSION } from "./red-flag-rules.ts";

type Alert = SoapNote["safetyAlerts"][number];

/** What a draft is checked against, and whose alerts they are. */
export interface SafetyContext {
  readonly encounterId: string;
  readonly talk: readonly Utterance[];
  readonly ageYears: number | null;
  readonly conditions: readonly string[];
  /** The active list of the record; null where the patient was never asked for it. */
  readonly activeMedications: readonly ActiveMedication[] | null;
}

const ORDER: Readonly<Record<Alert["severity"], number>> = { critical: 0, warning: 1, info: 2 };
const MOST_ALERTS = 200;
const MOST_EVIDENCE = 50;
/** Changes after which a drug is not taken: nothing to hold against an allergy. */
const NOT_TAKEN = new Set(["stopped", "held", "refused"]);

/**
 * Raises the safety alerts of a draft, the gravest first: red flags of the talk, dangerous vital signs, drugs against
 * allergies, and the plan against the active list.
 *
 * @param note The note, grounded.
 * @param context The talk and the record.
 * @returns Open alerts. An alert's id is made of the encounter, the rule, what it is about and its evidence: drafting
 *   again raises the same alert again, and what was dismissed stays dismissed until something new is said.
 */
export async function raiseSafetyAlerts(note: SoapNote, context: SafetyContext): Promise<Alert[]> {
  const { subjective, objective, plan } = note;
  const drugs = [
    ...plan.medications.map((item) => ({ ...item, planned: true })),
    ...subjective.medications.map((item) => ({ ...item, planned: false })),
  ].filter(({ status }) => !NOT_TAKEN.has(readDrugChange(status) ?? ""));
  const raised: RaisedAlert[] = [
    ...findRedFlags(context.talk, context.conditions).map(
      ({ rule, evidence }): RaisedAlert => ({
        rule: `${rule.id}-${RED_FLAGS_VERSION}`,
        subject: rule.id,
        alert_type: "red_flag",
        severity: rule.severity,
        message: rule.label,
        evidence,
      }),
    ),
    ...checkVitalSigns(objective.vitalSigns, context.ageYears),
    ...checkDrugAllergies(drugs, subjective.allergies),
    ...checkMedicationList(plan.medications, context.activeMedications, subjective.medications),
  ];
  const ordered = raised.sort((a, b) => ORDER[a.severity] - ORDER[b.severity]).slice(0, MOST_ALERTS);
  const alerts = await Promise.all(ordered.map((one) => alertOf(one, context.encounterId)));
  return [...new Map(alerts.map((one) => [one.id, one])).values()];
}

async function alertOf(raised: RaisedAlert, encounterId: string): Promise<Alert> {
  const { alert_type, severity, message, rule, subject } = raised;
  const evidence = raised.evidence.slice(0, MOST_EVIDENCE);
  const id = await stableId([encounterId, alert_type, rule, subject, JSON.stringify(evidence)].join("\n"));
  return { id, evidence, alert_type, severity, message, status: "open", dismissed_reason: null };
}

/** 32 hexadecimal characters of SHA-256, short enough for an item's id. */
async function stableId(words: string): Promise<string> {
  const digest = await crypto.subtle.digest("SHA-256", new TextEncoder().encode(words));
  return Array.from(new Uint8Array(digest, 0, 16), (byte) => byte.toString(16).padStart(2, "0")).join("");
}
