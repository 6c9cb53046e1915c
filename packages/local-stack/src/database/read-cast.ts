import type { Sql } from "postgres";
import { z } from "zod";
import { Encounter, type StackState } from "../state/stack-state.ts";

const Person = z.object({ uid: z.string(), userId: z.uuid(), role: z.string() });

/**
 * Reads who and what the seed put into the database, for the state file.
 *
 * @param sql - a connection as the owner of the migrations
 * @returns people by name, a person's uid without its `-uid`, and the encounters that are still open; nobody where no tables are yet
 */
export async function readCast(sql: Sql): Promise<Pick<StackState, "personas" | "encounters">> {
  const [ready] = await sql`select to_regclass('public.video_call_sessions') is not null as found`;
  if (ready?.["found"] !== true) return { personas: {}, encounters: [] };
  const people = z.array(Person).parse(
    await sql`
      select u.firebase_uid as uid, u.id as "userId",
        case when p.user_id is not null then 'provider' else 'patient' end as role
      from public.users u left join public.medical_provider_profiles p on p.user_id = u.id
      order by u.firebase_uid`,
  );
  const encounters = z.array(Encounter).parse(
    await sql`
      select id, appointment_id as "appointmentId", provider_id as "providerId", patient_id as "patientId"
      from public.video_call_sessions
      where encounter_status not in ('soap_signed', 'closed')
      order by created_at, id`,
  );
  return { personas: Object.fromEntries(people.map((one) => [one.uid.replace(/-uid$/, ""), one])), encounters };
}
