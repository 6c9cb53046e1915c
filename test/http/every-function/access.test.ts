import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Answer, openClinic, SLUGS, type Slug, withoutRequestId } from "../../support/clinic.ts";
import { type CallerName, FUNCTION_ACCESS } from "./function-access.ts";

const NOTE = { assessment: { problems: [{ id: "problem-1", diagnosis_name: "Acute bronchitis" }] } };
const TRANSCRIPT = "Doctor: What brings you in?\nPatient: I have had a cough for two weeks.";

/** The things a request can be about: a patient, an encounter of theirs that is open, a signed note of another. */
type Named = { readonly patientId: string; readonly encounterId: string; readonly noteId: string };

const clinic = openClinic();
let people: Readonly<Record<CallerName, string | undefined>>;
let theirs: Named;
/** What the provider whose relationship ended once wrote. */
let formers: Named;

beforeAll(async () => {
  const [patient, former, administrator] = await Promise.all([
    clinic.newPatient(),
    clinic.newProvider(),
    clinic.newAdministrator("Riverside Clinic"),
  ]);
  people = {
    nobody: undefined,
    "the publishable key": undefined,
    "the patient": patient.name,
    "another patient": "bob",
    "the provider": "dr-amara",
    "a provider whose relationship ended": former.name,
    "an unrelated provider": "dr-okoye",
    "an administrator": administrator.name,
    "the secret key": undefined,
  };
  theirs = await nameThings("dr-amara", patient);
  formers = await nameThings(former.name, patient);
  await clinic.sql`select private.end_care_relationship(${former.userId}, ${patient.userId})`;
});
afterAll(clinic.close);

async function nameThings(provider: string, patient: { name: string; userId: string }): Promise<Named> {
  const [open, past] = [
    await clinic.book({ provider, patient: patient.name }),
    await clinic.book({ provider, patient: patient.name }),
  ];
  const noteId = await clinic.writeNote(past, NOTE, { provider });
  return { patientId: patient.userId, encounterId: open.id, noteId };
}

const absent = (): Named => ({ patientId: randomUUID(), encounterId: randomUUID(), noteId: randomUUID() });
const MALFORMED: Named = { patientId: "x", encounterId: "x", noteId: "x" };

function request(slug: Slug, { patientId, encounterId, noteId }: Named): object {
  switch (slug) {
    case "create-context-snapshot":
      return { encounter_id: encounterId };
    case "get-patient-history":
      return { patientId };
    case "update-patient-medical-record":
      return { patientId, soapNoteId: noteId };
    case "generate-soap-draft-v2":
      return { sessionId: encounterId, transcript: TRANSCRIPT };
  }
}

function call(slug: Slug, caller: CallerName, named: Named): Promise<Answer> {
  const { publishableKey, secretKey } = clinic.state;
  const body = request(slug, named);
  const withKey = (key?: string) =>
    clinic.call(slug, { body, headers: { apikey: key, authorization: key && `Bearer ${key}` } });
  switch (caller) {
    case "nobody":
      return withKey();
    case "the publishable key":
      return withKey(publishableKey);
    case "the secret key":
      return withKey(secretKey);
    default:
      return clinic.call(slug, { as: people[caller], body });
  }
}

/** Everything a call could leave behind. */
async function traces(): Promise<unknown> {
  const ids = [theirs.encounterId, formers.encounterId];
  const notes = [theirs.noteId, formers.noteId];
  return clinic.sql`
    select
      (select count(*) from public.context_snapshots where encounter_id = any(${ids})) as snapshots,
      (select count(*) from public.soap_drafts where encounter_id = any(${ids})) as drafts,
      (select count(*) from public.call_transcript_chunks where encounter_id = any(${ids})) as chunks,
      (select count(*) from public.soap_note_merges where soap_note_id = any(${notes})) as merges,
      (select array_agg(encounter_status order by id) from public.video_call_sessions where id = any(${ids})) as statuses`;
}

test.each([
  [
    "suspended",
    (id: string) => clinic.sql`update public.medical_provider_profiles set suspended_at = now() where user_id = ${id}`,
  ],
  [
    "not approved",
    (id: string) => clinic.sql`update public.medical_provider_profiles set approved_at = null where user_id = ${id}`,
  ],
])("A49 a provider who is %s is refused by every function, whoever is in their care", async (_, lockOut) => {
  const [patient, provider] = [await clinic.newPatient(), await clinic.newProvider()];
  const named = await nameThings(provider.name, patient);
  await lockOut(provider.userId);
  for (const slug of SLUGS) {
    const answer = await clinic.call(slug, { as: provider.name, body: request(slug, named) });
    expect({ slug, ...answer }).toMatchObject({ slug, status: 403, code: "FORBIDDEN" });
  }
});

describe.each(SLUGS)("%s", (slug) => {
  const { notFound, cells } = FUNCTION_ACCESS[slug];
  const answers = {
    none: { status: 401, code: "MISSING_TOKEN" },
    absent: { status: 404, code: notFound },
    role: { status: 403, code: "FORBIDDEN" },
    theirs: { status: 403, code: "FORBIDDEN" },
    allowed: { status: 200 },
  };
  const namedBy = (caller: CallerName) => (caller === "a provider whose relationship ended" ? formers : theirs);

  // Refusals first: what is allowed changes what there is.
  test.each(cells.filter(({ verdict }) => verdict !== "allowed"))(
    "$id $caller is refused ($verdict), and nothing is left behind",
    async ({ caller, verdict }) => {
      const before = await traces();
      expect(await call(slug, caller, namedBy(caller))).toMatchObject(answers[verdict]);
      expect(await traces()).toEqual(before);
    },
  );

  test.each(cells)("$id $caller names what is not there", async ({ caller, verdict }) => {
    const expected = verdict === "none" || verdict === "role" ? answers[verdict] : answers.absent;
    const answer = await call(slug, caller, absent());
    expect(answer).toMatchObject(expected);
    if (verdict === "absent" || verdict === "role") {
      const hidden = await call(slug, caller, namedBy(caller));
      expect(withoutRequestId(hidden)).toEqual(withoutRequestId(answer));
    }
  });

  test("A44 a key is no person, whichever header holds it", async () => {
    const body = request(slug, theirs);
    for (const key of [clinic.state.publishableKey, clinic.state.secretKey]) {
      for (const headers of [
        { apikey: key },
        { authorization: `Bearer ${key}` },
        { apikey: key, "x-firebase-token": key },
      ]) {
        const answer = await clinic.call(slug, { body, headers: { authorization: undefined, ...headers } });
        expect(answer.status).toBe(401);
      }
    }
  });

  test.each(cells)("$id $caller names what is no id", async ({ caller, verdict }) => {
    const malformed =
      slug === "update-patient-medical-record" ? answers.absent : { status: 400, code: "INVALID_REQUEST" };
    const named = slug === "update-patient-medical-record" ? { ...theirs, noteId: "x" } : MALFORMED;
    expect(await call(slug, caller, named)).toMatchObject(verdict === "none" ? answers.none : malformed);
  });

  test.each(cells.filter(({ verdict }) => verdict === "allowed"))("$id $caller is allowed", async ({ caller }) => {
    expect(await call(slug, caller, theirs)).toMatchObject({ status: 200, json: { success: true } });
  });
});
