import type { ConditionFacts } from "./condition-statements.ts";
import type { RuleBook } from "./rule-book.ts";
import { compareStatements, type Statement } from "./statement.ts";

/** What the notes call one condition before entries are joined: a code, or a name without one. */
interface Entry {
  readonly key: string;
  readonly code: string | null;
  readonly names: ReadonlySet<string>;
  /** Whether the entry's own last word ends it; what a child or namesake says must not. */
  readonly ended: boolean;
}

/** The condition an entry belongs to, and the several it could belong to where that is open. */
export interface Belonging {
  readonly key: string;
  readonly candidates: readonly string[];
}

/**
 * Decides over the whole set which entries are one condition, so that no order can matter.
 *
 * A parent code or a name without a code joins a coded condition only if exactly one candidate exists; otherwise it
 * stands alone. It also stands alone when what it would join has ended and it has not: a child's resolution never
 * resolves its parent.
 *
 * @returns per entry where it belongs
 */
export function conditionIdentity(
  statements: readonly Statement<ConditionFacts>[],
  rules: RuleBook,
): ReadonlyMap<string, Belonging> {
  const entries = [...Map.groupBy(statements.toSorted(compareStatements), ({ key }) => key)].map(toEntry);
  const coded = entries.flatMap((entry) => (entry.code === null ? [] : [{ ...entry, code: entry.code }]));
  const leaves = coded.filter(({ code }) => !coded.some((other) => isBelow(other.code, code)));
  const endedByKey = new Map(entries.map(({ key, ended }) => [key, ended]));

  const belongings = new Map<string, Belonging>();
  for (const parent of coded) {
    const below = leaves.filter((leaf) => isBelow(leaf.code, parent.code));
    const [only] = below;
    const joins = only !== undefined && below.length === 1 && (parent.ended || !only.ended);
    belongings.set(parent.key, {
      key: joins ? only.key : parent.key,
      candidates: below.length > 1 ? below.map(({ key }) => key) : [],
    });
  }

  for (const entry of entries.filter(({ code }) => code === null)) {
    const codes = [...entry.names].flatMap((name) => rules.meanings("condition_code", name));
    // A coded condition of the same name, or of the very code the name stands for, is no narrower than the name.
    const isSame = ({ code, names }: { code: string; names: ReadonlySet<string> }) =>
      [...names].some((name) => entry.names.has(name)) || codes.includes(code);
    const namesakes = coded.filter((other) => isSame(other) || codes.some((code) => other.code.startsWith(code)));
    const targets = Map.groupBy(namesakes, ({ key }) => belongings.get(key)?.key ?? key);
    const [only] = targets;
    const joins =
      only !== undefined &&
      targets.size === 1 &&
      (entry.ended || endedByKey.get(only[0]) !== true || only[1].some(isSame));
    belongings.set(entry.key, {
      key: joins ? only[0] : entry.key,
      candidates: targets.size > 1 ? [...targets.keys()] : [],
    });
  }
  return belongings;
}

function toEntry([key, statements]: [string, Statement<ConditionFacts>[]]): Entry {
  return {
    key,
    code: statements[0]?.facts.code ?? null,
    names: new Set(statements.flatMap(({ facts }) => facts.nameKey ?? [])),
    ended: statements.findLast(({ facts }) => facts.ended !== null)?.facts.ended ?? false,
  };
}

function isBelow(code: string, parent: string): boolean {
  return code !== parent && code.startsWith(parent);
}
