import { randomUUID } from "node:crypto";
import {
  type BookedEncounter,
  insertEncounter,
  type MintTokenOptions,
  mintToken,
  type StackState,
} from "@patient-medical-history/local-stack";
import postgres from "postgres";
import { inject } from "vitest";
import { z } from "zod";
import { MobileApp } from "../../scripts/walk/mobile-app.ts";
import { CANARY_BIRTHDAY, CANARY_NAME, CANARY_PHONE, canaryWord, TOLD } from "./silence/canary.ts";

/** The four functions. */
export const SLUGS = [
  "create-context-snapshot",
  "get-patient-history",
  "update-patient-medical-record",
  "generate-soap-draft-v2",
] as const;

export type Slug = (typeof SLUGS)[number];

/** An answer over HTTP: `json` is the body parsed, `code` our error code where it has one. */
export type Answer = {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  readonly json: Readonly<Record<string, unknown>>;
  readonly code: unknown;
};

/** What patients of {@link Clinic} complain of. */
export const COMPLAINT = `Cough, ${canaryWord("complaint")}`;
/** As the patients and providers tests make are called. */
export const FULL_NAME = `New ${CANARY_NAME}`;

/** How a call differs from an honest one of the app. */
export type CallOptions = {
  /** Persona or Firebase uid; nobody where not given. */
  readonly as?: string | undefined;
  readonly body?: unknown;
  /** Laid over the app's own headers; an undefined one is left out. */
  readonly headers?: Readonly<Record<string, string | undefined>>;
};

const JsonObject = z.record(z.string(), z.unknown());

/**
 * The clinic of the running stack, as tests see it: people who call functions and RPCs over HTTP, and the booking
 * system behind them. Tests of one stack run side by side, so each books its own encounters.
 *
 * @returns the clinic; close it when the file is done
 */
