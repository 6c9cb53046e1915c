import type postgres from "postgres";
import { z } from "zod";
import { RuleBook } from "../reference/rule-book.ts";

const Rules = z.array(z.object({ kind: z.string(), term: z.string(), canonical: z.string() }));

/** Reads the rules of the record that are data, so that the reference shares the words and nothing else. */
export async function readRules(sql: postgres.Sql): Promise<RuleBook> {
  return new RuleBook(Rules.parse(await sql`select kind, term, canonical from private.record_synonyms`));
}
