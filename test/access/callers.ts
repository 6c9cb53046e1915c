import type { Claims } from "../support/acting-as.ts";

const PROJECT = "patient-medical-history-local";

/** In which capacity somebody calls; it picks the column of the access table. */
export type Capacity = "nobody" | "patient" | "provider" | "administrator" | "worker";

/** Somebody who sends statements, as the Data API would for a token of theirs. */
export type Caller = {
  readonly name: string;
  readonly capacity: Capacity;
  readonly role: "anon" | "authenticated" | "service_role";
  readonly claims: Claims;
  /** Uids of the patients a provider has in care, or of the people of an administrator's facility. */
  readonly people: readonly string[];
};

/**
 * The claims of a genuine token.
 *
 * @param uid - Firebase uid
 * @param project - Firebase project that issued it
 */
export function claimsOf(uid: string, project = PROJECT): Claims {
  return {
    iss: `https://securetoken.google.com/${project}`,
    aud: project,
    sub: uid,
    role: "authenticated",
    auth_time: 1_790_000_000,
  };
}

function signedIn(name: string, capacity: Capacity, people: readonly string[] = []): Caller {
  const uids = people.map((person) => `${person}-uid`);
  return { name, capacity, role: "authenticated", claims: claimsOf(`${name}-uid`), people: uids };
}

/** The callers of the access table: the seed's people and those of `table-access.sql`. */
export const CALLERS: readonly Caller[] = [
  { name: "anon", capacity: "nobody", role: "anon", claims: null, people: [] },
  { name: "a token of nobody we know", capacity: "nobody", role: "authenticated", claims: claimsOf("x"), people: [] },
  { ...signedIn("alice", "nobody"), name: "no claims", claims: null },
  { ...signedIn("alice", "nobody"), name: "alice of another project", claims: claimsOf("alice-uid", "other-project") },
  signedIn("alice", "patient"),
  signedIn("bob", "patient"),
  signedIn("carol", "patient"),
  signedIn("dr-amara", "provider", ["alice", "carol"]),
  signedIn("dr-okoye", "provider", ["bob", "carol"]),
  // The relationship to alice ended, the other was never.
  signedIn("dr-former", "provider"),
  signedIn("dr-nobody", "provider"),
  // Booked with bob, and yet: suspended providers see themselves, locked out and revoked ones nothing.
  signedIn("dr-suspended", "provider"),
  signedIn("dr-disabled", "nobody"),
  signedIn("dr-revoked", "nobody"),
  signedIn("ada", "administrator", ["alice", "carol", "dr-amara"]),
  signedIn("adam", "administrator"),
  { name: "the worker's key", capacity: "worker", role: "service_role", claims: null, people: [] },
];
