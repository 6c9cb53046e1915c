import type { MedicationStatement } from "./medication-statements.ts";
import { compareStatements } from "./statement.ts";

interface Regimen {
  dose: string | null;
  frequency: string | null;
}

/** Makes the route part of each statement's identity: one without a route joins the only route known, if there is one. */
export function joinRoutes(statements: readonly MedicationStatement[]): MedicationStatement[] {
  const routes = new Map(
    [...Map.groupBy(statements, ({ key }) => key)].map(([key, group]) => [
      key,
      [...new Set(group.flatMap(({ facts }) => facts.route ?? []))],
    ]),
  );
  return statements.map((statement) => {
    const { key, facts } = statement;
    const known = routes.get(key) ?? [];
    const [only] = known;
    const route = facts.route ?? (known.length === 1 ? only : undefined) ?? "";
    const isOpen = facts.route === null && known.length > 1;
    const candidates = isOpen ? known.map((candidate) => `${key}|${candidate}`) : [];
    return { ...statement, key: `${key}|${route}`, facts: { ...facts, candidates } };
  });
}

/**
 * Tells the regimens of a drug apart: two rows of one note stay two. Notes are taken in the order of the record, so the
 * outcome depends on the set alone.
 */
export function splitRegimens(statements: readonly MedicationStatement[]): MedicationStatement[] {
  const drugs = Map.groupBy(statements.toSorted(compareStatements), ({ key }) => key);
  return [...drugs].flatMap(([drugKey, ofDrug]) => {
    const regimens: Regimen[] = [];
    const batches = Map.groupBy(ofDrug, ({ note, stage }) => `${note.id} ${stage}`);
    return [...batches.values()].flatMap((batch) => {
      const known = regimens.map(({ dose, frequency }) => ({ dose, frequency }));
      const matches = continueRegimens(batch, known);
      return batch.map((statement, row) => {
        const matched = matches[row];
        const isOpen = matched === undefined && batch.length < known.length;
        const place = matched ?? regimens.length;
        const { dose, frequency } = statement.facts;
        const before = regimens[place];
        regimens[place] = { dose: dose ?? before?.dose ?? null, frequency: frequency ?? before?.frequency ?? null };
        const candidates = isOpen ? known.map((_, index) => regimenKey(drugKey, index)) : [];
        const facts = { ...statement.facts, candidates: [...statement.facts.candidates, ...candidates] };
        return { ...statement, key: regimenKey(drugKey, place), facts };
      });
    });
  });
}

// The first regimen has the drug's own key, so that it keeps its id when a second appears.
function regimenKey(drugKey: string, place: number): string {
  return place === 0 ? drugKey : `${drugKey}|#${place + 1}`;
}

/**
 * The known regimen each row continues: same dose and frequency, else same frequency, else same dose, else by place, if
 * the note lists as many as are known; a shorter list does not say which of them it means.
 */
function continueRegimens(batch: readonly MedicationStatement[], known: readonly Regimen[]): (number | undefined)[] {
  const rules: ((row: Regimen, regimen: Regimen) => boolean)[] = [
    (row, regimen) => same(row.dose, regimen.dose) && same(row.frequency, regimen.frequency),
    (row, regimen) => same(row.frequency, regimen.frequency),
    (row, regimen) => same(row.dose, regimen.dose),
    () => batch.length >= known.length,
  ];
  const matches = new Map<number, number>();
  const taken = new Set<number>();
  for (const rule of rules) {
    batch.forEach(({ facts }, row) => {
      if (matches.has(row)) return;
      const found = known.findIndex((regimen, index) => !taken.has(index) && rule(facts, regimen));
      if (found < 0) return;
      matches.set(row, found);
      taken.add(found);
    });
  }
  return batch.map((_, row) => matches.get(row));
}

// What nobody stated equals nothing.
function same(a: string | null, b: string | null): boolean {
  return a !== null && a === b;
}
