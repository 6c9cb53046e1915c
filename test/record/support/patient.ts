import { randomUUID } from "node:crypto";
import type postgres from "postgres";
import { z } from "zod";

const MergeAnswer = z.object({
  soapNoteId: z.string(),
  totalVisits: z.int(),
  replayed: z.boolean(),
  updatedRecord: z.unknown(),
  changes: z.unknown(),
});
const Record = z.looseObject({
  allergies: z.array(z.looseObject({ allergen: z.string() })).default([]),
  metadata: z.looseObject({ total_visits: z.int(), source_soap_notes: z.array(z.string()) }).optional(),
});

/** A patient of a test's own, whose notes name an allergen each: a note that was lost is an entry that is missing. */
export class Patient {
  readonly id = randomUUID();
  readonly #sql: postgres.Sql;

  /** @param sql - a pool of the owner of the schema; calls made at once go over connections of their own */
  constructor(sql: postgres.Sql) {
    this.#sql = sql;
  }

  /** Makes a patient with an empty record. */
  static async create(sql: postgres.Sql): Promise<Patient> {
    const patient = new Patient(sql);
    await sql`select tests.new_patient(${patient.id})`;
    return patient;
  }

  /** Signs notes of one visit a day; answers their ids in the order of the record. */
  async signNotes(count: number): Promise<string[]> {
    const rows = await this.#sql`
      select tests.signed_note(
        ${this.id}, '2026-01-01T10:00Z'::timestamptz + visit * interval '1 day',
        jsonb_build_object('subjective_allergies', jsonb_build_array(jsonb_build_object('allergen', 'Allergen ' || visit)))
      ) as id
      from generate_series(1, ${count}::int) as visit`;
    return rows.map((row) => String(row["id"]));
  }

  /** Merges a note through the front door, in a transaction of its own. */
  async merge(noteId: string): Promise<z.infer<typeof MergeAnswer>> {
    return await this.#sql.begin(async (transaction) => {
      const [row] = await transaction`select tests.merge(${noteId}, p_patient_id => ${this.id}) as answer`;
      return MergeAnswer.parse(row?.["answer"]);
    });
  }

  /** The record as it is stored; lists are empty before the first merge. */
  async record(): Promise<z.infer<typeof Record>> {
    const [row] = await this.#sql`
      select cumulative_medical_record as record from public.patient_profiles where user_id = ${this.id}`;
    return Record.parse(row?.["record"]);
  }

  /** Whether the record is what a rebuild from the notes gives. */
  async isLikeRebuild(): Promise<boolean> {
    const [row] = await this.#sql`
      select cumulative_medical_record = private.fold_record(user_id) as equal
      from public.patient_profiles where user_id = ${this.id}`;
    return row?.["equal"] === true;
  }

  /** How many of the patient's notes the merge ledger has. */
  async mergedNotes(): Promise<number> {
    return (await this.#sql`select from public.soap_note_merges where patient_id = ${this.id}`).length;
  }
}
