import { SoapNote } from "@patient-medical-history/core";
import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { type Answer, openClinic } from "../../support/clinic.ts";

const SLUG = "generate-soap-draft-v2";
const TURNS = [
  { speaker: "provider", text: "What brings you in today?" },
  { speaker: "patient", text: "I have had a dry cough for two weeks." },
  { speaker: "provider", text: "Any fever?" },
  { speaker: "patient", text: "No fever." },
];
const clinic = openClinic();
afterAll(clinic.close);

const Drafted = z.object({
  soap_status: z.literal("draft_ready"),
  draft_id: z.uuid(),
  revision: z.int(),
  soap_draft: SoapNote,
  soapNote: SoapNote.optional(),
  soapNoteId: z.uuid().optional(),
});

const draft = (encounter: BookedEncounter, more: object = {}, headers = {}) =>
  clinic.call(SLUG, { as: "dr-amara", body: { sessionId: encounter.id, transcript: TURNS, ...more }, headers });

const Event = z.object({ id: z.string(), event: z.string(), data: z.record(z.string(), z.unknown()) });

function readEvents(text: string) {
  return text
    .split("\n\n")
    .filter((frame) => frame !== "")
    .map((frame) => {
      const fields = Object.fromEntries(frame.split("\n").map((line) => line.split(/: (.*)/s)));
      return Event.parse({ ...fields, data: JSON.parse(String(fields["data"])) });
    });
}

const drafted = (answer: Answer) => Drafted.parse(answer.json);

describe("generate-soap-draft-v2 refuses", () => {
  test("DRAFT_LOCKED once the note is signed", async () => {
    const encounter = await clinic.book();
    const { soapNoteId } = drafted(await draft(encounter));
    await clinic.acceptAll(encounter);
    await clinic.rpc("sign_soap_note", { as: "dr-amara", body: { p_soap_note_id: soapNoteId } });
    expect(await draft(encounter)).toMatchObject({ status: 409, code: "DRAFT_LOCKED" });
  });

  test("P02 an idempotency key that belongs to another encounter", async () => {
    const [one, other] = [await clinic.book(), await clinic.book()];
    const key = { "idempotency-key": `draft-${one.id}` };
    expect((await draft(one, {}, key)).status).toBe(200);
    expect(await draft(other, {}, key)).toMatchObject({ status: 422, code: "IDEMPOTENCY_KEY_REUSED" });
  });
});

describe("generate-soap-draft-v2 reads who spoke", () => {
  const needs = (answer: Answer) => drafted(answer).soap_draft.meta.aiFlags.needs_clinician_confirmation;
  const UNUSED = "Transcript chunks of neither the provider nor the patient were not used";

  test("from the labels of a text, without them in the quotes", async () => {
    const transcript = "Dr. Amara: Any fever?\nPatient: I have a dry cough.";
    const answer = await draft(await clinic.book(), { transcript });
    const symptoms = drafted(answer).soap_draft.subjective.reviewOfSystems;
    expect(symptoms).toContainEqual(expect.objectContaining({ finding: "dry cough", status: "positive" }));
    expect(needs(answer).filter(({ reason }) => reason.startsWith(UNUSED))).toEqual([]);
  });

  test("from labels of turns in whatever words for the role", async () => {
    const transcript = [
      { speaker: "Doctor Smith", text: "Any fever?" },
      { speaker: "Pt", text: "I have a dry cough." },
    ];
    const { soap_draft } = drafted(await draft(await clinic.book(), { transcript }));
    expect(soap_draft.subjective.reviewOfSystems).toMatchObject([{ finding: "dry cough", status: "positive" }]);
  });

  test.each<[string, unknown]>([
    ["a text without labels", "I have a dry cough.\nSince Monday."],
    [
      "names",
      [
        { speaker: "speaker_1", text: "I have a dry cough." },
        { speaker: "Alice", text: "Since Monday." },
      ],
    ],
  ])("and never from the words: %s is not used, and the clinician is told", async (_, transcript) => {
    const answer = await draft(await clinic.book(), { transcript });
    expect(drafted(answer).soap_draft.subjective.hpi).toEqual([]);
    expect(needs(answer).map(({ reason }) => reason)).toContain(`${UNUSED}: 2`);
  });
});

