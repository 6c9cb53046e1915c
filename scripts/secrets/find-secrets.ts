import { SECRET_KINDS } from "./secret-kinds.ts";

/** Where a secret stands; never the secret itself. */
export interface FoundSecret {
  readonly kind: string;
  /** Line of the text, from 1. */
  readonly line: number;
}

/**
 * Finds secrets in a text.
 *
 * @param text - A file, or a patch.
 * @returns Each with its kind and line, in the order of the lines.
 */
export function findSecrets(text: string): FoundSecret[] {
  return text
    .split("\n")
    .flatMap((content, index) =>
      SECRET_KINDS.filter(({ pattern }) => pattern.test(content)).map(({ name }) => ({ kind: name, line: index + 1 })),
    );
}
