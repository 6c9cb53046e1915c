import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { guardChild } from "@patient-medical-history/local-stack";

/**
 * Measures one cold start: from spawning Deno to the first answer.
 *
 * @param deno - The program itself, which gets the signal that ends it.
 * @param folder - The function's folder, with `index.ts` and `deno.json`.
 * @param path - What to ask for first.
 * @returns Milliseconds.
 * @throws Error - With Deno's words, when the function does not boot.
 */
export async function measureColdStartMs(deno: string, folder: string, path: string): Promise<number> {
  const args = ["serve", "--no-prompt", "--no-lock", "--node-modules-dir=none", "--allow-net", "--allow-env"];
  const config = ["--config", join(folder, "deno.json"), "--host", "127.0.0.1", "--port", "0"];
  const startedMs = performance.now();
  const server = spawn(deno, [...args, ...config, join(folder, "index.ts")], {
    stdio: ["ignore", "ignore", "pipe"],
    env: { ...process.env, NO_COLOR: "1" },
  });
  const release = await guardChild(server.pid);
  try {
    const said: string[] = [];
    for await (const line of createInterface({ input: server.stderr })) {
      said.push(line);
      const url = /Listening on (http:\/\/\S+)/.exec(line)?.[1];
      if (url === undefined) continue;
      await fetch(new URL(path, url.replace("0.0.0.0", "127.0.0.1"))).then((response) => response.arrayBuffer());
      return performance.now() - startedMs;
    }
    throw new Error(`Cannot measure ${folder}: it does not boot\n${said.join("\n")}`);
  } finally {
    if (server.exitCode === null && server.kill("SIGKILL")) await once(server, "exit");
    release();
  }
}
