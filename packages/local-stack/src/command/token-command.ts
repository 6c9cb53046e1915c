import { parseArgs } from "node:util";
import { z } from "zod";
import { mintToken } from "../identity/mint-token.ts";
import { StackError } from "../state/stack-error.ts";
import { reportFailure } from "./report-failure.ts";

const USAGE = `Usage: npx pnpm@10 -s token <persona or Firebase uid> [options]

Prints a Firebase ID token of the running local stack, and nothing else.

  --claims JSON          claims laid over the ordinary ones; null removes one
  --expires-in SECONDS   lifetime, 3600 by default; negative for a token that expired
  --help                 this text`;

const Claims = z.record(z.string(), z.unknown());
const Seconds = z.coerce.number().int();

/**
 * The command `token`: prints one ID token for a person of the running stack.
 *
 * @param rootDir - the clone's root
 * @param args - the command line after the command's name
 */
export async function tokenCommand(rootDir: string, args: readonly string[]): Promise<void> {
  try {
    const { values, positionals } = readOptions(args);
    if (values.help) return console.log(USAGE);
    const [person] = positionals;
    if (person === undefined) throw new StackError("mint a token", "nobody was named", "name a persona, such as alice");
    const token = await mintToken(rootDir, person, {
      ...(values.claims !== undefined && { claims: Claims.parse(JSON.parse(values.claims)) }),
      ...(values["expires-in"] !== undefined && { expiresInSeconds: Seconds.parse(values["expires-in"]) }),
    });
    console.log(token);
  } catch (error) {
    reportFailure(error);
  }
}

function readOptions(args: readonly string[]) {
  return parseArgs({
    args: args.flatMap(joinNegativeNumber),
    allowPositionals: true,
    options: {
      claims: { type: "string" },
      "expires-in": { type: "string" },
      help: { type: "boolean", default: false },
    },
  });
}

// parseArgs takes the "-60" of `--expires-in -60` for an option of its own; in one word it cannot.
function joinNegativeNumber(arg: string, index: number, args: readonly string[]): string[] {
  const next = args[index + 1];
  if (arg === "--expires-in" && next?.startsWith("-")) return [`${arg}=${next}`];
  return args[index - 1] === "--expires-in" && arg.startsWith("-") ? [] : [arg];
}