export function openClinic() {
  const state = inject("stackState");
  const root = inject("stackRoot");
  const sql = postgres(state.dbUrl, { max: 4, onnotice: () => undefined });
  const people: StackState["personas"] = { ...state.personas };

  const token = (person: string, options?: MintTokenOptions) => mintToken(root, people[person]?.uid ?? person, options);

  async function call(slug: Slug, { as, body, headers = {} }: CallOptions): Promise<Answer> {
    const all = {
      apikey: state.publishableKey,
      authorization: `Bearer ${state.publishableKey}`,
      "x-firebase-token": as === undefined ? undefined : await token(as),
      "content-type": "application/json",
      ...headers,
    };
    return send(`/functions/v1/${slug}`, "POST", all, JSON.stringify(body));
  }

  async function rpc(name: string, { as, body, headers = {} }: CallOptions): Promise<Answer> {
    const all = {
      apikey: state.publishableKey,
      authorization: as === undefined ? undefined : `Bearer ${await token(as)}`,
      "content-type": "application/json",
      ...headers,
    };
    return send(`/rest/v1/rpc/${name}`, "POST", all, JSON.stringify(body));
  }

  async function send(
    path: string,
    method: string,
    headers: Readonly<Record<string, string | undefined>>,
    body?: BodyInit,
  ): Promise<Answer> {
    const kept = Object.entries(headers).filter((entry): entry is [string, string] => entry[1] !== undefined);
    const response = await fetch(`${state.apiUrl}${path}`, { method, headers: kept, body: body ?? null });
    const text = await response.text();
    const parsed = JsonObject.safeParse(parseOrNull(text));
    const json = parsed.success ? parsed.data : {};
    const answer = {
      status: response.status,
      headers: response.headers,
      text,
      json,
      code: json["code"] ?? json["hint"],
    };
    if (response.status >= 400) assertTellsNothing(answer);
    return answer;
  }

  async function newPerson(role: string): Promise<{ name: string; userId: string }> {
    const name = `${role}-${randomUUID()}`;
    const [user] = await sql<{ id: string }[]>`
      insert into public.users (firebase_uid, first_name, last_name, email, phone, date_of_birth)
      values (${name}, 'New', ${CANARY_NAME}, ${`${CANARY_NAME}-${name}@example.org`}, ${CANARY_PHONE}, ${CANARY_BIRTHDAY}) returning id`;
    if (user === undefined) throw new Error("Cannot make a person: nothing was inserted");
    people[name] = { uid: name, userId: user.id, role };
    return { name, userId: user.id };
  }

  return {
    state,
    sql,
    token,
    call,
    rpc,
    send,

    /** The mobile app in the hands of a person, as the demonstration walks with it. */
    async phone(person: string): Promise<MobileApp> {
      const { apiUrl, publishableKey } = state;
      return new MobileApp({ apiUrl, publishableKey, firebaseToken: await token(person) });
    },

    /** A patient nobody else's test knows; returns the name to use as persona, and the id. */
    async newPatient() {
      const patient = await newPerson("patient");
      await sql`insert into public.patient_profiles (user_id) values (${patient.userId})`;
      return patient;
    },

    /** An approved provider without bookings. */
    async newProvider() {
      const provider = await newPerson("provider");
      await sql`
        insert into public.medical_provider_profiles (user_id, display_name, facility_name, approved_at)
        values (${provider.userId}, 'Dr. New', 'Riverside Clinic', now())`;
      return provider;
    },

    /** An approved administrator of a facility. */
    async newAdministrator(facilityName: string) {
      const administrator = await newPerson("administrator");
      await sql`
        insert into public.administrator_profiles (user_id, facility_name, approved_at)
        values (${administrator.userId}, ${facilityName}, now())`;
      return administrator;
    },

    /** Books a video call; `dr-amara` with a patient of her own where not said otherwise. */
    book(booking: { provider?: string; patient?: string; scheduledStart?: Date } = {}): Promise<BookedEncounter> {
      const { provider = "dr-amara", patient = "alice" } = booking;
      return insertEncounter(sql, people, { ...booking, provider, patient, chiefComplaint: COMPLAINT });
    },

    /** Saves a note as its provider and, unless told otherwise, signs it; returns its id. */
    async writeNote(encounter: BookedEncounter, note: object, { provider = "dr-amara", sign = true } = {}) {
      const saved = await rpc("save_soap_note", { as: provider, body: { p_encounter_id: encounter.id, p_note: note } });
      const noteId = z.uuid().parse(parseOrNull(saved.text));
      if (sign) {
        const signed = await rpc("sign_soap_note", { as: provider, body: { p_soap_note_id: noteId } });
        if (signed.status !== 200) throw new Error(`Cannot sign note: ${signed.text}`);
      }
      return noteId;
    },

    /** Ends the care relationship an encounter rests on, as the clinic does; the booking stands. */
    async endCare(encounter: BookedEncounter): Promise<void> {
      await sql`select private.end_care_relationship(${encounter.providerId}, ${encounter.patientId})`;
    },

    /** Accepts, as its provider, everything that keeps an encounter's note from being signed. */
    async acceptAll(encounter: BookedEncounter, { provider = "dr-amara" } = {}): Promise<Answer> {
      const [note] = await sql<{ revision: number }[]>`
        select revision from public.soap_notes where encounter_id = ${encounter.id} and status = 'draft'`;
      const review = (decisions: readonly object[]) =>
        rpc("review_soap_draft", {
          as: provider,
          body: { p_encounter_id: encounter.id, p_expected_revision: note?.revision, p_decisions: decisions },
        });
      const open = z.array(z.object({ section: z.string(), id: z.string() })).parse((await review([])).json["open"]);
      return review(open.map((item) => ({ ...item, decision: "accept" })));
    },

    /** Cancels the booking of an encounter. */
    async cancel(encounter: BookedEncounter): Promise<void> {
      await sql`update public.appointments set status = 'cancelled' where id = ${encounter.appointmentId}`;
    },

    close: () => sql.end(),
  };
}

/**
 * Holds each refusal the tests ever see to silence. The Data API quotes to a caller of its own what they sent and it could
 * not read; only what is ours is looked at.
 */
function assertTellsNothing({ text, json, headers }: Answer): void {
  const isOurs = "requestId" in json || /^PT\d{3}$/.test(String(json["code"]));
  const told = TOLD.exec(isOurs ? `${text} ${JSON.stringify([...headers])}` : "")?.[0];
  if (told !== undefined) throw new Error(`Cannot take the answer: a refusal tells ${told}`);
}

/** What {@link openClinic} opens. */
export type Clinic = ReturnType<typeof openClinic>;

/**
 * An answer's body without its request id, for comparing answers that must not differ.
 *
 * @param answer - of a refused call
 */
export function withoutRequestId({ json }: Answer): Readonly<Record<string, unknown>> {
  const { requestId, ...rest } = json;
  return rest;
}

function parseOrNull(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
