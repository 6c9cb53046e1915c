import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { mintToken, type StackState, startStack } from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { z } from "zod";
import { rounded } from "./statistics.ts";

const WRITERS = [8, 50] as const;
const CALLS_PER_WRITER = 20;

/** What authorisation, limit and audit cost, beside the same work ending in one committed write. */
export interface AccessFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  /** As multiples of the floor's. */
  readonly p50Times?: number;
  readonly p95Times?: number;
}

/**
 * Measures the history RPC beside its own work without authorisation, limit and audit, which ends in one committed
 * write instead: in SQL and over HTTP, in turns, on a stack of its own that is as durable as production.
 *
 * @param rootDir - the repository's root
 * @param rounds - how many hundred calls of each
 * @param progress - hears a line per part
 * @returns the figures, and how much more fifty writers at once put on record than eight
 */
export async function benchAccess(
  rootDir: string,
  rounds: number,
  progress: (line: string) => void,
): Promise<{ figures: Record<string, AccessFigures>; throughput: Record<string, number> }> {
  const folder = await mkdtemp(join(tmpdir(), "bench-access-"));
  const stack = await startStack({ rootDir: folder, supabaseDir: join(rootDir, "supabase"), functionsDir: "none" });
  const sql = postgres(stack.state.dbUrl, { max: Math.max(...WRITERS), onnotice: () => undefined });
  try {
    await sql.unsafe(FLOOR);
    const token = await mintToken(folder, "dr-amara");
    const patientId = stack.state.personas["alice"]?.userId ?? "";
    progress("the history in SQL …");
    const inSql = await inTurns(rounds * 100, (rpc) => callInSql(sql, rpc, patientId));
    progress("the history over HTTP …");
    const overHttp = await inTurns(rounds * 100, (rpc) => callOverHttp(stack.state, token, rpc, patientId));
    const rates: number[] = [];
    for (const writers of WRITERS) {
      progress(`${writers} writers at once …`);
      rates.push(await callsPerSecond(writers, () => callInSql(sql, "get_patient_history", patientId)));
    }
    const [few = Number.NaN, many = Number.NaN] = rates;
    return {
      figures: { ...named("in SQL", inSql), ...named("over HTTP", overHttp) },
      throughput: {
        "8 clients, calls/s": rounded(few),
        "50 clients, calls/s": rounded(many),
        ratio: rounded(many / few),
      },
    };
  } finally {
    await sql.end();
    await stack.stop();
    await rm(folder, { recursive: true, force: true });
  }
}

/** The same work without authorisation, limit and audit, and one row of three columns in the place of all that. */
const FLOOR = `
  delete from private.rate_limits where rpc <> 'get_patient_history';
  update private.rate_limits set max_calls = 100000, period = '1 second';
  create table private.bench_writes (id bigint generated always as identity primary key, patient_id uuid, at timestamptz);
  create function private.bench_floor(p_patient_id uuid) returns jsonb
  language plpgsql volatile security definer set search_path = '' as $$
  declare v_record jsonb := private.read_record(p_patient_id);
  begin
    insert into private.bench_writes (patient_id, at) values (p_patient_id, clock_timestamp());
    return jsonb_build_object(
        'hasHistory', (v_record #>> '{metadata,total_visits}')::integer > 0,
        'patientData', private.history_patient_data(p_patient_id, null, v_record), 'record', v_record
      ) || private.history_past_notes(p_patient_id, null);
  end; $$;
  create function public.bench_floor(p_patient_id uuid) returns jsonb
  language sql volatile security invoker set search_path = '' as $$ select private.bench_floor(p_patient_id) $$;
  grant execute on function private.bench_floor(uuid), public.bench_floor(uuid) to authenticated`;

type Rpc = "get_patient_history" | "bench_floor";
const History = z.object({ hasHistory: z.literal(true) });

async function inTurns(calls: number, call: (rpc: Rpc) => Promise<number>): Promise<Record<Rpc, number[]>> {
  const timesMs: Record<Rpc, number[]> = { get_patient_history: [], bench_floor: [] };
  for (let number = -20; number < calls; number++) {
    for (const rpc of ["get_patient_history", "bench_floor"] as const) {
      const tookMs = await call(rpc);
      // The first ones plan, cache and connect.
      if (number >= 0) timesMs[rpc].push(tookMs);
    }
  }
  return timesMs;
}

async function callInSql(sql: postgres.Sql, rpc: Rpc, patientId: string): Promise<number> {
  const startedMs = performance.now();
  const answer = await sql.begin(async (request) => {
    await request`select set_config('request.jwt.claims', ${CLAIMS}, true), set_config('role', 'authenticated', true)`;
    return (await request`select public.${request(rpc)}(${patientId}) as answer`)[0]?.["answer"];
  });
  History.parse(answer);
  return performance.now() - startedMs;
}

const CLAIMS = JSON.stringify({
  ...{ iss: "https://securetoken.google.com/patient-medical-history-local", aud: "patient-medical-history-local" },
  ...{ sub: "dr-amara-uid", role: "authenticated", auth_time: Math.floor(Date.now() / 1000) },
});

async function callOverHttp(state: StackState, token: string, rpc: Rpc, patientId: string): Promise<number> {
  const startedMs = performance.now();
  const response = await fetch(`${state.apiUrl}/rest/v1/rpc/${rpc}`, {
    method: "POST",
    headers: { apikey: state.publishableKey, authorization: `Bearer ${token}`, "content-type": "application/json" },
    body: JSON.stringify({ p_patient_id: patientId }),
  });
  History.parse(await response.json());
  return performance.now() - startedMs;
}

async function callsPerSecond(writers: number, call: () => Promise<number>): Promise<number> {
  const startedMs = performance.now();
  await Promise.all(
    Array.from({ length: writers }, async () => {
      for (let number = 0; number < CALLS_PER_WRITER; number++) await call();
    }),
  );
  return (1000 * writers * CALLS_PER_WRITER) / (performance.now() - startedMs);
}

function named(where: string, timesMs: Record<Rpc, readonly number[]>): Record<string, AccessFigures> {
  const floor = { p50Ms: percentile(timesMs.bench_floor, 0.5), p95Ms: percentile(timesMs.bench_floor, 0.95) };
  const rpc = {
    p50Ms: percentile(timesMs.get_patient_history, 0.5),
    p95Ms: percentile(timesMs.get_patient_history, 0.95),
  };
  const times = { p50Times: rpc.p50Ms / floor.p50Ms, p95Times: rpc.p95Ms / floor.p95Ms };
  return { [`floor ${where}`]: roundedAll(floor), [`RPC ${where}`]: roundedAll({ ...rpc, ...times }) };
}

function percentile(values: readonly number[], share: number): number {
  return [...values].sort((one, other) => one - other)[Math.floor(values.length * share)] ?? Number.NaN;
}

const roundedAll = (figures: AccessFigures): AccessFigures => ({
  ...figures,
  ...Object.fromEntries(Object.entries(figures).map(([name, value]) => [name, rounded(value)])),
});
