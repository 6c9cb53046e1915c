/** A section of docs/threat-cases.md. */
export interface ThreatSection {
  readonly title: string;
  readonly cases: readonly string[];
}

const STRUCK = "Struck cases";

/**
 * Reads the threat cases out of their page.
 *
 * @param markdown - The text of docs/threat-cases.md.
 * @returns The sections with the ids of their cases, and the ids that are struck.
 */
export function readThreatCases(markdown: string): {
  readonly sections: readonly ThreatSection[];
  readonly struck: ReadonlySet<string>;
} {
  const all = markdown
    .split(/^## /m)
    .slice(1)
    .map((text) => ({
      title: text.slice(0, text.indexOf("\n")),
      cases: [...text.matchAll(/^\| ([A-Z]\d+) \|/gm)].flatMap(([, id]) => id ?? []),
    }));
  return {
    sections: all.filter(({ title }) => title !== STRUCK),
    struck: new Set(all.find(({ title }) => title === STRUCK)?.cases),
  };
}
