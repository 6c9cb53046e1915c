import { randomUUID } from "node:crypto";
import { expect, test } from "vitest";
import { listProcesses } from "../stack/support/list-processes.ts";
import { serveUnpacked } from "./unpacked-function.ts";

test("an unpacked function answers while it is served, and leaves no process behind", async () => {
  const name = `function-${randomUUID()}`;
  const source = 'export default { fetch: () => new Response("served") };';
  const files = new Map([
    [`${name}/index.ts`, source],
    [`${name}/deno.json`, "{}"],
  ]);
  const metadata = {
    name,
    entrypoint_path: `${name}/index.ts`,
    import_map_path: `${name}/deno.json`,
    verify_jwt: false,
  };
  const served = await serveUnpacked(name, { files, metadata }, { SETTING: "any" });
  expect(await (await fetch(served.url)).text()).toBe("served");
  expect(await listProcesses(name)).toHaveLength(1);
  await served.stop();
  expect(await listProcesses(name)).toEqual([]);
});
