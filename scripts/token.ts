import { join } from "node:path";
import { parseArgs } from "node:util";
import { mintToken, StackError } from "@patient-medical-history/local-stack";
import { z } from "zod";

const USAGE = `Usage: npx pnpm@10 -s token <persona or Firebase uid> [options]

Prints a Firebase ID token of the running local stack, and nothing else.

  --claims JSON          claims laid over the ordinary ones; null removes one
  --expires-in SECONDS   lifetime, 3600 by default; negative for a token that expired
  --help                 this text`;

const { values, positionals } = parseArgs({
  args: joinNegativeNumbers(process.argv.slice(2)),
  allowPositionals: true,
  options: { claims: { type: "string" }, "expires-in": { type: "string" }, help: { type: "boolean", default: false } },
});

const [person] = positionals;
if (values.help || person === undefined) {
  console.error(USAGE);
  process.exitCode = values.help ? 0 : 2;
} else {
  await printToken(person);
}

async function printToken(name: string): Promise<void> {
  try {
    const token = await mintToken(join(import.meta.dirname, ".."), name, {
      ...(values.claims !== undefined && {
        claims: z.record(z.string(), z.unknown()).parse(JSON.parse(values.claims)),
      }),
      ...(values["expires-in"] !== undefined && { expiresInSeconds: z.coerce.number().parse(values["expires-in"]) }),
    });
    console.log(token);
  } catch (error) {
    if (!(error instanceof StackError)) throw error;
    console.error(`${error.message}\nWhat to do: ${error.remedy}.`);
    process.exitCode = 1;
  }
}

// parseArgs takes "-60" for an option of its own; `--expires-in=-60` is unambiguous.
function joinNegativeNumbers(args: string[]): string[] {
  return args.flatMap((arg, index) => {
    if (arg === "--expires-in" && /^-\d+$/.test(args[index + 1] ?? "")) return [`${arg}=${args[index + 1]}`];
    return /^-\d+$/.test(arg) && args[index - 1] === "--expires-in" ? [] : [arg];
  });
}
