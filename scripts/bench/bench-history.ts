import postgres from "postgres";
import { z } from "zod";
import { startScratchServer } from "../schema/start-scratch-server.ts";
import { median, rounded } from "./statistics.ts";

const PROJECT = "bench-clinic";
const SIZES = [1_000, 10_000, 100_000] as const;
const PATIENTS_PER_PROVIDER = 100;
const MEASURED_PATIENTS = 50;

/** How long the history RPC takes among so many patients. */
export interface HistoryFigures {
  readonly p50Ms: number;
  /** As a multiple of the smallest size's. */
  readonly timesFirst: number;
}

/**
 * Measures `get_patient_history` as a provider, in a database of each size. Every patient has two bookings, an encounter
 * and a signed note. The sizes take turns, question by question, so that their ratio holds on a noisy machine.
 *
 * @param rootDir - The repository's root.
 * @param rounds - How often each of the measured patients is asked for at each size.
 * @param progress - Hears a line per size that is made, and one when asking begins.
 */
export async function benchHistory(
  rootDir: string,
  rounds: number,
  progress: (line: string) => void,
): Promise<Record<string, HistoryFigures>> {
  const server = await startScratchServer(rootDir);
  const clinics: Clinic[] = [];
  try {
    for (const size of SIZES) {
      progress(`making ${size} patients …`);
      clinics.push(await makeClinic((await server.create({ from: "migrations" })).url, size));
    }
    progress("asking …");
    const timesMs = clinics.map((): number[] => []);
    for (let round = 0; round <= rounds; round++) {
      for (let patient = 0; patient < MEASURED_PATIENTS; patient++) {
        for (const [index, clinic] of clinics.entries()) {
          const elapsedMs = await askFor(clinic, patient);
          // The first round merges what nobody merged yet.
          if (round > 0) timesMs[index]?.push(elapsedMs);
        }
      }
    }
    const p50s = timesMs.map(median);
    return Object.fromEntries(
      SIZES.map((size, index) => {
        const p50Ms = p50s[index] ?? Number.NaN;
        const timesFirst = p50Ms / (p50s[0] ?? Number.NaN);
        return [`${size} patients`, { p50Ms: rounded(p50Ms), timesFirst: rounded(timesFirst) }];
      }),
    );
  } finally {
    await Promise.all(clinics.map(({ sql }) => sql.end()));
    await server.stop();
  }
}

/** A database of one size, and the patients that are asked for. */
type Clinic = { readonly sql: postgres.Sql; readonly patientIds: readonly string[] };

async function makeClinic(url: string, size: number): Promise<Clinic> {
  const sql = postgres(url, { max: 1, onnotice: () => undefined });
  await sql`insert into private.firebase_project (project_id) values (${PROJECT})`;
  // Asked more often than a person may.
  await sql`delete from private.rate_limits`;
  await fill(sql, size);
  // What autovacuum would do while somebody asks.
  await sql`vacuum analyze`;
  const asked = await sql<{ id: string }[]>`
    select id from public.users
    where firebase_uid in (select 'patient-' || number from generate_series(0, ${MEASURED_PATIENTS - 1}) as numbers (number))`;
  return { sql, patientIds: asked.map(({ id }) => id) };
}

async function askFor({ sql, patientIds }: Clinic, patient: number): Promise<number> {
  const claims = JSON.stringify({
    ...{ iss: `https://securetoken.google.com/${PROJECT}`, aud: PROJECT, sub: "provider-0" },
    ...{ role: "authenticated", auth_time: Math.floor(Date.now() / 1000) },
  });
  return sql.begin(async (request) => {
    await request`select set_config('request.jwt.claims', ${claims}, true), set_config('role', 'authenticated', true)`;
    const startedMs = performance.now();
    const [row] = await request`select public.get_patient_history(${patientIds[patient] ?? null}) as answer`;
    const elapsedMs = performance.now() - startedMs;
    z.object({ hasHistory: z.literal(true) }).parse(row?.["answer"]);
    return elapsedMs;
  });
}

async function fill(sql: postgres.Sql, size: number): Promise<void> {
  await sql.begin(async (transaction) => {
    // Relationships are written beside their bookings here: 100,000 times a trigger is not what is measured.
    await transaction`alter table public.appointments disable trigger keep_care_relationship`;
    await transaction`
      create temporary table people on commit drop as
      select number, gen_random_uuid() as id, number / ${PATIENTS_PER_PROVIDER} as team
      from generate_series(0, ${size - 1}::integer) as numbers (number)`;
    await transaction`
      create temporary table providers on commit drop as
      select team, gen_random_uuid() as id from (select distinct team from people) as teams`;
    await transaction`insert into public.users (id, firebase_uid) select id, 'provider-' || team from providers`;
    await transaction`
      insert into public.medical_provider_profiles (user_id, display_name, approved_at)
      select id, 'Dr. Example', now() from providers`;
    await transaction`insert into public.users (id, firebase_uid) select id, 'patient-' || number from people`;
    await transaction`insert into public.patient_profiles (user_id) select id from people`;
    await transaction`
      create temporary table bookings on commit drop as
      select gen_random_uuid() as id, gen_random_uuid() as encounter_id, people.id as patient_id, providers.id as provider_id, visit
      from people join providers using (team) cross join generate_series(1, 2) as visits (visit)`;
    await transaction`
      insert into public.appointments (id, patient_id, provider_id, scheduled_start)
      select id, patient_id, provider_id, now() from bookings`;
    await transaction`
      insert into private.care_relationships (provider_id, patient_id, state)
      select provider_id, patient_id, 'live' from bookings where visit = 1`;
    await transaction`
      insert into public.video_call_sessions (id, appointment_id, patient_id, provider_id)
      select encounter_id, id, patient_id, provider_id from bookings where visit = 1`;
    await transaction`
      insert into public.soap_notes
        (encounter_id, appointment_id, patient_id, provider_id, status, signed_at, signed_by, encounter_at, content_sha256, meta)
      select encounter_id, id, patient_id, provider_id, 'signed', now(), provider_id, now(), repeat('0', 64),
        private.parse_soap_meta('{}')
      from bookings where visit = 1`;
    await transaction`alter table public.appointments enable trigger keep_care_relationship`;
  });
}
