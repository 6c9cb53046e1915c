import { randomUUID } from "node:crypto";
import { mintToken } from "@patient-medical-history/local-stack";
import type postgres from "postgres";
import { inject } from "vitest";
import { z } from "zod";
import { startFunctionLife } from "../../support/function-life.ts";
import { startDataApi } from "../../support/start-data-api.ts";
import { startDatabase } from "../../support/start-database.ts";
import { startTcpProxy } from "../../support/tcp-proxy.ts";
import type { MergeCall } from "./merge-load.ts";

const SLUG = "update-patient-medical-record";
const CONNECTIONS = 4;
const Merged = z.object({ success: z.literal(true), data: z.object({ soapNoteId: z.uuid() }) });

/** A signed note that is not merged yet. */
export type SignedNote = Omit<MergeCall, "outcome">;

/** A part that may be killed. */
export type Part = "function" | "Data API";

/** The way of a merge, on a database of its own: the function as it is deployed, and a Data API, each one process. */
export interface CrashWay {
  /** Logs in as the owner of the schema. */
  readonly sql: postgres.Sql;
  /** Signs so many notes of one new patient. */
  readonly sign: (count: number) => Promise<SignedNote[]>;
  /** Merges a note as its provider's app does. */
  readonly merge: (note: SignedNote) => Promise<MergeCall>;
  /** `kill -9` of the part's process. */
  readonly kill: (part: Part) => Promise<void>;
  /** Puts a new process in the place of the killed one. */
  readonly replace: (part: Part) => Promise<void>;
  readonly stop: () => Promise<void>;
}

/** Starts both parts; neither has been called yet. */
export async function startCrashWay(): Promise<CrashWay> {
  const server = inject("scratchServer");
  const token = await mintToken(inject("scratchRoot"), "dr-amara-uid");
  const database = await startDatabase(CONNECTIONS);
  const serveApi = () => startDataApi({ ...server, dbUrl: database.url });
  let api = await serveApi();
  // The function's address of the Data API stays, whichever process answers there.
  const place = { port: api.port };
  const proxy = await startTcpProxy(place);
  const serveFunction = () => startFunctionLife(SLUG, { ...server, apiUrl: `http://127.0.0.1:${proxy.port}` });
  let life = await serveFunction();

  return {
    sql: database.sql,
    async sign(count) {
      const patientId = randomUUID();
      const rows = await database.sql<{ note_id: string }[]>`
        with new_patient as materialized (select tests.new_patient(${patientId}) as id)
        select tests.signed_note(
            new_patient.id, now(), jsonb_build_object('subjective_allergies', jsonb_build_array(
              jsonb_build_object('allergen', 'Allergen ' || note_id))), note_id) as note_id
        from new_patient cross join (select gen_random_uuid() as note_id from generate_series(1, ${count})) as note`;
      return rows.map(({ note_id }) => ({ patientId, noteId: note_id }));
    },
    async merge({ patientId, noteId }) {
      const headers = { "x-firebase-token": token, "content-type": "application/json" };
      const body = JSON.stringify({ soapNoteId: noteId, patientId });
      const response = await fetch(life.url, { method: "POST", headers, body }).catch(() => null);
      const answer: unknown = await response?.json().catch(() => null);
      // Whatever is no answer of the function leaves open what became of the merge.
      return { patientId, noteId, outcome: Merged.safeParse(answer).success ? "acknowledged" : "indeterminate" };
    },
    kill: (part) => (part === "function" ? life : api).kill(),
    async replace(part) {
      if (part === "function") {
        life = await serveFunction();
      } else {
        api = await serveApi();
        place.port = api.port;
      }
    },
    async stop() {
      await Promise.all([life.kill(), api.kill()]);
      await proxy.close();
      await database.stop();
    },
  };
}
