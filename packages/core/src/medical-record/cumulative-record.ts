import { z } from "zod";
import { ListState, RecordList } from "../soap-note/soap-note.ts";

/** An entry of the record: the keys every entry has; the rest is the list's own, and its provenance. */
const Entry = z.looseObject({ id: z.string() });

/**
 * A patient's cumulative record, the projection of their signed notes. Only the keys that clients rely on are named;
 * the shape beyond them is the database's, which is the only writer.
 */
export const CumulativeRecord = z
  .looseObject({
    conditions: z.array(Entry),
    medications: z.array(Entry),
    allergies: z.array(Entry),
    surgical_history: z.array(Entry),
    family_history: z.array(Entry),
    social_history: z.looseObject({}),
    vital_trends: z.looseObject({}),
    conflicts: z.array(z.looseObject({})),
    metadata: z.looseObject({
      total_visits: z.int().min(0),
      source_soap_notes: z.array(z.guid()),
      record_version: z.string(),
    }),
    list_states: z.record(RecordList, z.looseObject({ state: ListState })),
  })
  .meta({ id: "CumulativeRecord" });

/** A patient's cumulative record. */
export type CumulativeRecord = z.infer<typeof CumulativeRecord>;
