import { homedir } from "node:os";
import { join } from "node:path";
import { denoProgram } from "./deno-program.ts";

// What Deno itself needs of this machine to download npm packages; the function may not read any of it.
const HOST_VARIABLES = [
  ...["NPM_CONFIG_REGISTRY", "DENO_CERT", "SSL_CERT_FILE", "SSL_CERT_DIR"],
  ...["HTTP_PROXY", "HTTPS_PROXY", "NO_PROXY", "http_proxy", "https_proxy", "no_proxy"],
];

/** A program with arguments and environment, ready to be spawned. */
export interface Command {
  readonly program: string;
  readonly args: readonly string[];
  readonly env: Readonly<Record<string, string>>;
}

/** One function to serve. */
export interface ServedFunction {
  /** The folder with `index.ts` and `deno.json`. */
  readonly folder: string;
  readonly port: number;
  readonly environment: Readonly<Record<string, string>>;
  /** Restarts the function when one of its files changes. */
  readonly watch: boolean;
}

/**
 * Builds the `deno serve` command of one function: its own `deno.json` as deployed, no file access, the network of the
 * stack and of the services its `…_URL` variables and `AWS_REGION` name, and no environment but its own.
 *
 * @param served - the function
 * @see https://docs.deno.com/runtime/reference/cli/serve/
 */
export function denoCommand(served: ServedFunction): Command {
  const { environment, folder, port, watch } = served;
  return {
    program: denoProgram(),
    args: [
      ...["serve", "--quiet", "--no-prompt", "--no-lock", "--node-modules-dir=none"],
      // With what is no heap, half of the 256 MB the platform gives: https://supabase.com/docs/guides/functions/limits
      "--v8-flags=--max-old-space-size=128",
      ...["--config", join(folder, "deno.json"), "--host", "127.0.0.1", "--port", String(port)],
      ...allowedHosts(environment).map((host) => `--allow-net=${host}`),
      // As on the platform, a variable that is not set reads as undefined; a list of names would make it an error.
      ...["--allow-env", `--deny-env=${[...HOST_VARIABLES, "DENO_DIR"].join(",")}`],
      // The AI SDK asks for the host's name when it is loaded; the platform answers it, too.
      "--allow-sys=hostname",
      ...(watch ? ["--watch", "--no-clear-screen"] : []),
      join(folder, "index.ts"),
    ],
    env: {
      ...hostVariables(),
      DENO_DIR: denoDir(),
      // The root's package.json is no part of what is deployed, so it must not resolve anything here either.
      DENO_NO_PACKAGE_JSON: "1",
      DENO_NO_UPDATE_CHECK: "1",
      DENO_TLS_CA_STORE: "mozilla,system",
      NO_COLOR: "1",
      ...environment,
    },
  };
}

function allowedHosts(environment: Readonly<Record<string, string>>): string[] {
  const hosts = Object.values(environment)
    .filter((value) => URL.canParse(value))
    .map(hostOf);
  const region = environment["AWS_REGION"];
  if (region) hosts.push(`bedrock-runtime.${region}.amazonaws.com:443`);
  return [...new Set(hosts.filter((host) => host !== ""))];
}

function hostOf(text: string): string {
  const url = new URL(text);
  if (url.protocol !== "http:" && url.protocol !== "https:") return "";
  return `${url.hostname}:${url.port || (url.protocol === "https:" ? "443" : "80")}`;
}

// Deno's own default, spelt out so that the function's environment needs no HOME. One cache serves every clone.
function denoDir(): string {
  const { DENO_DIR, XDG_CACHE_HOME } = process.env;
  const caches = process.platform === "darwin" ? join(homedir(), "Library", "Caches") : join(homedir(), ".cache");
  return DENO_DIR || join(XDG_CACHE_HOME || caches, "deno");
}

function hostVariables(): Record<string, string> {
  return Object.fromEntries(HOST_VARIABLES.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
}
