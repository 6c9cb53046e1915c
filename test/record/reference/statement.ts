import type { JsonObject } from "./json.ts";
import type { SignedNote } from "./signed-note.ts";
import { utcText } from "./utc-text.ts";

/** What one row of one signed note says about one item of the record. */
export interface Statement<Facts = unknown> {
  /** Identity of the item within its section. */
  readonly key: string;
  readonly note: SignedNote;
  /** 0 what the patient reported, 1 what the clinician decided. */
  readonly stage: 0 | 1;
  /** Place of the row in its table of the note, from 1. */
  readonly place: number;
  /** The values to show, as the note has them. */
  readonly fields: Readonly<Record<string, string | null>>;
  /** What the rules made of them and nobody is shown. */
  readonly facts: Facts;
}

/** Orders statements as the record does: encounter time, note id, reported before decided, place in the note. */
export function compareStatements(a: Statement, b: Statement): number {
  return compareNotes(a.note, b.note) || a.stage - b.stage || a.place - b.place;
}

/** Orders notes as the record does: encounter time, then note id. */
export function compareNotes(a: SignedNote, b: SignedNote): number {
  return Date.parse(a.encounterAt) - Date.parse(b.encounterAt) || compareText(a.id, b.id);
}

/** Compares by code unit, as no locale would. */
export function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}

/** Where a value of the record comes from. */
export function mark({ id, encounterAt, signedBy }: SignedNote): JsonObject {
  return { soap_note_id: id, encounter_at: utcText(encounterAt), signed_by: signedBy };
}

/** @returns whether a value says anything at all */
export function isStated(value: string | null | undefined): value is string {
  return value !== null && value !== undefined && /\S/.test(value);
}
