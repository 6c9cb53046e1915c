import { StackError } from "../state/stack-error.ts";

// https://nodejs.org/api/errors.html#common-system-errors, of files and folders
const FILE_FAULTS: Readonly<Record<string, string>> = {
  ENOENT: "there is no such file",
  ENOTDIR: "there is no such folder",
  EISDIR: "it is a folder",
  EACCES: "it may not be opened",
  EPERM: "it may not be changed",
  EROFS: "it may not be changed",
  ENOSPC: "the disk is full",
};

/**
 * What another's fault means to whoever ran a command: a file that is not there, a database that cannot be reached or
 * refuses. The fault's own words are left out, but for a file's path: they may quote a password or a person.
 *
 * @param error - what was thrown
 * @returns the failure in words; undefined for a fault of the program
 */
export function foreignFailure(error: Error): StackError | undefined {
  const code = "code" in error ? String(error.code) : "";
  const fileFault = FILE_FAULTS[code];
  if (fileFault !== undefined) {
    const file = "path" in error && typeof error.path === "string" ? error.path : "a file";
    return new StackError(`open ${file}`, fileFault, "name another, or make it so that it can be opened", error);
  }
  // As postgres.js names what the server answered (an SQLSTATE), and what kept it from answering.
  if (error.name === "PostgresError") {
    return new StackError("use the database", `it refused, SQLSTATE ${code}`, "log in as its owner", error);
  }
  if (/^(?:E[A-Z]+|CONNECT_TIMEOUT|CONNECTION_[A-Z]+)$/.test(code)) {
    return new StackError(
      "connect",
      code,
      "see whether the address is right and whether anything answers there",
      error,
    );
  }
  return undefined;
}
