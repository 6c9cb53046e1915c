import type { Clause } from "../../clinical-language/clause.ts";
import type { Match } from "../../clinical-language/lexicon.ts";
import type { DrugDecision } from "../lexicon/intent.ts";

/**
 * What is said of a drug: that it is taken, is not, was given up or turned down, what was decided about it, that a decision
 * was left open (`considered`), or nothing certain (`unclear`).
 */
export type DrugUse = "taking" | "not taking" | "stopped taking" | "refused" | "considered" | "unclear" | DrugDecision;

/** A drug's name where it stands. */
export interface DrugName {
  readonly clause: Clause;
  readonly match: Match<string>;
}

/** A drug spoken of in a clause, and what the clause says of it. */
export interface DrugMention extends DrugName {
  readonly use: DrugUse;
  /** Where the drug is named, if the clause itself only says "it". */
  readonly antecedent: DrugName | null;
}
