import type { RuleBook } from "./rule-book.ts";
import { LOWEST_CLAIM, severityRank } from "./severity.ts";
import { isStated, type Statement } from "./statement.ts";
import { valueKey } from "./value-key.ts";

/** What became of one field of an item over its statements. */
export interface FieldTrail<S extends Statement> {
  /** The last value anybody stated. */
  readonly value: string;
  readonly firstSeen: S;
  /** The statement since which the value is what it is, spelling aside. */
  readonly lastChanged: S;
  readonly lastConfirmed: S;
  /** Every statement that gave the field another value than it had, the first one included. */
  readonly changes: readonly S[];
  /** Notes that state the value shown, in order. */
  readonly sourceNotes: readonly string[];
}

/**
 * Follows a field through the statements on one item. A null or blank value says nothing: it neither confirms nor
 * erases. Neither does the severity "unknown" once somebody knew better.
 *
 * @param statements - of one item, in the order of the record
 * @returns the trail; undefined when nobody ever stated the field
 */
export function fieldTrail<S extends Statement>(
  statements: readonly S[],
  field: string,
  rules: RuleBook,
): FieldTrail<S> | undefined {
  let trail: FieldTrail<S> | undefined;
  for (const statement of statements) {
    const value = statement.fields[field];
    if (!isStated(value) || knowsLess(field, value, trail?.value)) continue;
    const noteId = statement.note.id;
    if (trail === undefined) {
      const first = { firstSeen: statement, lastChanged: statement, lastConfirmed: statement };
      trail = { value, ...first, changes: [statement], sourceNotes: [noteId] };
    } else if (value === trail.value || valueKey(field, value, rules) === valueKey(field, trail.value, rules)) {
      const sourceNotes = trail.sourceNotes.at(-1) === noteId ? trail.sourceNotes : [...trail.sourceNotes, noteId];
      trail = { ...trail, value, lastConfirmed: statement, sourceNotes };
    } else {
      const changes = [...trail.changes, statement];
      trail = { ...trail, value, lastChanged: statement, lastConfirmed: statement, changes, sourceNotes: [noteId] };
    }
  }
  return trail;
}

function knowsLess(field: string, value: string, known: string | undefined): boolean {
  return field === "severity" && severityRank(value) < LOWEST_CLAIM && severityRank(known) >= LOWEST_CLAIM;
}

/** The fields anybody ever stated, with their trails. */
export function fieldTrails<S extends Statement>(
  statements: readonly S[],
  rules: RuleBook,
): ReadonlyMap<string, FieldTrail<S>> {
  const fields = new Set(statements.flatMap((statement) => Object.keys(statement.fields)));
  return new Map(
    [...fields].flatMap((field) => {
      const trail = fieldTrail(statements, field, rules);
      return trail === undefined ? [] : [[field, trail] as const];
    }),
  );
}
