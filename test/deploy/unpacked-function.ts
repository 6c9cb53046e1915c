import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { createInterface } from "node:readline";
import type { Upload } from "./deploy-recorder.ts";

/** What Deno itself needs to find its cache and to reach the package registry; the function may read none of it. */
const DENO_READS = [
  ...["PATH", "HOME", "XDG_CACHE_HOME", "DENO_DIR", "NPM_CONFIG_REGISTRY"],
  ...["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "SSL_CERT_FILE", "SSL_CERT_DIR", "DENO_CERT"],
];

/** A function that runs from nothing but what was uploaded. */
export interface UnpackedFunction {
  readonly url: string;
  stop(): Promise<void>;
}

/**
 * Writes an upload into an empty folder and serves it with Deno, with that function's `deno.json` alone.
 *
 * @param slug - The function's name, the first segment of its path.
 * @param upload - What the CLI sent.
 * @param environment - The only variables the function sees.
 */
export async function serveUnpacked(
  slug: string,
  upload: Upload,
  environment: Readonly<Record<string, string>>,
): Promise<UnpackedFunction> {
  const folder = await mkdtemp(join(tmpdir(), "unpacked-function-"));
  for (const [path, text] of upload.files) {
    const target = join(folder, path);
    if (!target.startsWith(`${folder}/`)) throw new Error(`Cannot unpack ${slug}: ${path} leaves the folder`);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, text);
  }
  const port = await freePort();
  const server = serve(folder, port, upload, environment);
  await listening(server);
  return {
    url: `http://127.0.0.1:${port}/${slug}`,
    async stop() {
      if (server.exitCode === null && server.kill("SIGTERM")) await once(server, "exit");
      await rm(folder, { recursive: true });
    },
  };
}

function serve(folder: string, port: number, { metadata }: Upload, environment: Readonly<Record<string, string>>) {
  const deno = join(import.meta.dirname, "../../node_modules/.bin/deno");
  const args = [
    ...["serve", "--no-prompt", "--no-lock", "--node-modules-dir=none", "--allow-net"],
    `--allow-env=${Object.keys(environment).join(",")}`,
    ...["--host", "127.0.0.1", "--port", `${port}`],
    ...["--config", join(folder, metadata.import_map_path), join(folder, metadata.entrypoint_path)],
  ];
  const ofHost = Object.fromEntries(DENO_READS.map((name) => [name, process.env[name]]));
  // Deno trusts its own list of authorities alone unless told so; a mirror of the registry is often signed by another.
  const env = { DENO_TLS_CA_STORE: "mozilla,system", NO_COLOR: "1", ...ofHost, ...environment };
  return spawn(deno, args, { cwd: folder, env, stdio: ["ignore", "ignore", "pipe"] });
}

async function listening(server: ChildProcess): Promise<void> {
  if (!server.stderr) throw new Error("Cannot serve the unpacked function: no output to wait for");
  const said: string[] = [];
  for await (const line of createInterface({ input: server.stderr })) {
    said.push(line);
    if (line.includes("Listening on")) {
      server.stderr.resume();
      return;
    }
  }
  throw new Error(`Cannot serve the unpacked function:\n${said.join("\n")}`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, "127.0.0.1");
  await once(probe, "listening");
  const address = probe.address();
  probe.close();
  await once(probe, "close");
  if (address === null || typeof address === "string") throw new Error("Cannot find a free port");
  return address.port;
}
