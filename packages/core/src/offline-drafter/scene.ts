import type { Clause } from "../clinical-language/clause.ts";
import type { Exchange } from "../clinical-language/find-exchanges.ts";
import type { Reply } from "../clinical-language/find-replies.ts";
import type { Evidence } from "../soap-note/evidence.ts";
import type { SoapNote } from "../soap-note/soap-note.ts";
import type { DrugMention } from "./drugs/drug-mention.ts";
import type { Snapshot } from "./snapshot.ts";
import type { Chosen } from "./summary/choose-passages.ts";

/** One entry of `meta.aiFlags.needs_clinician_confirmation`. */
export type Confirmation = SoapNote["meta"]["aiFlags"]["needs_clinician_confirmation"][number];

/** What every section's rules read, and the flags they raise for the clinician. */
export interface Scene {
  /** Clauses of the transcript that may be quoted, in order. */
  readonly clauses: readonly Clause[];
  readonly exchanges: readonly Exchange[];
  /** What the patient said right after each chunk, by the chunk's `sequence`. */
  readonly replies: ReadonlyMap<number, Reply>;
  /** Every drug the provider or the patient named, and what was said of it. */
  readonly mentions: readonly DrugMention[];
  /** Passages worth quoting, in order, and the section each belongs in. */
  readonly chosen: readonly Chosen[];
  readonly snapshot: Snapshot;
  readonly confirmations: Confirmation[];
}

/**
 * Asks the clinician to confirm something the rules could not decide.
 *
 * @param scene The encounter being drafted.
 * @param reason What is doubtful, without patient data: the evidence carries the words.
 * @param evidence The words or snapshot items it is about.
 * @param itemId Id of the drafted item, where there is one.
 */
export function askToConfirm(scene: Scene, reason: string, evidence: Evidence[], itemId: string | null = null): void {
  scene.confirmations.push({ itemId, reason, evidence });
}
