import { execFile } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type DeployRecorder, startDeployRecorder } from "./deploy-recorder.ts";

const ROOT = join(import.meta.dirname, "../..");
const SLUGS = [
  "create-context-snapshot",
  "generate-soap-draft-v2",
  "get-patient-history",
  "update-patient-medical-record",
];

describe("supabase functions deploy --use-api", () => {
  let recorder: DeployRecorder;
  let home: string;

  beforeAll(async () => {
    recorder = await startDeployRecorder();
    home = await mkdtemp(join(tmpdir(), "deploy-home-"));
    await deploy(recorder, home);
  });
  afterAll(async () => {
    await recorder?.close();
    await rm(home, { recursive: true });
  });

  test("uploads the four functions and no other (A53)", () => {
    expect([...recorder.uploads.keys()].sort()).toEqual(SLUGS);
  });
});

async function deploy(recorder: DeployRecorder, home: string): Promise<void> {
  const profile = join(home, "recorder.yaml");
  await writeFile(
    profile,
    `name: recorder\napi_url: ${recorder.url}\ndashboard_url: ${recorder.url}\nproject_host: 127.0.0.1\n`,
  );
  const args = ["functions", "deploy", "--use-api", "--yes", "--remote=abcdefghijklmnopqrst", "--profile", profile];
  const environment = { SUPABASE_ACCESS_TOKEN: `sbp_${"0".repeat(40)}`, FIREBASE_PROJECT_ID: "recorder", HOME: home };
  await promisify(execFile)(join(ROOT, "node_modules/.bin/supabase"), [...args, "--workdir", ROOT], {
    env: { PATH: process.env["PATH"], ...environment },
  });
}
