import { join } from "node:path";
import { stackCommand } from "@patient-medical-history/local-stack";

await stackCommand(join(import.meta.dirname, ".."), process.argv.slice(2));
