import { createHash } from "node:crypto";
import { itemId } from "./item-id.ts";
import { isJsonObject, type Json, type JsonObject } from "./json.ts";
import { jsonAt } from "./json-at.ts";
import { jsonbText } from "./jsonb-text.ts";
import { compareText } from "./statement.ts";

const LISTS = ["conditions", "medications", "allergies", "surgical_history", "family_history", "conflicts"];
const OBJECTS = ["social_history", "vital_trends", "review_of_systems_trends", "physical_exam_findings"];
const BUCKETS = 256;

interface Part {
  readonly section: string;
  readonly id: string;
  readonly content: Json;
}

/**
 * Computes the version of a record from the record alone: a hash of the hashes of its parts, as
 * docs/adr/0010-the-version-of-a-record-is-a-hash-of-hashes.md defines it.
 *
 * @returns 64 hexadecimal digits
 */
export function recordVersion(record: JsonObject): string {
  const inOrder = partsOf(record).sort((a, b) => compareText(a.id, b.id));
  const buckets = Map.groupBy(inOrder, ({ id }) => Number.parseInt(id.slice(0, 2), 16));
  const hashes = Array.from({ length: BUCKETS }, (_, bucket) =>
    sha256(Buffer.concat((buckets.get(bucket) ?? []).map(partHash))),
  );
  return sha256(Buffer.concat(hashes)).toString("hex");
}

function partsOf(record: JsonObject): Part[] {
  const { record_version: _version, ...metadata } = isJsonObject(record["metadata"]) ? record["metadata"] : {};
  const ofLists = LISTS.flatMap((section) =>
    elementsOf(record[section]).map((content) => ({ section, id: String(jsonAt(content, "id")), content })),
  );
  const ofObjects = OBJECTS.flatMap((section) =>
    membersOf(record[section]).map(([, content]) => ({ section, id: String(jsonAt(content, "id")), content })),
  );
  const states = membersOf(record["list_states"]).map(([list, content]) => ({
    section: "list_states",
    id: itemId("list_states", list),
    content,
  }));
  return [
    ...ofLists,
    ...ofObjects,
    ...states,
    { section: "metadata", id: itemId("metadata", "metadata"), content: metadata },
  ];
}

function elementsOf(value: Json | undefined): Json[] {
  return Array.isArray(value) ? value : [];
}

function membersOf(value: Json | undefined): [string, Json][] {
  return isJsonObject(value) ? Object.entries(value) : [];
}

function partHash({ section, content }: Part): Buffer {
  return sha256(Buffer.from(`${section}\n${jsonbText(content)}`));
}

function sha256(bytes: Buffer): Buffer {
  return createHash("sha256").update(bytes).digest();
}
