import { createRequire } from "node:module";
import { dirname, join } from "node:path";
import { StackError } from "../state/stack-error.ts";

/**
 * Finds the program Deno itself. What npm links as `deno` is a Node script that starts it and does not hand signals on,
 * so whoever ends that script leaves Deno running.
 *
 * @returns its absolute path
 * @throws StackError where npm has no Deno for this machine
 */
export function denoProgram(): string {
  const os = process.platform === "linux" ? "linux" : process.platform;
  const name = `@deno/${os}-${process.arch}${os === "linux" ? "-glibc" : ""}`;
  const fromDeno = createRequire(createRequire(import.meta.url).resolve("deno/package.json"));
  try {
    return join(dirname(fromDeno.resolve(`${name}/package.json`)), "deno");
  } catch (error) {
    throw new StackError(
      "start functions",
      `npm has no deno for ${name}`,
      "use Linux (glibc) or macOS, x64 or arm64",
      error,
    );
  }
}
