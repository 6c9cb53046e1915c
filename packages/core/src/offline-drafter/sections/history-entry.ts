import type { TranscriptEvidence } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";

/** One entry of a note's history. */
export type HistoryEntry = SoapNote["subjective"]["history"][number];

/**
 * An entry of the history of which only the name is known.
 *
 * @param kind Whose or what kind of history.
 * @param name In the words it was said in.
 * @param evidence The words it stands in.
 */
export function historyEntry(kind: HistoryEntry["kind"], name: string, evidence: TranscriptEvidence[]): HistoryEntry {
  return {
    id: "",
    evidence,
    kind,
    name,
    icd10_code: null,
    status: null,
    severity: null,
    date: null,
    relationship: null,
    age_of_onset: null,
    surgeon: null,
    notes: null,
  };
}