describe("generate-soap-draft-v2 takes the transcript of a service", () => {
  const word = (attendeeId: string, content: string, type = "pronunciation") => ({
    ...{ type, content, attendee: { attendeeId, externalUserId: "Doctor" } },
  });
  const roles = async ({ id }: BookedEncounter) =>
    (
      await clinic.sql<{ said: string }[]>`
        select speaker_role || ': ' || text as said from public.call_transcript_chunks
        where encounter_id = ${id} order by sequence`
    ).map(({ said }) => said);

  test("refusing one that is malformed by its place, never with its words", async () => {
    const encounter = await clinic.book();
    for (const [body, field] of [
      [
        { transcript: { results: { items: [{ type: "secret", alternatives: [] }] } } },
        "transcript.results.items.0.type",
      ],
      [{ transcript: "WEBVTT\n\nsecret" }, "transcript.line.3"],
      [{ speakers: { secret: 5 } }, "speakers"],
    ] as const) {
      const answer = await draft(encounter, body);
      expect(answer).toMatchObject({ status: 400, code: "INVALID_REQUEST" });
      expect(answer.json["details"]).toContainEqual(expect.objectContaining({ field }));
      expect(answer.text).not.toContain("secret");
    }
    expect(await roles(encounter)).toEqual([]);
  });

  test("with the roles of the call's attendees, whatever a label says, and of nobody who is not among them", async () => {
    const encounter = await clinic.book();
    const { attendees } = encounter;
    const items = [word(attendees.provider, "Pain"), word(attendees.patient, "None"), word("a-stranger", "Prescribe")];
    const result = { resultId: "r", startTimeMs: 1_795_000_000_000, alternatives: [{ items }] };
    const events = [true, false].map((isPartial) => ({ transcript: { results: [{ ...result, isPartial }] } }));
    expect((await draft(encounter, { transcript: events })).status).toBe(200);
    expect(await roles(encounter)).toEqual(["provider: Pain", "patient: None", "unknown: Prescribe"]);
  });

  test("with the roles a provider gives its labels, as long as the attendees say no other", async () => {
    const encounter = await clinic.book();
    const item = (speaker_label: string, content: string) => ({
      ...{ type: "pronunciation", start_time: "0.5", end_time: "0.9", speaker_label, alternatives: [{ content }] },
    });
    const items = [item("spk_0", "Pain"), item("spk_1", "None"), item(encounter.attendees.patient, "Really")];
    const speakers = { spk_0: "Doctor", spk_1: encounter.attendees.patient };
    expect((await draft(encounter, { transcript: { results: { items } }, speakers })).status).toBe(200);
    expect(await roles(encounter)).toEqual(["provider: Pain", "patient: None", "patient: Really"]);
  });

  test("and WebVTT and a HealthScribe file, whose labels are roles", async () => {
    const vtt =
      "WEBVTT\n\n00:01.000 --> 00:02.000\n<v Dr. Amara>Any fever?\n\n00:02.000 --> 00:03.000\n<v Patient>A dry cough.";
    const segment = (ParticipantRole: string, Content: string) => ({
      Content,
      ParticipantDetails: { ParticipantRole },
    });
    const TranscriptSegments = [segment("CLINICIAN_0", "Any fever?"), segment("PATIENT_0", "A dry cough.")];
    for (const transcript of [vtt, { Conversation: { TranscriptSegments } }]) {
      const encounter = await clinic.book();
      expect((await draft(encounter, { transcript })).status).toBe(200);
      expect(await roles(encounter)).toEqual(["provider: Any fever?", "patient: A dry cough."]);
    }
  });
});

