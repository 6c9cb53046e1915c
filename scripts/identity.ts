import { setTimeout as sleep } from "node:timers/promises";
import { readOptions, readWholeNumber, runCommand, StackError } from "@patient-medical-history/local-stack";
import { deleteApp } from "firebase-admin/app";
import type { UserRecord } from "firebase-admin/auth";
import postgres from "postgres";
import { type Change, changePeople } from "./identity/change-people.ts";
import { connectFirebase } from "./identity/connect-firebase.ts";
import { listFirebaseUsers } from "./identity/list-firebase-users.ts";
import { provisioningChanges } from "./identity/provisioning-changes.ts";
import { roleClaimChanges } from "./identity/role-claim-changes.ts";
import { signInChanges } from "./identity/sign-in-changes.ts";
import { progressBar } from "./progress/progress-bar.ts";

const COMMANDS = ["grant-role", "provision", "mirror"] as const;
type Command = (typeof COMMANDS)[number];

const HELP = `Brings the people of a Firebase project and of the database into line.

Usage: npx pnpm@10 identity <command> --project ID --key FILE [options]

  grant-role   gives every user the claim role: "authenticated", without which no token is accepted
  provision    gives every user without one a row in public.users, by Firebase uid
  mirror       locks out of the database who is disabled or deleted in Firebase, and ends sessions ended there

  --project ID         the Firebase project (FIREBASE_PROJECT_ID)
  --key FILE           key of a service account; it stays with whoever runs this, never with a function
  --database-url URL   logs in as the owner of the schema; for provision and mirror (DATABASE_URL)
  --dry-run            tells how many would change, and changes nobody
  --per-second N       changes at most this many a second (10)
  --reopen             with mirror: who is enabled in Firebase is let in again, whoever locked them out
  --lock-at-most N     with mirror: changes nobody where more people than this would be locked out (20)
  --help               this text

A run that was interrupted is continued by the next: only what is still to be done is done. The last line is
"N changed, N failed"; the uids that failed stand before it.`;

await runCommand(async () => {
  const { values, positionals } = readOptions({
    allowPositionals: true,
    options: {
      project: { type: "string" },
      key: { type: "string" },
      "database-url": { type: "string" },
      "dry-run": { type: "boolean", default: false },
      "per-second": { type: "string", default: "10" },
      reopen: { type: "boolean", default: false },
      "lock-at-most": { type: "string", default: "20" },
      help: { type: "boolean", default: false },
    },
  });
  if (values.help) return console.log(HELP);
  const [command] = positionals;
  const projectId = values.project ?? process.env["FIREBASE_PROJECT_ID"];
  const databaseUrl = values["database-url"] ?? process.env["DATABASE_URL"] ?? "";
  const perSecond = readWholeNumber("--per-second", values["per-second"], { min: 1, max: 1000 });
  const lockAtMost = readWholeNumber("--lock-at-most", values["lock-at-most"], { min: 0 });
  if (projectId === undefined) throw new StackError("start", "no project was named", "name one with --project");

  if (!isCommand(command)) throw new StackError("start", "no command was named that there is", "see --help");
  if (command !== "grant-role" && !URL.canParse(databaseUrl)) {
    throw new StackError("start", "no database was named", "name one with --database-url");
  }

  const { app, auth } = connectFirebase(projectId, values.key);
  // Connects with the first query; grant-role makes none.
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const users = await listFirebaseUsers(auth, (count) => console.error(`read ${count} users of ${projectId}`));
    const changes = await findChanges(command, users);
    if (values["dry-run"]) console.log(`${changes.length} would change`);
    const { changed, failed } = await changePeople(changes, {
      ...{ dryRun: values["dry-run"], perSecond, sleep },
      onProgress: progressBar(process.stderr, "people"),
      nowMs: () => performance.now(),
    });
    for (const uid of failed) console.error(`failed: ${uid}`);
    console.log(`${changed} changed, ${failed.length} failed`);
    process.exitCode = failed.length === 0 ? 0 : 1;
  } catch (error) {
    throw inWords(command, error);
  } finally {
    await Promise.all([sql.end(), deleteApp(app)]);
  }

  async function findChanges(wanted: Command, users: readonly UserRecord[]): Promise<Change[]> {
    if (wanted === "grant-role") return roleClaimChanges(auth, users);
    if (wanted === "provision") return provisioningChanges(sql, users);
    const changes = await signInChanges(auth, sql, users, { reopen: values.reopen });
    const locked = changes.filter(({ locksOut }) => locksOut).length;
    if (locked <= lockAtMost || values["dry-run"]) return changes;
    const state = `${locked} people would be locked out, more than ${lockAtMost}`;
    throw new StackError("mirror", state, "look with --dry-run whether that is so, then raise --lock-at-most");
  }
});

function isCommand(word: string | undefined): word is Command {
  return COMMANDS.some((command) => command === word);
}

/** Only the code of a foreign error is shown: its words may quote a person or a password. */
function inWords(command: Command, error: unknown): StackError {
  if (error instanceof StackError) return error;
  const code = error instanceof Error && "code" in error ? String(error.code) : "an unknown fault";
  return new StackError(command, code, "look at the network, the key and the database, then run it again", error);
}
