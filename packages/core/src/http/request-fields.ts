import { z } from "zod";

/** Names under which a field may be sent, the canonical one first. */
export type FieldAliases = Readonly<Record<string, readonly string[]>>;

const NIL_OR_MAX = /^(?:0{8}-0{4}-0{4}-0{4}-0{12}|f{8}-f{4}-f{4}-f{4}-f{12})$/i;

/** An id as a client sends it: a UUID in any case (RFC 9562), never the nil or the max one; lower case from here on. */
export const Id = z
  .guid()
  .refine((id) => !NIL_OR_MAX.test(id), { params: { rule: "uuid" } })
  .transform((id) => id.toLowerCase());

/**
 * Accepts a field under any of its names, and treats null and blank text as not sent. Keys that are not listed are
 * dropped, as the contract promises to clients that send more.
 *
 * @param id - name of the request in the OpenAPI document
 * @param aliases - per field of `fields`, the names it is accepted under
 * @param fields - the schema of the canonical object
 * @returns a schema that parses what clients send into the canonical object
 * @example
 * const Request = requestFields("Look", { encounterId: ["encounter_id", "sessionId"] }, z.object({ encounterId: Id }));
 * Request.parse({ sessionId: "5F0C…" }); // { encounterId: "5f0c…" }
 */
export function requestFields<Fields extends z.ZodObject>(id: string, aliases: FieldAliases, fields: Fields) {
  return z.preprocess(
    (sent, context) => {
      const source = z.record(z.string(), z.unknown()).parse(sent);
      const canonical: Record<string, unknown> = {};
      for (const [field, names] of Object.entries(aliases)) {
        const values = names.map((name) => source[name]).filter(isSent);
        if (new Set(values.map(comparable)).size > 1) {
          context.addIssue({ code: "custom", path: [field], params: { rule: "conflict" } });
        }
        if (values.length > 0) canonical[field] = values[0];
      }
      return canonical;
    },
    fields.meta({ id, "x-aliases": aliases }),
  );
}

function isSent(value: unknown): boolean {
  return value !== undefined && value !== null && !(typeof value === "string" && value.trim() === "");
}

function comparable(value: unknown): string {
  return JSON.stringify(value).toLowerCase();
}
