import { setTimeout as sleep } from "node:timers/promises";
import { parseArgs } from "node:util";
import { deleteApp } from "firebase-admin/app";
import type { Auth } from "firebase-admin/auth";
import postgres from "postgres";
import { z } from "zod";
import { type Change, type ChangeReport, changePeople } from "./identity/change-people.ts";
import { connectFirebase } from "./identity/connect-firebase.ts";
import { listFirebaseUsers } from "./identity/list-firebase-users.ts";
import { progressBar } from "./identity/progress-bar.ts";
import { provisioningChanges } from "./identity/provisioning-changes.ts";
import { roleClaimChanges } from "./identity/role-claim-changes.ts";
import { signInChanges } from "./identity/sign-in-changes.ts";

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
  --help               this text

A run that was interrupted is continued by the next: only what is still to be done is done. The last line is
"N changed, N failed"; the uids that failed stand before it.`;

const Options = z.object({
  command: z.enum(["grant-role", "provision", "mirror"]),
  project: z.string().min(1),
  key: z.string().optional(),
  databaseUrl: z.url({ protocol: /^postgres(?:ql)?$/ }).optional(),
  perSecond: z.coerce.number().positive().max(1000),
});

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    project: { type: "string" },
    key: { type: "string" },
    "database-url": { type: "string" },
    "dry-run": { type: "boolean", default: false },
    "per-second": { type: "string", default: "10" },
    reopen: { type: "boolean", default: false },
    help: { type: "boolean", default: false },
  },
});

if (values.help) console.log(HELP);
else {
  const options = Options.safeParse({
    command: positionals[0],
    project: values.project ?? process.env["FIREBASE_PROJECT_ID"],
    key: values.key,
    databaseUrl: values["database-url"] ?? process.env["DATABASE_URL"],
    perSecond: values["per-second"],
  });
  if (options.success) process.exitCode = await run(options.data).catch(explain);
  else process.exitCode = explain(new Error(`Cannot start: wrong ${fieldsOf(options.error)}\n\n${HELP}`));
}

async function run(options: z.infer<typeof Options>): Promise<number> {
  const firebase = connectFirebase(options.project, options.key);
  try {
    const { changed, failed } = await changeAll(firebase.auth, options);
    for (const uid of failed) console.error(`failed: ${uid}`);
    console.log(`${changed} changed, ${failed.length} failed`);
    return failed.length === 0 ? 0 : 1;
  } finally {
    await deleteApp(firebase.app);
  }
}

async function changeAll(auth: Auth, options: z.infer<typeof Options>): Promise<ChangeReport> {
  const users = await listFirebaseUsers(auth, (count) => console.error(`read ${count} users of ${options.project}`));
  const apply = (changes: readonly Change[]) => {
    if (values["dry-run"]) console.log(`${changes.length} would change`);
    return changePeople(changes, {
      dryRun: values["dry-run"],
      perSecond: options.perSecond,
      onProgress: progressBar(process.stderr, "people"),
      nowMs: () => performance.now(),
      sleep,
    });
  };
  if (options.command === "grant-role") return apply(roleClaimChanges(auth, users));

  if (options.databaseUrl === undefined) throw new Error("Cannot start: no database, name one with --database-url");
  const sql = postgres(options.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const changes =
      options.command === "provision"
        ? await provisioningChanges(sql, users)
        : await signInChanges(sql, users, { reopen: values.reopen });
    return await apply(changes);
  } finally {
    await sql.end();
  }
}

function fieldsOf(error: z.ZodError): string {
  return [...new Set(error.issues.map(({ path }) => String(path[0])))].join(", ");
}

function explain(error: unknown): number {
  console.error(error instanceof Error ? error.message : "Cannot finish: unknown error");
  return 1;
}
