import type { UserRecord } from "firebase-admin/auth";
import type postgres from "postgres";
import type { Change } from "./change-people.ts";

/**
 * Finds who has no row in `users` yet, by Firebase uid and nothing else: two accounts with one e-mail are two people
 * until the clinic says otherwise. Whether somebody is a patient or a provider is the clinic's to say as well.
 *
 * @param sql - The database, as the owner of the schema.
 * @param users - The users of the Firebase project.
 */
export async function provisioningChanges(sql: postgres.Sql, users: readonly UserRecord[]): Promise<Change[]> {
  const known = await sql<{ uid: string }[]>`select firebase_uid as uid from public.users`;
  const uids = new Set(known.map(({ uid }) => uid));
  return users
    .filter(({ uid }) => !uids.has(uid))
    .map(({ uid, email, phoneNumber, photoURL }) => ({
      uid,
      apply: () => sql`
        insert into public.users (firebase_uid, email, phone, profile_image_url)
        values (${uid}, ${email ?? null}, ${phoneNumber ?? null}, ${photoURL?.startsWith("https://") ? photoURL : null})
        on conflict (firebase_uid) do nothing`,
    }));
}
