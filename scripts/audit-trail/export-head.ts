import { appendFile } from "node:fs/promises";
import { StackError } from "@patient-medical-history/local-stack";
import type postgres from "postgres";

/** The head of the chain at one moment: what a rewritten or shortened chain cannot match. */
export type Head = { readonly number: number; readonly sha256: string; readonly sealedAt: string };

/** Where a head goes: a file it is appended to, or an object store that takes a PUT. */
export type HeadStore =
  | { readonly file: string }
  /** The number of the block and `.json` are appended to `url`; `token`, where given, is sent as a bearer. */
  | { readonly url: string; readonly token?: string | undefined };

/**
 * Seals what has settled, writes the head of the chain outside of the database, and only then notes in the database
 * that it was exported.
 *
 * @param sql - the owner of the schema
 * @param store - where to; it should be out of reach of whoever can change the database
 * @returns the head, or undefined where nothing was ever sealed
 * @throws StackError when the store does not take it; nothing is noted then
 */
export async function exportHead(sql: postgres.Sql, store: HeadStore): Promise<Head | undefined> {
  await sql`select audit.seal()`;
  const [head] = await sql<Head[]>`
    select number::int, encode(sha256, 'hex') as sha256, private.utc_text(sealed_at) as "sealedAt"
    from audit.blocks order by number desc limit 1`;
  if (head === undefined) return undefined;
  await write(head, store);
  await sql`
    insert into audit.exported_heads (block_number, sha256) values (${head.number}, decode(${head.sha256}, 'hex'))`;
  return head;
}

async function write(head: Head, store: HeadStore): Promise<void> {
  const line = `${JSON.stringify(head)}\n`;
  if ("file" in store) return appendFile(store.file, line, { mode: 0o600 });
  const headers = { "content-type": "application/json" };
  const response = await fetch(`${store.url.replace(/\/$/, "")}/${head.number}.json`, {
    method: "PUT",
    headers: store.token === undefined ? headers : { ...headers, authorization: `Bearer ${store.token}` },
    body: line,
  });
  await response.body?.cancel();
  if (!response.ok) {
    throw new StackError(
      "export the head",
      `the store answered ${response.status}`,
      "look at --to and AUDIT_STORE_TOKEN",
    );
  }
}
