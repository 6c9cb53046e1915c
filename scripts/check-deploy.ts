import { readOptions, runCommand } from "@patient-medical-history/local-stack";
import { findDeployFaults } from "./deploy/find-deploy-faults.ts";

const HELP = `Checks that \`supabase functions deploy\` would upload all of each function, and nothing else.

Usage: npx pnpm@10 check-deploy [--help]

For each folder of supabase/functions: the types hold, every module lies in the function's own folder or in
packages/core/src, and the npm pins of its deno.json are those of packages/core/package.json.
The CLI only warns about a file it misses; this exits 1.`;

await runCommand(async () => {
  const { values } = readOptions({ options: { help: { type: "boolean", default: false } } });
  if (values.help) return console.log(HELP);
  const faults = await findDeployFaults(process.cwd(), (slug) => console.log(`checking ${slug} …`));
  for (const fault of faults) console.error(`Cannot deploy ${fault}`);
  if (faults.length > 0) process.exitCode = 1;
  else console.log("every function is complete");
});
