import { type AllergyFacts, allergyStatements } from "./allergy-statements.ts";
import { conflict } from "./conflict.ts";
import { type FoldedItem, foldItems } from "./fold-items.ts";
import type { Section } from "./fold-section.ts";
import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import { readReactions } from "./read-reactions.ts";
import type { RuleBook } from "./rule-book.ts";
import { LOWEST_CLAIM, severityRank } from "./severity.ts";
import type { SignedNote } from "./signed-note.ts";
import { compareStatements, compareText, isStated, mark, type Statement } from "./statement.ts";

type AllergyStatement = Statement<AllergyFacts>;
type Allergy = FoldedItem<AllergyStatement>;

/** Allergies of the record: severity only rises, reactions add up, only explicit words refute. */
export function foldAllergies(notes: readonly SignedNote[], rules: RuleBook): Section {
  const folded = foldItems("allergies", withoutLowerSeverities(allergyStatements(notes, rules)), rules);
  const conflicts = folded
    .toSorted((a, b) => compareText(a.key, b.key))
    .flatMap((allergy) => [...lowerReport(allergy), ...reportAfterRefutation(allergy)]);
  return { items: folded.map(show), conflicts };
}

// Severity only rises: a lower report than the highest so far states none for the item, though it opens a conflict.
function withoutLowerSeverities(statements: readonly AllergyStatement[]): AllergyStatement[] {
  const highest = new Map<string, number>();
  return statements.toSorted(compareStatements).map((statement) => {
    const before = highest.get(statement.key) ?? -1;
    if (rank(statement) >= before) highest.set(statement.key, rank(statement));
    return rank(statement) >= before ? statement : { ...statement, fields: { ...statement.fields, severity: null } };
  });
}

function show(allergy: Allergy): JsonObject {
  const { item, last, statements, trails } = allergy;
  const severity = trails.get("severity");
  const reactions = foldReactions(allergy);
  return {
    ...item,
    severity: severity?.value ?? null,
    severity_source: severity === undefined ? null : mark(severity.lastChanged.note),
    status: last.facts.status,
    clinical_status: last.facts.status,
    status_word: statements.findLast(({ facts }) => isStated(facts.word))?.facts.word ?? null,
    reaction: reactions.length === 0 ? null : reactions.map(({ words }) => words).join(", "),
    reactions: reactions.map(({ shown }) => shown),
  };
}

function foldReactions({ key, statements }: Allergy): { readonly words: string; readonly shown: JsonObject }[] {
  const groups = Map.groupBy(statements.flatMap(readReactions), ({ reactionKey }) => reactionKey);
  return [...groups].flatMap(([reactionKey, reports]) => {
    const [first] = reports;
    const last = reports.at(-1);
    if (first === undefined || last === undefined) return [];
    const highest = Math.max(...reports.map(({ severity }) => severityRank(severity)));
    const shown = {
      id: itemId("reactions", `${key}|${reactionKey}`),
      reaction: first.words,
      severity: reports.find(({ severity }) => severityRank(severity) === highest)?.severity ?? null,
      first_seen: mark(first.note),
      last_confirmed: mark(last.note),
    };
    return [{ words: first.words, shown }];
  });
}

// A lower report stays open until a note states the highest severity again; "unknown" claims nothing.
function lowerReport({ id, statements }: Allergy): JsonObject[] {
  const highest = highestRank(statements);
  const highestAt = statements.findLastIndex((statement) => rank(statement) === highest);
  const worst = statements[highestAt];
  const lower = statements.find(
    (statement, index) =>
      index > highestAt &&
      statement.note.id !== worst?.note.id &&
      rank(statement) >= LOWEST_CLAIM &&
      rank(statement) < highest,
  );
  if (worst === undefined || lower === undefined) return [];
  const sides = [worst, lower].map(({ note, facts }) => ({ ...mark(note), item_id: id, value: facts.severity }));
  return [conflict("lower_allergy_severity", "allergies", "severity", sides)];
}

function reportAfterRefutation({ id, statements }: Allergy): JsonObject[] {
  const refutedAt = statements.findLastIndex(({ facts }) => facts.status === "refuted");
  const refuted = statements[refutedAt];
  const reported = statements.find(({ facts }, index) => index > refutedAt && facts.status === "active");
  if (refuted === undefined || reported === undefined) return [];
  return [
    conflict("reported_after_refutation", "allergies", "status", [
      { ...mark(refuted.note), item_id: id, value: "refuted" },
      { ...mark(reported.note), item_id: id, value: "active" },
    ]),
  ];
}

function rank({ facts }: AllergyStatement): number {
  return severityRank(facts.severity);
}

function highestRank(statements: readonly AllergyStatement[]): number {
  return Math.max(...statements.map(rank));
}
