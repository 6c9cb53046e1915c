import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERROR_RULES } from "@patient-medical-history/core";
import { describe, expect, test } from "vitest";
import { COMMON_ERRORS, FUNCTION_DOCS } from "./function-docs.ts";
import { makeOpenApiDocument } from "./make-openapi-document.ts";

const root = join(import.meta.dirname, "../..");

describe("docs/openapi.json", () => {
  test("is what the schemas say today (npx pnpm@10 openapi writes it)", () => {
    const committed = JSON.parse(readFileSync(join(root, "docs/openapi.json"), "utf8"));
    expect(JSON.parse(JSON.stringify(makeOpenApiDocument()))).toEqual(committed);
  });

  test("describes every function there is, and no other", () => {
    const slugs = readdirSync(join(root, "supabase/functions"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(FUNCTION_DOCS.map(({ slug }) => slug).sort()).toEqual(slugs.sort());
  });

  test("names every error code at some function, but for one that only signing answers", () => {
    const named = new Set([...COMMON_ERRORS, ...FUNCTION_DOCS.flatMap(({ errors }) => errors)]);
    const unnamed = Object.keys(ERROR_RULES).filter((code) => ![...named].some((known) => known === code));
    expect(unnamed).toEqual(["REVIEW_INCOMPLETE"]);
  });
});
