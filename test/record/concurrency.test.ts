import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { startDatabase, type TestDatabase } from "../support/start-database.ts";
import { findLostAtOnce } from "./laws/find-lost-at-once.ts";
import { Patient } from "./support/patient.ts";
import { recordRuns } from "./support/record-runs.ts";

const CLIENTS = 16;

let database: TestDatabase;
let patient: Patient;

beforeAll(async () => {
  database = await startDatabase(CLIENTS);
});

afterAll(() => database.stop());

describe("merges at the same time, over connections of their own", () => {
  test("M13: fifty merges of fifty notes of one patient leave all fifty", async () => {
    expect(await findLostAtOnce(database.sql, 50)).toEqual([]);
  });

  test("M12: fifty merges of one note have one effect and forty-nine replays with the same answer", async () => {
    patient = await Patient.create(database.sql);
    const [noteId = ""] = await patient.signNotes(1);
    const answers = await Promise.all(Array.from({ length: 50 }, () => patient.merge(noteId)));

    expect(answers.filter(({ replayed }) => !replayed)).toHaveLength(1);
    expect(new Set(answers.map((answer) => JSON.stringify({ ...answer, replayed: true }))).size).toBe(1);
    expect(await patient.mergedNotes()).toBe(1);
  });

  test("M14: merges of many patients, shuffled, do not get in each other's way", async () => {
    const size = recordRuns(6, 50);
    const patients = await Promise.all(Array.from({ length: size }, () => Patient.create(database.sql)));
    const calls = await Promise.all(
      patients.map(async (one) => (await one.signNotes(size)).map((noteId) => ({ one, noteId }))),
    );
    // Neighbours in the queue are of any patient, so that some wait for each other and some do not.
    const shuffled = calls.flat().sort((a, b) => (a.noteId < b.noteId ? -1 : 1));
    await Promise.all(shuffled.map(({ one, noteId }) => one.merge(noteId)));

    for (const one of patients) {
      expect(await one.record()).toMatchObject({ metadata: { total_visits: size }, allergies: { length: size } });
      expect(await one.isLikeRebuild()).toBe(true);
    }
  });

  test("M15: every change of address meanwhile survives, and so does every merge", async () => {
    patient = await Patient.create(database.sql);
    const noteIds = await patient.signNotes(10);
    const move = async () => {
      for (const [number] of noteIds.entries()) {
        await database.sql`
          update public.patient_profiles set address = coalesce(address, '') || ${`${number} `}
          where user_id = ${patient.id}`;
      }
    };
    await Promise.all([move(), ...noteIds.map((noteId) => patient.merge(noteId))]);

    const [profile] = await database.sql`
      select address from public.patient_profiles where user_id = ${patient.id}`;
    expect(profile).toEqual({ address: "0 1 2 3 4 5 6 7 8 9 " });
    expect(await patient.record()).toMatchObject({ metadata: { total_visits: 10 }, allergies: { length: 10 } });
  });

  test("M16: readers meanwhile see a record of before or of after, never half of one", async () => {
    patient = await Patient.create(database.sql);
    const seen: Awaited<ReturnType<Patient["record"]>>[] = [];
    let isMerging = true;
    const readers = Array.from({ length: 4 }, async () => {
      while (isMerging) seen.push(await patient.record());
    });
    for (let visit = 0; visit < 5; visit += 1) {
      // Two notes become visible with one signature each and are merged together.
      const [noteId = ""] = await patient.signNotes(2);
      await patient.merge(noteId);
    }
    isMerging = false;
    await Promise.all(readers);

    seen.push(await patient.record());
    for (const { metadata, allergies } of seen) {
      const sources = metadata?.source_soap_notes.length ?? 0;
      expect(sources % 2, "notes merged together are seen together").toBe(0);
      expect(metadata?.total_visits ?? 0).toBe(sources);
      expect(allergies).toHaveLength(Math.min(sources, 2));
    }
  });

  test("M29, M32: a merge that is stopped half way leaves nothing, and the next one completes", async () => {
    patient = await Patient.create(database.sql);
    const [noteId = ""] = await patient.signNotes(1);
    const stopped = database.sql.begin(async (transaction) => {
      await transaction`select tests.merge(${noteId}, p_patient_id => ${patient.id})`;
      await transaction`set local statement_timeout = '1ms'`;
      await transaction`select pg_sleep(10)`;
    });
    await expect(stopped).rejects.toMatchObject({ code: "57014" });
    expect(await patient.mergedNotes()).toBe(0);
    expect(await patient.record()).toEqual({ allergies: [] });

    expect(await patient.merge(noteId)).toMatchObject({ replayed: false });
    expect(await patient.mergedNotes()).toBe(1);
  });

  test("M26: a merge that cannot read what the notes say fails whole, and the next one completes", async () => {
    patient = await Patient.create(database.sql);
    const [noteId = ""] = await patient.signNotes(1);
    const unreadable = database.sql.begin(async (transaction) => {
      await transaction`alter table private.record_assertions rename to gone`;
      await transaction`select tests.merge(${noteId}, p_patient_id => ${patient.id})`;
    });
    await expect(unreadable).rejects.toMatchObject({ code: "42P01" });
    expect(await patient.mergedNotes()).toBe(0);
    expect(await patient.record()).toEqual({ allergies: [] });
    expect(await patient.merge(noteId)).toMatchObject({ replayed: false, totalVisits: 1 });
  });
});
