import type { Clause } from "./clause.ts";
import { type Answer, readAnswer } from "./read-answer.ts";

/** A clinician's last question of a chunk and the patient's chunk right after it. */
export interface Exchange {
  readonly question: Clause;
  readonly answer: Answer;
  readonly answerClauses: readonly Clause[];
}

/**
 * Pairs questions with answers. Only the last clause of a provider's chunk counts, and only where the patient speaks
 * next: with anything between them it is no longer certain what was answered.
 *
 * @param chunks Clauses of the transcript, one list per chunk, in order.
 */
export function findExchanges(chunks: readonly (readonly Clause[])[]): Exchange[] {
  const exchanges: Exchange[] = [];
  const spoken = chunks.filter((clauses) => clauses.length > 0);
  for (const [index, clauses] of spoken.entries()) {
    const question = clauses.at(-1);
    const answerClauses = spoken[index + 1];
    if (question?.mode !== "question" || question.role !== "provider") continue;
    if (answerClauses?.[0]?.role !== "patient") continue;
    exchanges.push({ question, answer: readAnswer(answerClauses), answerClauses });
  }
  return exchanges;
}
