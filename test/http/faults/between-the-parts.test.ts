import postgres from "postgres";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { openClinic } from "../../support/clinic.ts";
import { type FaultyWay, openFaultyWay } from "../../support/faulty-way.ts";
import type { ProxyMode } from "../../support/tcp-proxy.ts";

const clinic = openClinic();
let way: FaultyWay;
let token: string;
let encounter: Awaited<ReturnType<typeof clinic.book>>;

beforeAll(async () => {
  way = await openFaultyWay(clinic.state);
  token = await clinic.token("dr-amara");
  encounter = await clinic.book({ patient: (await clinic.newPatient()).name });
  // The stand-in reads the schema at its first call.
  while ((await readHistory()).status !== 200);
});
afterEach(async () => {
  await Promise.all([way.toDataApi.set("pass"), way.toDatabase.set("pass")]);
});
afterAll(async () => {
  await way.close();
  await clinic.close();
});

const readHistory = () => way.call("get-patient-history", token, { patientId: encounter.patientId });
const snap = () => way.call("create-context-snapshot", token, { encounter_id: encounter.id });
/** Of one process of a function, at the Data API. */
const SLOTS = 5;
const UNAVAILABLE = { status: 503, code: "DATABASE_UNAVAILABLE", retryAfter: "5" };

const FAULTS: [id: string, where: "toDataApi" | "toDatabase", mode: ProxyMode][] = [
  ["D01 refuses connections", "toDataApi", "refuse"],
  ["D01 refuses connections", "toDatabase", "refuse"],
  ["D02 takes the call and never answers", "toDataApi", "silent"],
  ["D02 takes the call and never answers", "toDatabase", "silent"],
  ["D02 is too slow", "toDataApi", "slow"],
  ["D02 is too slow", "toDatabase", "slow"],
  ["D03 breaks off", "toDataApi", "reset"],
  ["D03 breaks off", "toDatabase", "reset"],
  ["D03 breaks off when the answer comes", "toDataApi", "swallow"],
  ["D03 breaks off when the answer comes", "toDatabase", "swallow"],
];

describe("a function", () => {
  test.each(FAULTS)("%s (%s): answers 503 with Retry-After, and recovers by itself", async (_, where, mode) => {
    expect((await way.untilServed(readHistory)).status).toBe(200);
    await way[where].set(mode);
    expect(await way.hurried(readHistory)).toMatchObject(UNAVAILABLE);
    await way[where].set("pass");
    expect((await way.untilServed(readHistory)).status).toBe(200);
    // No slot is lost and no connection: two functions with all of theirs take all the Data API has.
    const many = await Promise.all(Array.from({ length: 4 * SLOTS }, (_, call) => (call % 2 ? readHistory : snap)()));
    expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
  });
});

test.each(["toDataApi", "toDatabase"] as const)(
  "D02 of bytes that come one by one (%s) none is lost",
  async (where) => {
    const whole = await way.untilServed(readHistory);
    await way[where].set("drip");
    const { status, json } = await readHistory();
    expect({ status, json: { ...json, requestId: null } }).toEqual({
      status: 200,
      json: { ...whole.json, requestId: null },
    });
  },
);

test("D04 calls beyond the function's slots are 503 while those are held, and no queue is left behind", async () => {
  const refused = 20;
  expect((await way.untilServed(readHistory)).status).toBe(200);
  await way.toDataApi.set("silent");
  let answered = 0;
  const { promise: allRefused, resolve } = Promise.withResolvers<void>();
  const calls = Array.from({ length: SLOTS + refused }, async () => {
    const answer = await readHistory();
    if (++answered === refused) resolve();
    return answer;
  });
  await allRefused;
  // Still held, and nothing more than they is at the Data API; who comes now is not let in.
  expect(way.toDataApi.held()).toBe(SLOTS);
  expect(await readHistory()).toMatchObject(UNAVAILABLE);
  expect({ answered, held: way.toDataApi.held() }).toEqual({ answered: refused, held: SLOTS });
  await way.toDataApi.set("pass");
  expect(await Promise.all(calls)).toMatchObject(calls.map(() => UNAVAILABLE));
  expect(way.lines.filter((line) => line.includes("rpc 503 NO_SLOT"))).toHaveLength(refused + 1);
  expect((await way.untilServed(readHistory)).status).toBe(200);
  const many = await Promise.all(Array.from({ length: 20 }, readHistory));
  expect(many.map(({ status }) => status)).toEqual(many.map(() => 200));
});

