import type { UserRecord } from "firebase-admin/auth";
import type postgres from "postgres";
import type { Change } from "./change-people.ts";

type Row = { uid: string; isDisabled: boolean; tokensValidAfter: Date | null };

/**
 * Finds whose row in `users` lags behind Firebase: disabled or deleted there, or their sessions were ended. What the
 * clinic itself locked stays locked, unless `reopen` says that Firebase alone decides.
 *
 * @param sql - The database, as the owner of the schema.
 * @param users - All users of the Firebase project; who is missing there counts as deleted.
 * @param options - `reopen`: whether who is enabled in Firebase is let in again.
 */
export async function signInChanges(
  sql: postgres.Sql,
  users: readonly UserRecord[],
  options: { readonly reopen: boolean },
): Promise<Change[]> {
  const rows = await sql<Row[]>`
    select firebase_uid as uid, disabled_at is not null as "isDisabled", tokens_valid_after as "tokensValidAfter"
    from public.users order by firebase_uid`;
  const byUid = new Map(users.map((user) => [user.uid, user]));
  return rows.flatMap((row) => {
    const user = byUid.get(row.uid);
    const isClosed = user === undefined || user.disabled;
    const validAfter = latest(row.tokensValidAfter, user?.tokensValidAfterTime);
    const disable = isClosed && !row.isDisabled;
    const enable = options.reopen && !isClosed && row.isDisabled;
    if (!disable && !enable && validAfter?.getTime() === row.tokensValidAfter?.getTime()) return [];
    return {
      uid: row.uid,
      apply: () => sql`
        update public.users
        set
          disabled_at = case when ${disable} then now() when ${enable} then null else disabled_at end,
          tokens_valid_after = greatest(tokens_valid_after, ${validAfter})
        where firebase_uid = ${row.uid}`,
    };
  });
}

function latest(ours: Date | null, theirs: string | undefined): Date | null {
  const time = theirs === undefined ? null : new Date(theirs);
  return ours !== null && (time === null || ours > time) ? ours : time;
}
