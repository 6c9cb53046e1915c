import { randomUUID } from "node:crypto";
import postgres from "postgres";
import { z } from "zod";

// A process of its own, so that nothing the driver does when its server is gone can touch the test. It signs and merges
// notes without a pause and says on stdout what it calls and what was acknowledged; that pipe is written synchronously.
const { url, patientIds, clients } = z
  .object({ url: z.string(), patientIds: z.array(z.uuid()), clients: z.int() })
  .parse(JSON.parse(process.argv[2] ?? ""));
const sql = postgres(url, { max: clients, onnotice: () => {} });

await Promise.all(
  Array.from({ length: clients }, async (_, client) => {
    for (let turn = client; ; turn += 1) {
      const patientId = patientIds[turn % patientIds.length] ?? "";
      const noteId = randomUUID();
      // An allergen of its own, so that a lost note is an entry that is missing.
      const items = JSON.stringify({ subjective_allergies: [{ allergen: `Allergen ${noteId}` }] });
      say("called", patientId, noteId);
      await sql`select tests.signed_note(${patientId}, now(), ${items}::text::jsonb, ${noteId})`;
      // One transaction, as the Data API makes of a call: its commit is what the client hears of.
      await sql.begin((transaction) => transaction`select tests.merge(${noteId}, p_patient_id => ${patientId})`);
      say("acknowledged", patientId, noteId);
    }
  }),
);

function say(...words: string[]): void {
  process.stdout.write(`${words.join(" ")}\n`);
}