describe("generate-soap-draft-v2 drafts", () => {
  test("from a transcript in the body, as an array of turns or as text, and opens the note", async () => {
    const asText = "Doctor: What brings you in?\nPatient: I have had a dry cough for two weeks.";
    for (const transcript of [TURNS, asText]) {
      const encounter = await clinic.book();
      const { soap_draft, soapNote, soapNoteId } = drafted(await draft(encounter, { transcript }));
      expect(soapNoteId).toBeDefined();
      expect(soapNote).toEqual(soap_draft);
      expect(soap_draft.meta).toMatchObject({ encounterId: encounter.id, appointmentId: encounter.appointmentId });
      expect(soap_draft.meta.disclaimer).toMatch(/clinician/);
    }
  });

  test("I10 from a transcript of a megabyte", async () => {
    const turns = Array.from({ length: 250 }, () => ({ speaker: "patient", text: "I have a cough. ".repeat(250) }));
    expect((await draft(await clinic.book(), { transcript: turns })).status).toBe(200);
  });

  test("quoting words that were said, at the place it names", async () => {
    const { soap_draft } = drafted(await draft(await clinic.book()));
    const quotes = [...JSON.stringify(soap_draft).matchAll(/"kind":"transcript"/g)];
    expect(quotes.length).toBeGreaterThan(0);
    for (const { evidence } of soap_draft.subjective.hpi) {
      for (const one of evidence) {
        if (one.kind !== "transcript") continue;
        expect(TURNS[one.sequence - 1]?.text.slice(one.start, one.end)).toBe(one.quote);
      }
    }
  });

  test("answers the plain form with the same draft, and polls as draft_ready", async () => {
    const encounter = await clinic.book();
    const first = drafted(await draft(encounter));
    const again = await clinic.call(SLUG, { as: "dr-amara", body: { encounter_id: encounter.id } });
    expect(again.json).toMatchObject({ success: true, ok: true, status: 200, soap_status: "draft_ready" });
    expect(drafted(again)).toMatchObject({ draft_id: first.draft_id, soap_draft: first.soap_draft });
    const [session] = await clinic.sql`select soap_status from public.video_call_sessions where id = ${encounter.id}`;
    expect(session).toMatchObject({ soap_status: "draft_ready" });
  });

  test("L22 L23 one draft for concurrent calls and repeated keys", async () => {
    const encounter = await clinic.book();
    const key = { "idempotency-key": `draft-${encounter.id}` };
    const answers = await Promise.all(Array.from({ length: 10 }, () => draft(encounter, {}, key)));
    expect(new Set(answers.map((answer) => drafted(answer).draft_id)).size).toBe(1);
    const drafts = await clinic.sql`select 1 from public.soap_drafts where encounter_id = ${encounter.id}`;
    expect(drafts).toHaveLength(1);
  });

  test("a new revision when more was said, leaving a clinician's edit alone", async () => {
    const encounter = await clinic.book();
    const first = drafted(await draft(encounter));
    const edited = { ...first.soap_draft, plan: { items: [{ id: "plan-1", category: "other", description: "Rest" }] } };
    await clinic.writeNote(encounter, edited, { sign: false });
    const chunk = { sequence: 5, text: "My chest hurts when I cough." };
    await clinic.rpc("append_transcript_chunks", {
      as: "alice",
      body: { p_encounter_id: encounter.id, p_chunks: [chunk] },
    });
    const second = drafted(await draft(encounter));
    expect(second).toMatchObject({ revision: 2, soapNoteId: first.soapNoteId });
    expect(second.soapNote?.plan.items).toMatchObject([{ description: "Rest" }]);
  });

  test("and says so where the transcript in the body came after somebody's first words, and is not used", async () => {
    const encounter = await clinic.book();
    const chunks = [{ sequence: 1, text: "Hello?" }];
    await clinic.rpc("append_transcript_chunks", {
      as: "alice",
      body: { p_encounter_id: encounter.id, p_chunks: chunks },
    });
    const reasons = ({ soap_draft }: z.infer<typeof Drafted>) =>
      soap_draft.meta.aiFlags.needs_clinician_confirmation.map(({ reason }) => reason);
    const told = expect.stringContaining(`not used: ${TURNS.length} of its turn(s)`);
    expect(reasons(drafted(await draft(encounter)))).toContainEqual(told);
    for (const transcript of [TURNS, "Dr. Amara: Any fever?\nPatient: I have a dry cough.", ["Doctor: Any pain?"]]) {
      const unused = expect.stringContaining("not used");
      expect(reasons(drafted(await draft(await clinic.book(), { transcript })))).not.toContainEqual(unused);
    }
  });

  test("keeps an allergy of the record, whatever the request's history says", async () => {
    const patient = await clinic.newPatient();
    await clinic.writeNote(await clinic.book({ patient: patient.name }), {
      subjective: { allergies: [{ id: "allergy-1", allergen: "Latex" }] },
    });
    const encounter = await clinic.book({ patient: patient.name });
    await clinic.call("create-context-snapshot", { as: "dr-amara", body: { encounter_id: encounter.id } });
    const patientMedicalHistory = { allergies: ["Bee venom (severe)"], currentMedications: [{ name: "Warfarin" }] };
    const { soap_draft } = drafted(await draft(encounter, { patientMedicalHistory }));
    expect(soap_draft.subjective.allergies.map(({ allergen }) => allergen)).toContain("Latex");
    const items = JSON.stringify({ ...soap_draft, meta: null });
    expect(items).not.toMatch(/Bee venom|Warfarin/);
    const reasons = soap_draft.meta.aiFlags.needs_clinician_confirmation.map(({ reason }) => reason).join("\n");
    expect(reasons).toMatch(/Bee venom[\s\S]*Warfarin/);
  });

  test("within the seconds of Prefer: wait, or says that it is drafting", async () => {
    const answer = await draft(await clinic.book(), {}, { prefer: "wait=0" });
    expect(answer.status).toBe(200);
    expect(["drafting", "draft_ready"]).toContain(answer.json["soap_status"]);
  });
});

