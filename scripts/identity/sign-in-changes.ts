import type { Auth, UserRecord } from "firebase-admin/auth";
import type postgres from "postgres";
import type { Change } from "./change-people.ts";

type Row = { uid: string; isDisabled: boolean; tokensValidAfter: Date | null };

/** A change of who may sign in. */
export interface SignInChange extends Change {
  readonly locksOut: boolean;
}

/**
 * Finds whose row in `users` lags behind Firebase: disabled or deleted there, or their sessions were ended. What the
 * clinic itself locked stays locked, unless `reopen` says that Firebase alone decides.
 *
 * @param auth - The project.
 * @param sql - The database, as the owner of the schema.
 * @param users - All users of the project; who is missing there is looked up once more before they are locked out.
 * @param options - `reopen`: whether who is enabled in Firebase is let in again.
 */
export async function signInChanges(
  auth: Auth,
  sql: postgres.Sql,
  users: readonly UserRecord[],
  options: { readonly reopen: boolean },
): Promise<SignInChange[]> {
  const rows = await sql<Row[]>`
    select firebase_uid as uid, disabled_at is not null as "isDisabled", tokens_valid_after as "tokensValidAfter"
    from public.users order by firebase_uid`;
  const byUid = new Map(users.map((user) => [user.uid, user]));
  return rows.flatMap(({ uid, isDisabled, tokensValidAfter }) => {
    const user = byUid.get(uid);
    const locksOut = (user === undefined || user.disabled) && !isDisabled;
    const letsIn = options.reopen && user?.disabled === false && isDisabled;
    const validAfter = latest(tokensValidAfter, user?.tokensValidAfterTime);
    if (!locksOut && !letsIn && validAfter?.getTime() === tokensValidAfter?.getTime()) return [];
    const apply = async () => {
      // Who signed up while the users were listed is no deleted user.
      if (user === undefined && (await exists(auth, uid))) return;
      await sql`
        update public.users
        set
          disabled_at = case when ${locksOut} then now() when ${letsIn} then null else disabled_at end,
          tokens_valid_after = greatest(tokens_valid_after, ${validAfter})
        where firebase_uid = ${uid}`;
    };
    return { uid, locksOut, apply };
  });
}

async function exists(auth: Auth, uid: string): Promise<boolean> {
  const { users } = await auth.getUsers([{ uid }]);
  return users.length > 0;
}

function latest(ours: Date | null, theirs: string | undefined): Date | null {
  const time = theirs === undefined ? null : new Date(theirs);
  return ours !== null && (time === null || ours > time) ? ours : time;
}
