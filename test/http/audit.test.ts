import { randomUUID } from "node:crypto";
import { afterAll, describe, expect, test } from "vitest";
import { type CallOptions, openClinic, type Slug } from "../support/clinic.ts";

const clinic = openClinic();
afterAll(clinic.close);

/** The rows of the audit that one request left, oldest first. */
const rowsOf = (requestId: string) =>
  clinic.sql<Record<string, unknown>[]>`
    select actor_uid, actor_id, actor_role, action, rpc, patient_id, object_kind, object_id, outcome, replayed, purpose, source
    from audit.events where request_id = ${requestId} order by id`;

/** Calls a function with a request id of its own; answers the status and what stands in the audit. */
async function callOnRecord(slug: Slug, options: CallOptions) {
  const requestId = randomUUID();
  const { status } = await clinic.call(slug, { ...options, headers: { "x-request-id": requestId } });
  return { status, rows: await rowsOf(requestId) };
}

describe("a call of a function", () => {
  test("U01 U14 that is answered leaves one row that says who, what, whom, why, by way of what", async () => {
    // Nobody else's: whoever reads a record merges what is pending in it.
    const encounter = await clinic.book({ patient: (await clinic.newPatient()).name });
    const actor = { actor_uid: "dr-amara-uid", actor_id: encounter.providerId, actor_role: "provider" };
    const granted = { ...actor, patient_id: encounter.patientId, outcome: "OK", replayed: false, purpose: "TREAT" };
    const as = "dr-amara";

    const read = await callOnRecord("get-patient-history", { as, body: { patientId: encounter.patientId } });
    const history = { action: "R", rpc: "get_patient_history", object_kind: "patient", object_id: encounter.patientId };
    expect(read).toEqual({ status: 200, rows: [{ ...granted, ...history, source: "get-patient-history" }] });

    const taken = await callOnRecord("create-context-snapshot", { as, body: { encounter_id: encounter.id } });
    const snapshot = { action: "C", rpc: "create_context_snapshot", object_kind: "encounter", object_id: encounter.id };
    expect(taken).toEqual({ status: 200, rows: [{ ...granted, ...snapshot, source: "create-context-snapshot" }] });

    const noteId = await clinic.writeNote(encounter, {});
    const body = { soapNoteId: noteId, patientId: encounter.patientId };
    const merge = { action: "U", rpc: "merge_soap_into_cumulative_record", object_kind: "note", object_id: noteId };
    const merged = { ...granted, ...merge, source: "update-patient-medical-record" };
    expect(await callOnRecord("update-patient-medical-record", { as, body })).toEqual({ status: 200, rows: [merged] });
    expect(await callOnRecord("update-patient-medical-record", { as, body })).toEqual({
      status: 200,
      rows: [{ ...merged, replayed: true }],
    });
  });

  test("U02 that is refused leaves one row, with the code and no purpose", async () => {
    const encounter = await clinic.book();
    const refused = {
      outcome: "PATIENT_NOT_FOUND",
      purpose: null,
      actor_uid: "bob-uid",
      patient_id: encounter.patientId,
    };
    const tried = await callOnRecord("get-patient-history", { as: "bob", body: { patientId: encounter.patientId } });
    expect(tried).toMatchObject({ status: 404, rows: [refused] });
    expect(tried.rows).toHaveLength(1);
  });

  test("U02 of the RPC that answers an id is refused in the shape of an error, and leaves one row all the same", async () => {
    const encounter = await clinic.book();
    const amara = await clinic.phone("dr-amara");
    const save = (p_note: object, p_expected_revision = 0) =>
      amara.callRpc("save_soap_note", { p_encounter_id: encounter.id, p_note, p_expected_revision });
    await expect(save({ signature: "me" })).rejects.toThrow("INVALID_REQUEST");
    expect(await save({})).toMatch(/^[0-9a-f-]{36}$/);
    await expect(save({})).rejects.toThrow("REVISION_CONFLICT");
    const refused = await clinic.rpc("save_soap_note", {
      as: "bob",
      body: { p_encounter_id: encounter.id, p_note: {} },
    });
    const message = "Cannot save SOAP note: encounter not found";
    expect(refused).toMatchObject({
      status: 404,
      json: { code: "PT404", message, hint: "SESSION_NOT_FOUND", details: null },
    });
    const rows = await clinic.sql`select rpc, outcome from audit.events where object_id = ${encounter.id} order by id`;
    const outcomes = ["INVALID_REQUEST", "OK", "REVISION_CONFLICT", "SESSION_NOT_FOUND"];
    expect([...rows]).toEqual(outcomes.map((outcome) => ({ rpc: "save_soap_note", outcome })));
  });

  test("U02 Q07 without a token, or with one that is none, never reaches the database", async () => {
    const body = { patientId: randomUUID() };
    expect(await callOnRecord("get-patient-history", { body })).toEqual({ status: 401, rows: [] });
    const requestId = randomUUID();
    const headers = { "x-request-id": requestId, "x-firebase-token": "a.b.c" };
    expect((await clinic.call("get-patient-history", { body, headers })).status).toBe(401);
    expect(await rowsOf(requestId)).toEqual([]);
  });

  test("U01 a draft's beginning is on record as its provider's", async () => {
    const encounter = await clinic.book();
    const body = { sessionId: encounter.id, transcript: "Doctor: How are you?\nPatient: I have had a cough." };
    const { rows } = await callOnRecord("generate-soap-draft-v2", { as: "dr-amara", body });
    const begun = rows.filter(({ rpc }) => rpc === "begin_soap_draft");
    expect(begun).toMatchObject([{ actor_uid: "dr-amara-uid", outcome: "OK", source: "generate-soap-draft-v2" }]);
  });
});

