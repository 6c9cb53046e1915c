import { lintSource } from "@secretlint/core";
import { creator } from "@secretlint/secretlint-rule-preset-recommend";
import type { FoundSecret } from "./find-secrets.ts";

const PRESET = "@secretlint/secretlint-rule-preset-recommend";
/** An address of this machine opens nothing elsewhere, whatever password stands in it. */
const ALLOWED = ["/@(?:127\\.0\\.0\\.1|localhost)[:/]/"];

const CONFIG = {
  rules: [
    {
      id: PRESET,
      rule: creator,
      rules: [{ id: "@secretlint/secretlint-rule-database-connection-string", options: { allows: ALLOWED } }],
    },
  ],
};

/**
 * Finds secrets in a text by the rules of secretlint's recommended preset: a second opinion beside {@link findSecrets},
 * kept by others, whose patterns follow the providers' as they change.
 *
 * @param text - A file, or what commits added.
 * @returns Each with the rule that found it and its line; never the secret itself.
 * @see https://github.com/secretlint/secretlint
 */
export async function lintSecrets(text: string): Promise<FoundSecret[]> {
  const source = { filePath: "text", content: text, ext: "", contentType: "text" } as const;
  const { messages } = await lintSource({ source, options: { config: CONFIG, noPhysicFilePath: true } });
  return messages.map(({ ruleId, loc }) => ({
    kind: ruleId.replace(/^.*-rule-/, "secretlint "),
    line: loc.start.line,
  }));
}
