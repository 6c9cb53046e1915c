import type { Auth, UserRecord } from "firebase-admin/auth";

const PAGE_SIZE = 1000;

/**
 * Lists all users of a Firebase project, page by page.
 *
 * @param auth - The project.
 * @param onPage - Hears how many users were read so far.
 */
export async function listFirebaseUsers(auth: Auth, onPage: (users: number) => void): Promise<UserRecord[]> {
  const users: UserRecord[] = [];
  let pageToken: string | undefined;
  do {
    const page = await auth.listUsers(PAGE_SIZE, pageToken);
    users.push(...page.users);
    onPage(users.length);
    pageToken = page.pageToken;
  } while (pageToken !== undefined && pageToken !== "");
  return users;
}
