import type postgres from "postgres";

/**
 * Breaks a function of a scratch database on purpose: what it is made of stays, but for one text.
 *
 * @param name - `private.fold_metadata`, whatever its arguments; there is one of that name
 * @param replacements - texts of its definition and what takes their place
 * @throws when a text is not there, so that a fault that was never planted is not mistaken for one that was not found
 */
export async function breakFunction(
  sql: postgres.Sql,
  name: string,
  replacements: Readonly<Record<string, string>>,
): Promise<void> {
  const [row] = await sql`
    select pg_get_functiondef(oid) as definition from pg_proc where oid = (${name}::text)::regproc`;
  let definition = String(row?.["definition"]);
  for (const [from, to] of Object.entries(replacements)) {
    if (!definition.includes(from)) throw new Error(`${name} has no "${from}"`);
    definition = definition.replaceAll(from, to);
  }
  await sql.unsafe(definition);
}
