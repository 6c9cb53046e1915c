import type postgres from "postgres";

/** One way to weaken what protects a table. */
export type PolicyMutation = { readonly title: string; readonly table: string; readonly statement: string };

/**
 * Lists every weakening of every policy: its USING and its WITH CHECK set to true, the policy dropped, and each
 * table's row level security switched off.
 *
 * @param sql - as the owner of the schema
 */
export async function policyMutations(sql: postgres.Sql): Promise<PolicyMutation[]> {
  const policies = await sql<{ table: string; policy: string; hasUsing: boolean; hasCheck: boolean }[]>`
    select relname as table, polname as policy, polqual is not null as "hasUsing", polwithcheck is not null as "hasCheck"
    from pg_policy join pg_class on pg_class.oid = polrelid
    where relnamespace = 'public'::regnamespace
    order by relname, polname`;
  const tables = [...new Set(policies.map(({ table }) => table))];
  return [
    ...policies.flatMap(({ table, policy, hasUsing, hasCheck }) => {
      const alter = `alter policy ${policy} on public.${table}`;
      return [
        ...(hasUsing ? [{ title: `${policy} using (true)`, table, statement: `${alter} using (true)` }] : []),
        ...(hasCheck ? [{ title: `${policy} with check (true)`, table, statement: `${alter} with check (true)` }] : []),
        { title: `${policy} dropped`, table, statement: `drop policy ${policy} on public.${table}` },
      ];
    }),
    ...tables.map((table) => ({
      title: `${table} without row level security`,
      table,
      statement: `alter table public.${table} disable row level security`,
    })),
  ];
}
