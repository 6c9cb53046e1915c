import { appendFileSync } from "node:fs";
import { join } from "node:path";
import { test } from "vitest";
import { stackPaths } from "../../../../packages/local-stack/src/state/stack-paths.ts";

test("a test that passes, whatever its function tells", () => {
  const { logs } = stackPaths(process.env["TELLING_ROOT"] ?? "");
  appendFileSync(join(logs, "a-function.log"), `{"code":"INTERNAL_ERROR"}\n${process.env["TOLD_TO_LOG"]}\n`);
  console.log(process.env["TOLD_TO_ALL"]);
});
