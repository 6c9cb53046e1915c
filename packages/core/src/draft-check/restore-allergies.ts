import type { SoapNote } from "../soap-note/soap-note.ts";
import type { SnapshotFacts } from "./snapshot-facts.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];
type Recorded = SnapshotFacts["allergies"][number];
type Confirmation = SoapNote["meta"]["aiFlags"]["needs_clinician_confirmation"][number];

const MOST_ALLERGIES = 500;
/** Clinical order; an unknown severity is below none. */
const SEVERITIES = ["mild", "moderate", "severe", "life_threatening"];

/**
 * Puts allergies on record back that a draft left out or made lighter: an allergy is lost, refuted or eased by a
 * clinician's decision, never by a draft.
 *
 * @param drafted The note's allergies, grounded.
 * @param recorded The allergies of the snapshot, all of them.
 * @param asked Ids of items whose differing reaction the drafter asks about itself.
 * @returns Every recorded allergy and what was said, and one question per allergy that had to be put right.
 */
export function restoreAllergies(
  drafted: readonly Allergy[],
  recorded: readonly Recorded[],
  asked: ReadonlySet<string> = new Set(),
): { allergies: Allergy[]; restored: Confirmation[] } {
  const missing = recorded
    .filter(({ id }) => !drafted.some((item) => cites(item, id)))
    .map(({ id, ...values }, index): Allergy => {
      return { ...values, id: `allergy-restored-${index + 1}`, evidence: [{ kind: "snapshot", itemId: id }] };
    });
  const recordOf = (item: Allergy): Recorded | undefined => recorded.find(({ id }) => cites(item, id));
  const kept = drafted.map((item) => {
    const entry = recordOf(item);
    return entry === undefined ? item : asRecorded(item, entry);
  });
  const reacting = kept.flatMap((item) => {
    const entry = recordOf(item);
    const isOpen = entry !== undefined && entry.severity !== null && item.severity === null && !asked.has(item.id);
    return isOpen
      ? [question(item, `The draft names another reaction than recorded (severity on record: ${entry.severity})`)]
      : [];
  });
  const changed = kept.filter((item, index) => item !== drafted[index]);
  return {
    allergies: [...missing, ...kept].slice(0, MOST_ALLERGIES),
    restored: [
      ...missing.map((item) => question(item, "An allergy on record was not in the draft and was put back")),
      ...changed.map((item) => question(item, "The draft made an allergy on record lighter; it stands as recorded")),
      ...reacting,
    ],
  };
}

const cites = ({ evidence }: Allergy, itemId: string): boolean =>
  evidence.some((one) => one.kind === "snapshot" && one.itemId === itemId);

/**
 * Status and reaction as recorded, severity never below it; the item itself where nothing was lighter. The severity of
 * another reaction that was said may be unknown: the recorded one is not of that reaction.
 */
function asRecorded(item: Allergy, { status, reaction, severity }: Recorded): Allergy {
  const isOtherReaction = reaction !== null && item.reaction !== null && keyOf(reaction) !== keyOf(item.reaction);
  const isSaid = item.evidence.some(({ kind }) => kind === "transcript");
  const isUnknown = item.severity === null && isOtherReaction && isSaid;
  const isEased = !isUnknown && SEVERITIES.indexOf(item.severity ?? "") < SEVERITIES.indexOf(severity ?? "");
  const isSame = item.status === status && (item.reaction !== null || reaction === null) && !isEased;
  return isSame
    ? item
    : { ...item, status, reaction: item.reaction ?? reaction, severity: isEased ? severity : item.severity };
}

const keyOf = (reaction: string): string => reaction.toLowerCase().replace(/^(?:a|an|the|some) /, "");

const question = ({ id, evidence }: Allergy, reason: string): Confirmation => ({ itemId: id, reason, evidence });
