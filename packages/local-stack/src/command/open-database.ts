import postgres from "postgres";
import { StackError } from "../state/stack-error.ts";

/**
 * Opens the database that a command names; it connects with the first query.
 *
 * @param url - as given with `--database-url`; never repeated, since it holds a password
 * @returns a client with one connection
 * @throws StackError for what is no address of a database
 */
export function openDatabase(url: string): postgres.Sql {
  if (!/^postgres(?:ql)?:$/.test(URL.parse(url)?.protocol ?? "")) {
    const remedy = "write it as the platform shows it (postgresql://…), with what is special in a password as %23";
    throw new StackError("read the command line", "--database-url is no address of a database", remedy);
  }
  return postgres(url, { max: 1, onnotice: () => undefined });
}
