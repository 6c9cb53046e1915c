import { conditionIdentity } from "./condition-identity.ts";
import { conditionStatements } from "./condition-statements.ts";
import { conflict } from "./conflict.ts";
import { type FoldedItem, foldItems } from "./fold-items.ts";
import type { Section } from "./fold-section.ts";
import type { RuleBook } from "./rule-book.ts";
import type { SignedNote } from "./signed-note.ts";
import { compareText, mark, type Statement } from "./statement.ts";

/** Conditions of the record and the identities among them that are open. */
export function foldConditions(notes: readonly SignedNote[], rules: RuleBook): Section {
  const entries = conditionStatements(notes, rules);
  const identity = conditionIdentity(entries, rules);
  const statements = entries.map((statement) => {
    const key = identity.get(statement.key)?.key ?? statement.key;
    if (key === statement.key) return statement;
    // An item is named and coded by the entry it is about; one that joined it lends everything else.
    const { name: _name, icd10: _icd10, ...fields } = statement.fields;
    return { ...statement, key, fields };
  });
  const folded = foldItems<Statement>("conditions", statements, rules);
  const byKey = new Map(folded.map((item) => [item.key, item]));

  const conflicts = [...identity]
    .filter(([, { candidates }]) => candidates.length > 0)
    .sort(([a], [b]) => compareText(a, b))
    .map(([entry, { candidates }]) => {
      const sides = [entry, ...candidates.toSorted(compareText)].flatMap((key) => byKey.get(key) ?? []);
      return conflict("ambiguous_identity", "conditions", null, sides.map(toSide));
    });
  return { items: folded.map((item) => show(item, rules)), conflicts };
}

function toSide({ id, first, item }: FoldedItem<Statement>) {
  return { ...mark(first.note), item_id: id, value: item["name"] ?? null };
}

function show({ item, trails }: FoldedItem<Statement>, rules: RuleBook) {
  const status = trails.get("status")?.value;
  return {
    icd10: null,
    status: null,
    severity: null,
    onset_date: null,
    notes: null,
    ...item,
    clinical_status: rules.status("condition_status", status) ?? "active",
  };
}
