import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { ERROR_RULES } from "@patient-medical-history/core";
import { describe, expect, test } from "vitest";
import { COMMON_ERRORS, FUNCTION_DOCS } from "./function-docs.ts";
import { makeOpenApiDocument } from "./make-openapi-document.ts";
import { readClientRpcs, refusalsOf } from "./read-client-rpcs.ts";
import { RPC_SHAPES } from "./rpc-shapes.ts";

const root = join(import.meta.dirname, "../..");

describe("docs/openapi.json", () => {
  test("is what the schemas say today (npx pnpm@10 openapi writes it)", () => {
    const committed = JSON.parse(readFileSync(join(root, "docs/openapi.json"), "utf8"));
    expect(JSON.parse(JSON.stringify(makeOpenApiDocument(readClientRpcs(root))))).toEqual(committed);
  });

  test("describes every function there is, and no other", () => {
    const slugs = readdirSync(join(root, "supabase/functions"), { withFileTypes: true })
      .filter((entry) => entry.isDirectory())
      .map(({ name }) => name);
    expect(FUNCTION_DOCS.map(({ slug }) => slug).sort()).toEqual(slugs.sort());
  });

  test("describes every RPC clients may call, and no other", () => {
    expect(Object.keys(RPC_SHAPES)).toEqual(readClientRpcs(root).map(({ name }) => name));
  });

  test("says of every JSON argument of an RPC what is in it", () => {
    const untold = readClientRpcs(root).flatMap((rpc) =>
      rpc.arguments
        .filter(({ name, type }) => type === "jsonb" && RPC_SHAPES[rpc.name]?.json?.[name] === undefined)
        .map(({ name }) => `${rpc.name} ${name}`),
    );
    expect(untold).toEqual([]);
  });

  test("names every error code at some function or RPC", () => {
    const refusals = readClientRpcs(root).map((rpc) => ({ name: rpc.name, codes: refusalsOf(rpc) }));
    expect(refusals.filter(({ codes }) => codes.length === 0)).toEqual([]);
    const named = new Set<string>([
      ...COMMON_ERRORS,
      ...FUNCTION_DOCS.flatMap(({ errors }) => errors),
      ...refusals.flatMap(({ codes }) => codes),
    ]);
    expect(Object.keys(ERROR_RULES).filter((code) => !named.has(code))).toEqual([]);
  });
});
