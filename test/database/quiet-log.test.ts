import { randomBytes } from "node:crypto";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import postgres from "postgres";
import { afterAll, beforeAll, expect, test } from "vitest";
import { claimsOf } from "../access/callers.ts";
import { connectAsSuperuser } from "../support/connect-as-superuser.ts";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";

const OPERATIONS = readFileSync(join(import.meta.dirname, "../../docs/operations.md"), "utf8");

/** What operators are told to run, as of the role that PostgREST logs in with. */
const [, ADVISED = ""] = /## PostgreSQL's log[\s\S]*?```sql\n([\s\S]*?)```/.exec(OPERATIONS) ?? [];

/** As talkative as a server can be made. */
const LOUD = {
  log_min_messages: "info",
  log_min_error_statement: "error",
  log_error_verbosity: "default",
  log_statement: "all",
  log_min_duration_statement: "0",
  log_parameter_max_length: "-1",
  session_preload_libraries: "auto_explain",
  "auto_explain.log_min_duration": "0",
  "auto_explain.log_nested_statements": "on",
  "auto_explain.log_verbose": "on",
};

let database: TestDatabase;
let superuser: postgres.Sql;

beforeAll(async () => {
  database = await startDatabase();
  superuser = connectAsSuperuser(database.url);
});
afterAll(async () => {
  await superuser.end();
  await database.stop();
});

/** Logs in as PostgREST does, on a server that is {@link LOUD}, fails and is slow; answers what the log says of it. */
async function logOf(advised: string): Promise<{ log: string; word: string; statement: string }> {
  const word = `word${randomBytes(8).toString("hex")}`;
  const role = `authenticator_${word}`;
  const statement = `/* ${randomBytes(8).toString("hex")} */`;
  const password = randomBytes(16).toString("hex");
  await superuser.unsafe(`create role ${role} login noinherit password '${password}' in role authenticated`);
  for (const [name, value] of Object.entries(LOUD))
    await superuser.unsafe(`alter role ${role} set ${name} = '${value}'`);
  await superuser.unsafe(advised.replaceAll("authenticator", role));
  const url = new URL(database.url);
  url.username = role;
  url.password = password;
  const sql = postgres(url.href, { max: 1, onnotice: () => undefined });
  const asAmara = (query: string, parameters: string[]) =>
    sql.begin(async (request) => {
      await request`select set_config('request.jwt.claims', ${JSON.stringify(claimsOf("dr-amara-uid"))}, true)`;
      await request`set local role authenticated`;
      return request.unsafe(`${statement} ${query}`, parameters);
    });
  try {
    const [row] = await superuser`select tests.encounter_id('dr-amara', 'alice') as encounter`;
    const chunks = JSON.stringify([{ sequence: 1, text: `I have a ${word}.` }]);
    await asAmara("select public.append_transcript_chunks($1, $2)", [String(row?.["encounter"]), chunks]);
    const misread = asAmara("select public.get_patient_history($1::text::uuid)", [word]);
    await expect(misread).rejects.toMatchObject({ code: "22P02" });
  } finally {
    await sql.end();
    await superuser.unsafe(`drop role ${role}`);
  }
  const [file] = await superuser`select pg_read_file(current_setting('data_directory') || '/../postgres.log') as log`;
  return { log: String(file?.["log"]), word, statement };
}

test("H10 a server that logs all it can tells what failed and what was slow, word for word", async () => {
  const { log, word, statement } = await logOf("");
  for (const told of [`uuid: "${word}"`, `I have a ${word}`, statement]) expect(log).toContain(told);
  expect(log).toMatch(new RegExp(`Query Parameters: .*${word}`));
});

test("H10 with the settings that operators are told, no literal is left of what failed, nor of what was slow", async () => {
  expect(ADVISED).toContain("alter role authenticator set");
  const { log, word, statement } = await logOf(ADVISED);
  expect(log).not.toMatch(new RegExp(`(?<!authenticator_)${word}`));
  expect(log, "a slow statement is still known by its text").toMatch(
    new RegExp(`duration: .*${statement.replaceAll("*", "\\*")}`),
  );
});
