import { lstat } from "node:fs/promises";
import { StackError } from "../state/stack-error.ts";

/**
 * Makes sure that a folder is this account's own. The temporary folder is everybody's: what somebody else put there
 * under our name is not ours to run or fill.
 *
 * @param folder - an existing folder
 * @returns the folder
 * @throws StackError when it belongs to somebody else
 */
export async function assertOwn(folder: string): Promise<string> {
  if ((await lstat(folder)).uid === process.getuid?.()) return folder;
  throw new StackError("start postgres", `${folder} belongs to somebody else`, "remove it, or set TMPDIR elsewhere");
}
