import { z } from "zod";
import { CANARY } from "./silence/canary.ts";

const Schema = z.looseObject({
  $ref: z.string().optional(),
  anyOf: z.array(z.unknown()).optional(),
  oneOf: z.array(z.unknown()).optional(),
  allOf: z.array(z.unknown()).optional(),
  items: z.unknown().optional(),
  properties: z.record(z.string(), z.unknown()).optional(),
  additionalProperties: z.union([z.boolean(), z.record(z.string(), z.unknown())]).optional(),
});
/** Objects whose keys are data: names of fields, of body systems, of what was measured. */
const KEYED_BY_DATA = /(?:^|[.+])(?:fields|physical_exam_findings|review_of_systems_trends|vital_trends|vitals)$/;
const Container = z.record(z.string(), z.unknown());

/** The keys of an answer, and those no schema knows. */
export type AnswerKeys = {
  /** Paths such as `record.allergies[].id`; a key the schema leaves open has a `+`, one that is data is `*`. */
  readonly paths: readonly string[];
  readonly unknown: readonly string[];
};

/**
 * Lists every key of an answer and holds it against the schema of the OpenAPI document, strictly: a key that is not
 * named there is unknown, unless the document leaves its object open to further keys.
 *
 * @param answer - a JSON value
 * @param schema - the answer's JSON Schema
 * @param components - schemas of the document by name
 */
export function answerKeys(
  answer: unknown,
  schema: unknown,
  components: Readonly<Record<string, unknown>>,
): AnswerKeys {
  const paths = new Set<string>();
  const unknown = new Set<string>();

  function visit(value: unknown, path: string, schemas: readonly unknown[]): void {
    const known = schemas.flatMap(branches);
    if (Array.isArray(value)) {
      for (const item of value)
        visit(
          item,
          `${path}[]`,
          known.map(({ items }) => items),
        );
      return;
    }
    const object = Container.safeParse(value);
    if (!object.success) return;
    for (const [key, entry] of Object.entries(object.data)) {
      const named = known.map(({ properties }) => properties?.[key]).filter((found) => found !== undefined);
      const further = known.map(({ additionalProperties }) => additionalProperties);
      const data = further.filter((rule) => typeof rule === "object" && Object.keys(rule).length > 0);
      // A schema that says nothing of an object, or `{}` of its further keys, leaves it open.
      const isOpen = known.every((one) => one.properties === undefined) || further.some((rule) => isEmpty(rule));
      const isData = data.length > 0 || KEYED_BY_DATA.test(path) || CANARY.test(key);
      const name = named.length > 0 ? key : isData ? "*" : `+${key}`;
      const place = `${path}${path === "" ? "" : "."}${name}`;
      paths.add(place);
      if (named.length === 0 && data.length === 0 && !isOpen) unknown.add(place);
      visit(entry, place, named.length > 0 ? named : data);
    }
  }

  function branches(schema: unknown): z.infer<typeof Schema>[] {
    const parsed = Schema.safeParse(schema);
    if (!parsed.success) return [];
    const { $ref, anyOf = [], oneOf = [], allOf = [] } = parsed.data;
    const referred = $ref === undefined ? [] : branches(components[$ref.split("/").at(-1) ?? ""]);
    const isUnion = anyOf.length + oneOf.length + allOf.length + referred.length > 0;
    return [...(isUnion ? [] : [parsed.data]), ...referred, ...[...anyOf, ...oneOf, ...allOf].flatMap(branches)];
  }

  visit(answer, "", [schema]);
  return { paths: [...paths].sort(), unknown: [...unknown].sort() };
}

function isEmpty(rule: unknown): boolean {
  return rule === true || (typeof rule === "object" && rule !== null && Object.keys(rule).length === 0);
}
