import { itemId } from "./item-id.ts";
import type { JsonObject } from "./json.ts";
import { jsonbText } from "./jsonb-text.ts";
import { compareText } from "./statement.ts";

/** One side of a conflict: what was said about which item, and where. */
export interface Side extends JsonObject {
  readonly item_id: string;
}

/** An open question of the record; its id comes from its content, so it stays while the sides do. */
export function conflict(kind: string, section: string, field: string | null, sides: readonly Side[]): JsonObject {
  return {
    id: itemId("conflicts", jsonbText([kind, section, field, sides])),
    kind,
    section,
    field,
    item_ids: [...new Set(sides.map(({ item_id }) => item_id))].sort(compareText),
    sides,
  };
}
