import { readFile } from "node:fs/promises";
import { describe, expect, test } from "vitest";
import { ERROR_RULES, isErrorCode } from "./error-code.ts";

describe("ERROR_RULES", () => {
  test("is what docs/errors.md lists, code by code", async () => {
    const page = await readFile(new URL("../../../../docs/errors.md", import.meta.url), "utf8");
    const listed = [...page.matchAll(/^\| (\d{3}) \| `([A-Z_]+)` \| (.+?) \|/gm)].map(([, status, code, sentence]) => [
      code,
      { status: Number(status), sentence },
    ]);
    const rules = Object.entries(ERROR_RULES).map(([code, { status, sentence }]) => [code, { status, sentence }]);
    expect(Object.fromEntries(listed)).toEqual(Object.fromEntries(rules));
  });

  test.each(Object.entries(ERROR_RULES))("%s says the action and the state", (_, { sentence }) => {
    expect(sentence).toMatch(/^Cannot [a-z].+: .+[^.]$/);
  });
});

describe("isErrorCode()", () => {
  test.each(["constructor", "toString", "__proto__", "", "Perhaps you meant users"])("refuses %j", (word) => {
    expect(isErrorCode(word)).toBe(false);
  });
});