test("D03 P08 a merge whose answer is lost is there once, and its repeat says so", async () => {
  const noteId = await clinic.writeNote(encounter, {});
  const merge = () =>
    way.call("update-patient-medical-record", token, { soapNoteId: noteId, patientId: encounter.patientId });
  await way.untilServed(readHistory);
  await way.toDataApi.set("swallow");
  expect(await way.hurried(merge)).toMatchObject(UNAVAILABLE);
  await way.toDataApi.set("pass");
  const repeated = await way.untilServed(merge);
  expect(repeated).toMatchObject({ status: 200, json: { data: { replayed: true, totalVisits: 1 } } });
  expect(await clinic.sql`select from public.soap_note_merges where soap_note_id = ${noteId}`).toHaveLength(1);
});

describe("while another session holds the patient's record, a merge", () => {
  type Merge = () => ReturnType<FaultyWay["call"]>;

  async function whileHeld(work: (session: postgres.Sql, merge: Merge) => Promise<void>): Promise<string> {
    const patient = await clinic.newPatient();
    const own = await clinic.book({ patient: patient.name });
    const noteId = await clinic.writeNote(own, {});
    const url = new URL(clinic.state.dbUrl);
    url.username = "supabase_admin";
    const session = postgres(url.href, { max: 1, onnotice: () => undefined });
    try {
      await session`begin`;
      await session`set deadlock_timeout = '60s'`;
      await session`select from public.patient_profiles where user_id = ${patient.userId} for update`;
      await work(session, () =>
        way.call("update-patient-medical-record", token, { soapNoteId: noteId, patientId: patient.userId }),
      );
      return noteId;
    } finally {
      await session.end();
    }
  }

  /** The same, and at its end there is one merge and one answer on record. */
  async function heldRecord(work: (session: postgres.Sql, merge: Merge) => Promise<void>): Promise<void> {
    const noteId = await whileHeld(work);
    const merges = await clinic.sql`select from public.soap_note_merges where soap_note_id = ${noteId}`;
    const answered = await clinic.sql`
      select from audit.events where object_id = ${noteId} and rpc = 'merge_soap_into_cumulative_record'`;
    expect({ merges: merges.length, answered: answered.length }).toEqual({ merges: 1, answered: 1 });
  }

  test("D04 that comes with many others leaves connections to the other functions", async () => {
    await whileHeld(async (session, merge) => {
      const waiting = () => clinic.sql`
        select from pg_stat_activity where application_name = ${way.applicationName} and wait_event_type = 'Lock'`;
      const merges = Promise.all(Array.from({ length: 30 }, merge));
      while ((await waiting()).length < SLOTS);
      expect((await readHistory()).status).toBe(200);
      expect((await waiting()).length).toBeLessThanOrEqual(SLOTS);
      await session`rollback`;
      expect(new Set([200, 503, ...(await merges).map(({ status }) => status)])).toEqual(new Set([200, 503]));
      expect((await way.untilServed(merge)).status).toBe(200);
    });
  });

  test("D06 waits no longer than the database lets it, does nothing, and passes when repeated", async () => {
    await heldRecord(async (session, merge) => {
      expect(await merge()).toMatchObject(UNAVAILABLE);
      await session`rollback`;
      expect((await way.untilServed(merge)).status).toBe(200);
    });
    expect(way.lines.join("\n")).toContain("55P03");
  });

  test("D07 that meets a deadlock is tried again inside and answered as if nothing had been", async () => {
    await heldRecord(async (session, merge) => {
      const waiting = merge();
      while ((await waitingFor(session)).length === 0);
      // Returns when the merge, which waits longer, was chosen to give way.
      await session`update private.care_relationships set updated_at = now() where provider_id = ${encounter.providerId}`;
      await session`rollback`;
      expect((await waiting).status).toBe(200);
    });
  });

  test("D08 whose backend is ended is 503, and passes when repeated", async () => {
    await heldRecord(async (session, merge) => {
      const waiting = way.hurried(merge);
      await ended(session);
      expect(await waiting).toMatchObject(UNAVAILABLE);
      await session`rollback`;
      expect((await way.untilServed(merge)).status).toBe(200);
    });
  });
});

const waitingFor = (session: postgres.Sql) =>
  session<{ pid: number }[]>`select pid from pg_stat_activity where pg_backend_pid() = any(pg_blocking_pids(pid))`;

/** Ends whoever waits for this session. */
async function ended(session: postgres.Sql): Promise<void> {
  for (let waiting = await waitingFor(session); ; waiting = await waitingFor(session)) {
    for (const { pid } of waiting) await session`select pg_terminate_backend(${pid})`;
    if (waiting.length > 0) return;
  }
}
