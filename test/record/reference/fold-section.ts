import type { JsonObject } from "./json.ts";

/** What a section of lists gives to the record: its items, and what is open about them. */
export interface Section {
  readonly items: readonly JsonObject[];
  readonly conflicts: readonly JsonObject[];
}
