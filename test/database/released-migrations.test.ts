import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";
import released from "./released-migrations.json" with { type: "json" };

const MIGRATIONS_DIR = join(import.meta.dirname, "../../supabase/migrations");

test.each(Object.entries(released))("%s is as it was released", (name, sha256) => {
  const text = readFileSync(join(MIGRATIONS_DIR, name));
  expect(createHash("sha256").update(text).digest("hex")).toBe(sha256);
});

test("a migration to come runs after every released one", () => {
  const lastReleased = Object.keys(released).sort().at(-1) ?? "";
  const toCome = readdirSync(MIGRATIONS_DIR).filter((name) => !(name in released));
  expect(toCome.filter((name) => name < lastReleased)).toEqual([]);
});
