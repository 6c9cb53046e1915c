import { z } from "zod";

const Aliased = z.looseObject({
  "x-aliases": z.record(z.string(), z.array(z.string())),
  properties: z.record(z.string(), z.unknown()),
  required: z.array(z.string()).default([]),
});

/**
 * Spells out the other names of request fields: each becomes a property of its own, and a required field is one of its
 * names. OpenAPI has no word for a field with two names, so the schemas carry `x-aliases` until here.
 *
 * @param schema - a component of the document
 * @returns the schema a client can validate with; unchanged where it has no aliases
 */
export function describeAliases(schema: unknown): unknown {
  const parsed = Aliased.safeParse(schema);
  if (!parsed.success) return schema;
  const { "x-aliases": aliases, properties, required, ...rest } = parsed.data;

  const named = { ...properties };
  const alternatives = [];
  for (const [field, names] of Object.entries(aliases)) {
    for (const name of names) named[name] ??= properties[field];
    if (required.includes(field)) alternatives.push({ anyOf: names.map((name) => ({ required: [name] })) });
  }
  return { ...rest, properties: named, allOf: alternatives };
}