test("U05 a read of a table passes no RPC: its rows are those of row level security, and no row tells of it", async () => {
  const encounter = await clinic.book();
  const requestId = randomUUID();
  const read = async (as: string) => {
    const authorization = `Bearer ${await clinic.token(as)}`;
    const headers = { apikey: clinic.state.publishableKey, authorization, "x-request-id": requestId };
    return (await clinic.send(`/rest/v1/video_call_sessions?select=id&id=eq.${encounter.id}`, "GET", headers)).text;
  };
  expect(await read("dr-okoye")).toBe("[]");
  expect(await read("dr-amara")).toContain(encounter.id);
  expect(await rowsOf(requestId)).toEqual([]);
});

test("U03 U04 where the row cannot be written, nothing is told and nothing is stored: 503", async () => {
  const patient = await clinic.newPatient();
  const encounter = await clinic.book({ patient: patient.name });
  await clinic.sql.unsafe(`
    create function audit.fail_for_test() returns trigger language plpgsql as $$
    begin
      if new.patient_id = '${patient.userId}' then raise exception 'Cannot write'; end if;
      return new;
    end; $$;
    create trigger fail_for_test before insert on audit.events for each row execute function audit.fail_for_test()`);
  try {
    const read = await clinic.call("get-patient-history", { as: patient.name, body: { patientId: patient.userId } });
    expect(read).toMatchObject({ status: 503, code: "DATABASE_UNAVAILABLE" });
    expect(read.headers.get("retry-after")).toBe("5");
    expect(read.text).not.toContain("hasHistory");
    const written = await clinic.call("create-context-snapshot", {
      as: "dr-amara",
      body: { encounter_id: encounter.id },
    });
    expect(written).toMatchObject({ status: 503, code: "DATABASE_UNAVAILABLE" });
    expect(await clinic.sql`select from public.context_snapshots where encounter_id = ${encounter.id}`).toHaveLength(0);
  } finally {
    await clinic.sql.unsafe("drop function audit.fail_for_test() cascade");
  }
});

test("Q01 Q02 over limit, the function and the Data API alike answer 429 with Retry-After, to this person alone", async () => {
  const limit = 20_000;
  const patient = await clinic.newPatient();
  const other = await clinic.newPatient();
  const { sql } = clinic;
  await sql`insert into private.rate_limits (rpc, max_calls, period) values ('get_patient_history', ${limit}, '1 hour')`;
  try {
    // As if they had called all the while, by whatever process: half an hour ago the first, just now the last but one.
    await sql`
      insert into audit.events
        (cluster_id, transaction_id, occurred_at, actor_uid, actor_role, action, rpc, object_kind, outcome, replayed, source)
      select system_identifier, pg_current_xact_id()::text::bigint, now() - (number > 1)::integer * interval '1 second'
        - (number = 1)::integer * interval '30 minutes', ${patient.name}, 'patient', 'R', 'get_patient_history', 'patient',
        'PATIENT_NOT_FOUND', false, 'data-api'
      from generate_series(1, ${limit - 1}) as number, pg_control_system()`;
    const call = (as: typeof patient) =>
      clinic.call("get-patient-history", { as: as.name, body: { patientId: as.userId } });
    expect((await call(patient)).status).toBe(200);
    const limited = await call(patient);
    expect(limited).toMatchObject({ status: 429, code: "RATE_LIMITED" });
    expect(Number(limited.headers.get("retry-after"))).toBeGreaterThan(1700);
    expect(Number(limited.headers.get("retry-after"))).toBeLessThanOrEqual(1800);
    const direct = await clinic.rpc("get_patient_history", {
      as: patient.name,
      body: { p_patient_id: patient.userId },
    });
    expect(direct).toMatchObject({ status: 429, json: { hint: "RATE_LIMITED" } });
    expect(Number(direct.headers.get("retry-after"))).toBeGreaterThan(1700);
    expect((await call(other)).status).toBe(200);
  } finally {
    await sql`delete from private.rate_limits where rpc = 'get_patient_history'`;
  }
});
