import { globSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERROR_RULES } from "@patient-medical-history/core";

/** An argument of an RPC, as its declaration has it. */
export type RpcArgument = { readonly name: string; readonly type: string; readonly isOptional: boolean };

/** An RPC of the Data API, as its declaration has it. */
export type ClientRpc = {
  readonly name: string;
  readonly arguments: readonly RpcArgument[];
  /** The SQL type it returns. */
  readonly returns: string;
  /** Its comment: what it does, answers and refuses. */
  readonly comment: string;
};

const DECLARATION = /create function public\.(\w+)\(([^)]*)\) returns (\w+)/;
const ARGUMENT = /^(\w+) (\w+)( default null)?$/;
const COMMENT = /comment on function public\.\w+\([^)]*\) is\s+'((?:[^']|'')+)';/;
const GRANT = /grant execute on function public\.\w+\([^)]*\) to authenticated;/;

/**
 * Reads the RPCs that clients may call from their declarations, one a file: those granted to `authenticated`,
 * which the draft worker's are not. A test compares what is read with the catalog of a database made from the same files.
 *
 * @param rootDir - the repository's root
 * @returns the RPCs by name
 * @throws Error when a declaration is written in a way this does not read
 */
export function readClientRpcs(rootDir: string): ClientRpc[] {
  return globSync("supabase/schemas/50_rpcs/*.sql", { cwd: rootDir })
    .sort()
    .map((file) => ({ file, sql: readFileSync(join(rootDir, file), "utf8") }))
    .filter(({ sql }) => GRANT.test(sql))
    .map(({ file, sql }) => readRpc(file, sql));
}

function readRpc(file: string, sql: string): ClientRpc {
  const [, name, declared, returns] = DECLARATION.exec(sql) ?? [];
  const comment = COMMENT.exec(sql)?.[1]?.replaceAll("''", "'");
  if (name === undefined || declared === undefined || returns === undefined || comment === undefined) {
    throw new Error(`Cannot read RPC: ${file} is written otherwise than its siblings`);
  }
  return { name, arguments: declared.trim() === "" ? [] : declared.split(",").map(readArgument), returns, comment };
}

function readArgument(declared: string): RpcArgument {
  const [, name, type, fallback] = ARGUMENT.exec(declared.trim()) ?? [];
  if (name === undefined || type === undefined) throw new Error(`Cannot read RPC: argument ${declared.trim()}`);
  return { name, type, isOptional: fallback !== undefined };
}

/**
 * Finds the codes an RPC says it refuses with.
 *
 * @param rpc - the RPC
 * @returns the codes after `Refuses:` or `Raises:` in its comment, in that order
 */
export function refusalsOf({ comment }: ClientRpc): (keyof typeof ERROR_RULES)[] {
  const said = /(?:Refuses|Raises): (.*)$/s.exec(comment)?.[1] ?? "";
  const isCode = (word: string): word is keyof typeof ERROR_RULES => word in ERROR_RULES;
  return [...new Set(said.match(/\b[A-Z]+(?:_[A-Z]+)*\b/g))].filter(isCode);
}
