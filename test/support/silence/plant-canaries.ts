import { readFile } from "node:fs/promises";
import { join } from "node:path";
import postgres from "postgres";
import { CANARY_BIRTHDAY, CANARY_PHONE, canaryWord } from "./canary.ts";

/** How many patients a stack of the suite has beside those its tests make. */
export const PLANTED_PATIENTS = 500;

/**
 * Plants patients of whom every field is a canary, cared for by a provider of their own, `dr-canary-uid`; and gives the
 * seed's people canaries where no test looks. Planted once in a database.
 *
 * @param dbUrl - logs in as the owner of the schema
 */
export async function plantCanaries(dbUrl: string): Promise<void> {
  const script = await readFile(join(import.meta.dirname, "plant-canaries.sql"), "utf8");
  const sql = postgres(dbUrl, { max: 1, onnotice: () => undefined });
  const settings = {
    "canary.patients": String(PLANTED_PATIENTS),
    "canary.word": canaryWord("planted"),
    "canary.phone": CANARY_PHONE,
    "canary.birthday": CANARY_BIRTHDAY,
  };
  try {
    await sql.begin(async (transaction) => {
      if ((await transaction`select from public.users where firebase_uid = 'dr-canary-uid'`).length > 0) return;
      for (const [name, value] of Object.entries(settings))
        await transaction`select set_config(${name}, ${value}, true)`;
      await transaction.unsafe(script);
    });
  } finally {
    await sql.end();
  }
}
