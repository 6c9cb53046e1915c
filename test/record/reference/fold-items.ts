import { type FieldTrail, fieldTrails } from "./field-trail.ts";
import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import type { RuleBook } from "./rule-book.ts";
import { compareStatements, compareText, mark, type Statement } from "./statement.ts";

/** An item of a section as every section begins it. */
export interface FoldedItem<S extends Statement> {
  readonly key: string;
  readonly id: string;
  /** In the order of the record; at least one. */
  readonly statements: readonly S[];
  readonly trails: ReadonlyMap<string, FieldTrail<S>>;
  readonly first: S;
  readonly last: S;
  /** The last known value of every field, and where each came from. */
  readonly item: JsonObject;
}

/**
 * Makes the items of a section: per identity the last known value of every field, with provenance of item and fields.
 *
 * @param section - of the record; part of the ids
 * @param statements - in any order, their keys final
 * @returns the items, in the order in which they were first spoken of
 */
export function foldItems<S extends Statement>(
  section: string,
  statements: readonly S[],
  rules: RuleBook,
): FoldedItem<S>[] {
  const groups = Map.groupBy(statements.toSorted(compareStatements), ({ key }) => key);
  return [...groups].flatMap(([key, group]) => {
    const [first] = group;
    const last = group.at(-1);
    if (first === undefined || last === undefined) return [];
    const trails = fieldTrails(group, rules);
    const id = itemId(section, key);
    return [{ key, id, statements: group, trails, first, last, item: describe(id, group, first, last, trails) }];
  });
}

function describe<S extends Statement>(
  id: string,
  group: readonly S[],
  first: S,
  last: S,
  trails: ReadonlyMap<string, FieldTrail<S>>,
): JsonObject {
  const changed = [...trails.values()].map(({ lastChanged }) => lastChanged).sort(compareStatements);
  return {
    ...Object.fromEntries([...trails].map(([field, { value }]) => [field, value])),
    id,
    added_from_soap_note_id: first.note.id,
    last_updated: mark(last.note)["encounter_at"] ?? null,
    provenance: {
      first_seen: mark(first.note),
      last_changed: mark((changed.at(-1) ?? first).note),
      last_confirmed: mark(last.note),
      source_notes: [...new Set(group.map(({ note }) => note.id))],
      signed_by: [...new Set(group.map(({ note }) => note.signedBy))].sort(compareText),
      fields: Object.fromEntries([...trails].map(([field, trail]) => [field, describeField(trail)])),
    },
  };
}

function describeField<S extends Statement>(trail: FieldTrail<S>): JsonObject {
  return {
    first_seen: mark(trail.firstSeen.note),
    last_changed: mark(trail.lastChanged.note),
    last_confirmed: mark(trail.lastConfirmed.note),
    source_notes: trail.sourceNotes,
  };
}
