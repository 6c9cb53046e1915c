import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { ENVIRONMENT_NAMES } from "./environment-names.ts";

/** The platform sets these itself, and a key set of one's own is for a stack on this machine alone. */
const NOT_FOR_PEOPLE = new Set(["SUPABASE_URL", "SUPABASE_ANON_KEY", "SUPABASE_PUBLISHABLE_KEYS", "FIREBASE_JWKS_URL"]);

test("every variable a function reads is set by the platform or listed in .env.example", () => {
  const example = readFileSync(new URL("../../../../.env.example", import.meta.url), "utf8");
  const listed = new Set([...example.matchAll(/^([A-Z][A-Z0-9_]*)=/gm)].map(([, name]) => name));
  expect(ENVIRONMENT_NAMES.filter((name) => !NOT_FOR_PEOPLE.has(name) && !listed.has(name))).toEqual([]);
});
