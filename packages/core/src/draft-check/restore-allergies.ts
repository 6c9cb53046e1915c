import type { SoapNote } from "../soap-note/soap-note.ts";
import type { SnapshotFacts } from "./snapshot-facts.ts";

type Allergy = SoapNote["subjective"]["allergies"][number];
type Confirmation = SoapNote["meta"]["aiFlags"]["needs_clinician_confirmation"][number];

const MOST_ALLERGIES = 500;

/**
 * Puts allergies on record back that a draft left out: an allergy is lost by a clinician's decision, never by a draft.
 *
 * @param drafted The note's allergies, grounded.
 * @param recorded The allergies of the snapshot, all of them.
 * @returns Every recorded allergy and what was said, and one question per allergy that had to be put back.
 */
export function restoreAllergies(
  drafted: readonly Allergy[],
  recorded: SnapshotFacts["allergies"],
): { allergies: Allergy[]; restored: Confirmation[] } {
  const cited = new Set(
    drafted.flatMap(({ evidence }) => evidence.flatMap((one) => (one.kind === "snapshot" ? [one.itemId] : []))),
  );
  const missing = recorded
    .filter(({ id }) => !cited.has(id))
    .map(
      ({ id, allergen, reaction, severity, status }, index): Allergy => ({
        id: `allergy-restored-${index + 1}`,
        evidence: [{ kind: "snapshot", itemId: id }],
        allergen,
        reaction,
        severity,
        status,
      }),
    );
  return {
    allergies: [...missing, ...drafted].slice(0, MOST_ALLERGIES),
    restored: missing.map(({ id, evidence }) => ({
      itemId: id,
      reason: "An allergy on record was not in the draft and was put back",
      evidence,
    })),
  };
}
