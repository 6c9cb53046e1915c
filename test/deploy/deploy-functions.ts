import { execFile } from "node:child_process";
import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";

/**
 * Deploys every function of a repository with the real CLI.
 *
 * @param rootDir - The repository.
 * @param apiUrl - Where the Management API answers.
 * @param home - A folder the CLI may take for the user's home.
 * @throws Error - With the CLI's words, when it exits with anything but 0.
 */
export async function deployFunctions(rootDir: string, apiUrl: string, home: string): Promise<void> {
  const profile = join(home, "profile.yaml");
  const settings = { name: "recorder", api_url: apiUrl, dashboard_url: apiUrl, project_host: "127.0.0.1" };
  await writeFile(profile, JSON.stringify(settings));
  const args = ["functions", "deploy", "--use-api", "--yes", "--remote=abcdefghijklmnopqrst", "--profile", profile];
  await promisify(execFile)(join(rootDir, "node_modules/.bin/supabase"), [...args, "--workdir", rootDir], {
    env: {
      PATH: process.env["PATH"],
      HOME: home,
      SUPABASE_ACCESS_TOKEN: `sbp_${"0".repeat(40)}`,
      FIREBASE_PROJECT_ID: "patient-medical-history-local",
    },
  });
}
