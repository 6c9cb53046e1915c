import type postgres from "postgres";

/** The claims of a verified token; `null` stands for a request without one. */
export type Claims = Readonly<Record<string, unknown>> | null;

/**
 * Runs statements as the Data API would for one request, and undoes them.
 *
 * @param sql A client that logs in as the owner of the schema.
 * @param role The database role the request gets.
 * @param claims What `request.jwt.claims` is set to.
 * @param work The statements; an error in them is the caller's.
 * @returns What `work` returned.
 */
export async function actingAs<Result>(
  sql: postgres.Sql,
  role: "anon" | "authenticated" | "service_role",
  claims: Claims,
  work: (request: postgres.ReservedSql) => Promise<Result>,
): Promise<Result> {
  const request = await sql.reserve();
  try {
    await request`begin`;
    await request`select set_config('request.jwt.claims', ${claims === null ? "" : JSON.stringify(claims)}, true), set_config('role', ${role}, true)`;
    return await work(request);
  } finally {
    await request`rollback`;
    request.release();
  }
}
