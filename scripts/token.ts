import { join } from "node:path";
import { tokenCommand } from "@patient-medical-history/local-stack";

await tokenCommand(join(import.meta.dirname, ".."), process.argv.slice(2));
