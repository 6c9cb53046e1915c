import { expect, test, vi } from "vitest";
import { denoCommand } from "./deno-command.ts";

function command(environment: Record<string, string>, watch = false) {
  return denoCommand({ folder: "/clone/supabase/functions/probe", port: 9000, environment, watch });
}

test("denoCommand() allows the hosts its environment names, and no other", () => {
  const environment = {
    SUPABASE_URL: "http://127.0.0.1:54321",
    LLM_BASE_URL: "https://models.example/v1",
    AWS_REGION: "eu-west-1",
    LLM_MODEL: "family:size",
    ALLOWED_ORIGINS: "*",
  };
  expect(command(environment).args.filter((arg) => arg.startsWith("--allow-net"))).toEqual([
    "--allow-net=127.0.0.1:54321",
    "--allow-net=models.example:443",
    "--allow-net=bedrock-runtime.eu-west-1.amazonaws.com:443",
  ]);
});

test("denoCommand() hides this machine's variables from the function, and gives no other permission", () => {
  vi.stubEnv("HTTPS_PROXY", "http://user:password@proxy.example");
  vi.stubEnv("AWS_SECRET_ACCESS_KEY", "of this machine");
  const { args, env } = command({ ONE: "1" });
  vi.unstubAllEnvs();
  expect(args.filter((arg) => arg.startsWith("--allow"))).toEqual(["--allow-env", "--allow-sys=hostname"]);
  expect(args.find((arg) => arg.startsWith("--deny-env="))).toContain("HTTPS_PROXY");
  expect(env).not.toHaveProperty("HOME");
  expect(env).not.toHaveProperty("AWS_SECRET_ACCESS_KEY");
});

test("denoCommand() uses the function's own deno.json and no package.json, as deployed", () => {
  const { args, env } = command({});
  expect(args.join(" ")).toContain("--config /clone/supabase/functions/probe/deno.json");
  expect(env).toMatchObject({ DENO_NO_PACKAGE_JSON: "1" });
});

test("denoCommand() watches on demand", () => {
  expect(command({}).args).not.toContain("--watch");
  expect(command({}, true).args).toContain("--watch");
});
