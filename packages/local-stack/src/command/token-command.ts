import { z } from "zod";
import { mintToken } from "../identity/mint-token.ts";
import { readStackState } from "../state/read-stack-state.ts";
import { StackError } from "../state/stack-error.ts";
import { readOptions } from "./read-options.ts";
import { readWholeNumber } from "./read-whole-number.ts";
import { reportFailure } from "./report-failure.ts";

const USAGE = `Usage: npx pnpm@10 -s token <persona or Firebase uid> [options]

Prints a Firebase ID token of the running local stack, and nothing else on stdout.

  --claims JSON          claims laid over the ordinary ones; null removes one
  --expires-in SECONDS   lifetime, 3600 by default; negative for a token that expired
  --help                 this text`;

const Claims = z.record(z.string(), z.unknown());

/**
 * The command `token`: prints one ID token for a person of the running stack.
 *
 * @param rootDir - the clone's root
 * @param args - the command line after the command's name
 */
export async function tokenCommand(rootDir: string, args: readonly string[]): Promise<void> {
  try {
    const { values, positionals } = tokenOptions(args);
    if (values.help) return console.log(USAGE);
    const person = onlyPerson(positionals);
    const token = await mintToken(rootDir, person, {
      ...(values.claims !== undefined && { claims: readClaims(values.claims) }),
      ...(values["expires-in"] !== undefined && {
        expiresInSeconds: readWholeNumber("--expires-in", values["expires-in"]),
      }),
    });
    await warnOfStranger(rootDir, person);
    console.log(token);
  } catch (error) {
    reportFailure(error);
  }
}

function onlyPerson([person, ...others]: readonly string[]): string {
  const remedy = "name one persona, such as alice";
  if (person === undefined) throw new StackError("mint a token", "nobody was named", remedy);
  if (others.length > 0) throw new StackError("mint a token", `${others.length + 1} people were named`, remedy);
  return person;
}

function readClaims(text: string): z.infer<typeof Claims> {
  try {
    return Claims.parse(JSON.parse(text));
  } catch (error) {
    throw new StackError("read the command line", "--claims takes a JSON object", "see --help", error);
  }
}

// A token for a stranger is wanted at times, to see it refused, but more often the name has a slip in it.
async function warnOfStranger(rootDir: string, person: string): Promise<void> {
  const { personas } = await readStackState(rootDir);
  const names = Object.keys(personas);
  if (names.length === 0 || names.includes(person) || Object.values(personas).some(({ uid }) => uid === person)) return;
  console.error(
    `${person} is no persona of this stack: the token is for a Firebase uid of that name. Personas: ${names.join(", ")}`,
  );
}

function tokenOptions(args: readonly string[]) {
  return readOptions({
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
