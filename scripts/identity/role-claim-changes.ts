import type { Auth, UserRecord } from "firebase-admin/auth";
import type { Change } from "./change-people.ts";

/** The claim the Data API takes its database role from. */
const ROLE = "authenticated";

/**
 * Finds who lacks the claim `role: "authenticated"`. Other claims of theirs stay as they are at that moment.
 *
 * @param auth - The project.
 * @param users - Its users.
 * @see https://supabase.com/docs/guides/auth/third-party/firebase-auth
 */
export function roleClaimChanges(auth: Auth, users: readonly UserRecord[]): Change[] {
  return users
    .filter(({ customClaims }) => customClaims?.["role"] !== ROLE)
    .map(({ uid }) => ({
      uid,
      // Read again, because setting claims replaces all of them.
      apply: async () => {
        const { customClaims } = await auth.getUser(uid);
        await auth.setCustomUserClaims(uid, { ...customClaims, role: ROLE });
      },
    }));
}