describe("generate-soap-draft-v2 streams", () => {
  const stream = { accept: "text/event-stream" };

  test("a refusal as an ordinary error", async () => {
    const body = { encounter_id: (await clinic.book()).id };
    expect(await clinic.call(SLUG, { as: "dr-amara", body, headers: stream })).toMatchObject({
      status: 422,
      code: "TRANSCRIPT_EMPTY",
    });
  });

  test("phases, every section, and the body of the JSON answer at the end", async () => {
    const { text, headers } = await draft(await clinic.book(), {}, stream);
    expect(headers.get("content-type")).toBe("text/event-stream");
    const events = readEvents(text);
    expect(events.map(({ event, data }) => data["phase"] ?? data["section"] ?? event)).toEqual([
      ...["drafting", "context", "transcript", "generate", "check"],
      ...["safetyAlerts", "subjective", "objective", "assessment", "plan"],
      ...["store", "draft_ready", "done"],
    ]);
    expect(Drafted.safeParse(events.at(-1)?.data).success).toBe(true);
  });

  test("on from the event a client saw last, and all of it to a client that saw another draft", async () => {
    const encounter = await clinic.book();
    const whole = readEvents((await draft(encounter, {}, stream)).text).filter(({ event }) => event !== "phase");
    expect(whole.map(({ id }) => id.split(":")[0])).toEqual(Array(6).fill(whole[0]?.id.split(":")[0]));
    const resumed = async (lastEventId: string) => {
      const { text } = await draft(encounter, {}, { ...stream, "last-event-id": lastEventId });
      return readEvents(text).filter(({ event }) => event !== "phase");
    };
    // Alerts are told again: they may have changed after the client went away.
    expect(await resumed(whole[2]?.id ?? "")).toEqual([whole[0], ...whole.slice(3)]);
    expect(await resumed("another-draft:objective:0011223344556677")).toEqual(whole);
  });
});
