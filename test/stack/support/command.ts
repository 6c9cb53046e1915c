import { stackCommand, tokenCommand } from "@patient-medical-history/local-stack";

const [command, rootDir, ...args] = process.argv.slice(2);
if (rootDir === undefined) throw new Error("Usage: command.ts stack|token <rootDir> [options]");
await (command === "token" ? tokenCommand(rootDir, args) : stackCommand(rootDir, args));
