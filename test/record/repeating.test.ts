import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { findEffectOfRepeating } from "./laws/find-effect-of-repeating.ts";

let database: TestDatabase;

beforeAll(async () => {
  database = await startDatabase();
});

afterAll(() => database.stop());

describe("merging a note again", () => {
  test.each([1, 2, 100])("law 1, M11: changes nothing when it is merged %i times", async (times) => {
    expect(await findEffectOfRepeating(database.sql, times)).toEqual([]);
  });
});
