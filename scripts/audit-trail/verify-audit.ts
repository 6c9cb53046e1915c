import type postgres from "postgres";

/** What is wrong with the audit first; the block and the row where they can be told. */
export type AuditFault = { readonly fault: string; readonly block: number | null; readonly row: number | null };

/**
 * Verifies the whole audit against heads that were exported.
 *
 * @param sql - the owner of the schema, or whoever may read `audit`
 * @param heads - without any, a chain that was rewritten or cut as a whole looks sound
 * @returns its first fault, or undefined where it is sound
 */
export async function verifyAudit(
  sql: postgres.Sql,
  heads: readonly { readonly number: number; readonly sha256: string }[],
): Promise<AuditFault | undefined> {
  const [found] = await sql<AuditFault[]>`
    select fault, block_number::int as block, event_id::int as row
    from audit.audit_verify(${JSON.stringify(heads)}::text::jsonb)`;
  return found;
}
