import postgres from "postgres";
import { z } from "zod";
import { Encounter, type StackState } from "../state/stack-state.ts";

/** A booking, as the clinic's booking system would take it. */
export interface Booking {
  /** A provider's persona name, such as `dr-amara`. */
  readonly provider: string;
  /** A patient's persona name, such as `alice`. */
  readonly patient: string;
  readonly chiefComplaint?: string;
  /** Now by default. */
  readonly scheduledStart?: Date;
}

/** A booked encounter and the ids under which its people join the call; `other` is anybody else in the room. */
export interface BookedEncounter extends Encounter {
  readonly attendees: Readonly<Record<"provider" | "patient" | "other", string>>;
}

/**
 * Books a video call between two personas: an appointment, its encounter, and who is who in the call. The database is
 * written as its owner, because no client may book.
 *
 * @param state - the running stack
 * @param booking - who, when and why
 * @throws Error when a name is no persona of the stack
 * @example
 * const { id } = await bookEncounter(state, { provider: "dr-amara", patient: "alice", chiefComplaint: "Cough" });
 */
export async function bookEncounter(state: StackState, booking: Booking): Promise<BookedEncounter> {
  const sql = postgres(state.dbUrl, { max: 1, onnotice: () => {} });
  try {
    return await insertEncounter(sql, state.personas, booking);
  } finally {
    await sql.end();
  }
}

/**
 * Books a video call as {@link bookEncounter} does, over a connection that is open already.
 *
 * @param sql - logs in as the owner of the schema
 * @param personas - whom the booking may name
 * @param booking - who, when and why
 * @throws Error when a name is none of the personas
 */
export async function insertEncounter(
  sql: postgres.Sql,
  personas: StackState["personas"],
  booking: Booking,
): Promise<BookedEncounter> {
  const providerId = userIdOf(personas, booking.provider);
  const patientId = userIdOf(personas, booking.patient);
  const start = booking.scheduledStart ?? new Date();
  return await sql.begin(async (transaction) => {
    const [appointment] = z.tuple([z.object({ id: z.uuid() })]).parse(
      await transaction`
        insert into public.appointments (patient_id, provider_id, chief_complaint, scheduled_start)
        values (${patientId}, ${providerId}, ${booking.chiefComplaint ?? null}, ${start})
        returning id`,
    );
    const [encounter] = z.tuple([Encounter]).parse(
      await transaction`
        insert into public.video_call_sessions (appointment_id, patient_id, provider_id)
        values (${appointment.id}, ${patientId}, ${providerId})
        returning id, appointment_id as "appointmentId", provider_id as "providerId", patient_id as "patientId"`,
    );
    const attendees = {
      provider: `attendee-${providerId}`,
      patient: `attendee-${patientId}`,
      other: "attendee-other",
    };
    const rows = Object.entries(attendees).map(([speaker_role, attendee_id]) => ({
      encounter_id: encounter.id,
      attendee_id,
      speaker_role,
    }));
    await transaction`insert into public.video_call_attendees ${transaction(rows)}`;
    return { ...encounter, attendees };
  });
}

function userIdOf(personas: StackState["personas"], persona: string): string {
  const person = personas[persona];
  if (person === undefined) throw new Error(`Cannot book an encounter: ${persona} is no persona of this stack`);
  return person.userId;
}
