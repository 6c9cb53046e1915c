import type postgres from "postgres";
import { z } from "zod";
import { isJsonObject, type Json, type JsonObject } from "../reference/json.ts";
import { jsonAt } from "../reference/json-at.ts";
import { jsonbText } from "../reference/jsonb-text.ts";
import { recordVersion } from "../reference/record-version.ts";
import { referenceFold } from "../reference/reference-fold.ts";
import type { RuleBook } from "../reference/rule-book.ts";
import { type History, standingNotes } from "./history-arbitrary.ts";
import { liveHistories, type Outcome } from "./live-histories.ts";

/** Where the database and the reference made different records of one history. */
export interface Disagreement {
  /** Place of the history among those given. */
  readonly index: number;
  /** JSON path into the record. */
  readonly path: string;
  readonly database: Json;
  readonly reference: Json;
}

// Which version of the rules the database has, and the hash over that and the rest.
const UNKNOWN_TO_REFERENCE = new Set(["rules_version", "record_version"]);
const JsonText: z.ZodType<Json> = z.json();

/**
 * Lives through histories in the database and folds the same notes by the reference.
 *
 * @param sql - logs in as the owner of the schema
 * @param isRebuilt - whether each record is compared with its rebuild from the tables, too
 * @returns the first difference; null when all records are equal to the byte and of the version their content has
 */
export async function findDisagreement(
  sql: postgres.Sql,
  rules: RuleBook,
  histories: readonly History[],
  isRebuilt = true,
): Promise<Disagreement | null> {
  return compareOutcomes(rules, histories, await liveHistories(sql, histories, isRebuilt));
}

/** Compares what histories came to in the database with what the reference makes of them. */
export function compareOutcomes(
  rules: RuleBook,
  histories: readonly History[],
  outcomes: readonly Outcome[],
): Disagreement | null {
  for (const [index, { stored, rebuilt }] of outcomes.entries()) {
    const database = parseRecord(stored);
    if (rebuilt !== null && stored !== rebuilt) {
      return { index, ...firstDifference(database, parseRecord(rebuilt), "rebuilt") };
    }
    const version = recordVersion(database);
    const stated = jsonAt(database, "metadata", "record_version");
    if (stated !== version) return { index, path: "$.metadata.record_version", database: stated, reference: version };
    const history = histories[index];
    const reference = referenceFold(history === undefined ? [] : standingNotes(history), rules);
    const content = withoutVersions(database);
    if (jsonbText(content) !== jsonbText(reference)) return { index, ...firstDifference(content, reference, "$") };
  }
  return null;
}

function parseRecord(text: string): JsonObject {
  const record = JsonText.parse(JSON.parse(text));
  if (!isJsonObject(record)) throw new Error("a record is an object");
  return record;
}

function withoutVersions({ metadata, ...record }: JsonObject): JsonObject {
  const kept = Object.entries(isJsonObject(metadata) ? metadata : {}).filter(([key]) => !UNKNOWN_TO_REFERENCE.has(key));
  return { ...record, metadata: Object.fromEntries(kept) };
}

function firstDifference(database: Json, reference: Json, path: string): Omit<Disagreement, "index"> {
  if (isJsonObject(database) && isJsonObject(reference)) {
    const keys = new Set([...Object.keys(database), ...Object.keys(reference)]);
    for (const key of keys) {
      const [a, b] = [database[key] ?? null, reference[key] ?? null];
      if (jsonbText(a) !== jsonbText(b)) return firstDifference(a, b, `${path}.${key}`);
    }
  }
  if (Array.isArray(database) && Array.isArray(reference)) {
    const at = database.findIndex((item, index) => jsonbText(item) !== jsonbText(reference[index] ?? null));
    if (at >= 0 && at < reference.length) return firstDifference(database[at], reference[at], `${path}[${at}]`);
  }
  return { path, database, reference };
}
