import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { findSecrets } from "./find-secrets.ts";
import { lintSecrets } from "./lint-secrets.ts";
import { scanRepository } from "./scan-repository.ts";
import { SECRET_KINDS } from "./secret-kinds.ts";

const ROOT_DIR = join(import.meta.dirname, "../..");
const run = promisify(execFile);

const x = (length: number, alphabet = "aB3") => alphabet.repeat(length).slice(0, length);

/** One invented secret of each kind, put together here so that none stands in this file. */
const PLANTED: Readonly<Record<string, string>> = {
  "private key": ["-----BEGIN RSA", "PRIVATE KEY-----"].join(" "),
  "JWT with a signature": ["eyJ", x(20), ".eyJ", x(40), ".", x(43)].join(""),
  "Supabase secret key": ["sb", "secret", x(24)].join("_"),
  "Supabase access token": ["sbp", x(40, "0a9f")].join("_"),
  "Supabase personal OAuth token": ["sbp", "oauth", x(40, "0a9f")].join("_"),
  "database URL with a password": ["postgresql://postgres", `${x(16)}@db.example.com:5432/postgres`].join(":"),
  "Firebase or Google API key": ["AI", "za", x(35)].join(""),
  "Google OAuth access token": ["ya29", x(30)].join("."),
  "Google OAuth client secret": ["GOCSPX", x(28)].join("-"),
  "Google service account key": `"private_key${"_id"}": "${x(40, "0a9f")}"`,
  "Firebase server key": ["AAAA", x(7), ":", x(140)].join(""),
  "AWS access key id": ["AK", "IA", x(16, "AB7")].join(""),
  "AWS secret access key": ["aws_secret", `_access_key = ${x(40)}`].join(""),
  "AWS Bedrock API key": ["AB", "SK", x(44)].join(""),
  "OpenAI key": ["sk-proj-", x(24), "T3Blbk", "FJ", x(24)].join(""),
  "Anthropic key": ["sk-ant", "api03", x(48)].join("-"),
  "GitHub token": ["ghp", x(36)].join("_"),
  "GitLab token": ["glpat", x(20)].join("-"),
  "npm token": ["npm", x(36)].join("_"),
  "npm registry password": ["//registry.example/:_auth", `Token=${x(24)}`].join(""),
  "Slack token": ["xoxb", x(24)].join("-"),
  "Slack webhook": ["https://hooks.slack", `.com/services/T${x(8)}/B${x(8)}/${x(24)}`].join(""),
  "Stripe key": ["sk", "live", x(24)].join("_"),
  "Twilio key": ["S", "K", x(32, "0a9f")].join(""),
  "SendGrid key": ["SG", x(22), x(43)].join("."),
  "Hugging Face token": ["hf", x(34, "aBc")].join("_"),
  "basic credentials in a URL": ["https://someone", `${x(12)}@api.clinic.org/`].join(":"),
};

describe("findSecrets()", () => {
  test("S04 is tried with every kind it knows, twenty at least", () => {
    expect(Object.keys(PLANTED).sort()).toEqual(SECRET_KINDS.map(({ name }) => name).sort());
    expect(SECRET_KINDS.length).toBeGreaterThanOrEqual(20);
  });

  test.each(Object.entries(PLANTED))("S04 finds a planted %s", (kind, secret) => {
    const found = findSecrets(`first line\nvalue: ${secret} and more`);
    expect(found).toContainEqual({ kind, line: 2 });
  });

  test.each([
    "postgresql://postgres:postgres@127.0.0.1:5432/postgres",
    ["postgresql://user:$", "{PASSWORD}@db.example.com/postgres"].join(""),
    "SUPABASE_SECRET_KEY=<your key>",
    ["//registry.example/:_authToken=$", "{NPM_TOKEN}"].join(""),
    "http://user:password@proxy.example",
    "https://docs.example.com/a:b/c@2",
  ])("takes no placeholder for a secret: %s", (text) => {
    expect(findSecrets(text)).toEqual([]);
  });
});

describe("lintSecrets()", () => {
  test.each([
    ...["GitHub token", "GitLab token", "npm token"],
    ...["SendGrid key", "Stripe key", "database URL with a password"],
  ])("S04 finds a planted %s by a rule of its own", async (kind) => {
    const found = await lintSecrets(`first line\nvalue: "${PLANTED[kind]}"\n`);
    expect(found).toContainEqual({ kind: expect.stringContaining("secretlint"), line: 2 });
  });

  test("takes a database of this machine for no secret", async () => {
    expect(await lintSecrets('"postgresql://postgres:postgres@127.0.0.1:5432/postgres"')).toEqual([]);
  });
});

describe("scanRepository()", () => {
  const secret = PLANTED["GitHub token"] ?? "";
  let folder: string;
  const git = (...args: string[]) =>
    run("git", ["-C", folder, "-c", "user.name=Test", "-c", "user.email=test@people.example", ...args]);
  const write = (text: string) => writeFile(join(folder, "notes.txt"), text);

  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), "secrets-"));
    await git("init", "--quiet");
    await write("notes\n");
    await git("add", ".");
    await git("commit", "--quiet", "--message", "notes");
  });
  afterEach(() => rm(folder, { recursive: true }));

  test("S04 finds a secret that a later commit removed, and says where without saying it", async () => {
    await write(`token ${secret}\n`);
    await git("commit", "--quiet", "--all", "--message", "token");
    expect(await scanRepository(folder)).toEqual(expect.arrayContaining(["notes.txt:1: GitHub token"]));
    await write("token\n");
    await git("commit", "--quiet", "--all", "--message", "no token");
    expect(await scanRepository(folder)).toEqual([
      expect.stringMatching(/^commit [0-9a-f]{40}: GitHub token$/),
      expect.stringMatching(/^commit [0-9a-f]{40}: secretlint github$/),
    ]);
  });

  test("S04 finds a secret that stood in a merge and in neither of its sides", async () => {
    await git("branch", "other");
    await write("ours\n");
    await git("commit", "--quiet", "--all", "--message", "ours");
    await git("switch", "--quiet", "other");
    await write("theirs\n");
    await git("commit", "--quiet", "--all", "--message", "theirs");
    await git("merge", "--quiet", "--no-commit", "-").catch(() => undefined);
    await write(`token ${secret}\n`);
    await git("commit", "--quiet", "--all", "--message", "merge");
    await write("token\n");
    await git("commit", "--quiet", "--all", "--message", "no token");
    expect(await scanRepository(folder)).toHaveLength(2);
  });

  test.skipIf(!existsSync(join(ROOT_DIR, ".git")))(
    "S03 finds none in this repository, its whole history included",
    async () => {
      expect(await scanRepository(ROOT_DIR)).toEqual([]);
    },
    60_000,
  );
});
