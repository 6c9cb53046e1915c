import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { drafted, openDraftingRoom } from "../support/drafting-room.ts";
import { MODEL_KEY } from "../support/share-drafting-stack.ts";

const room = openDraftingRoom();
beforeEach(room.closeCircuit);
afterAll(room.close);

const Sent = z.looseObject({
  model: z.string(),
  response_format: z.looseObject({ type: z.string() }),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
});

describe("a model writes the draft", () => {
  test("L27 and the note says which one, from which instructions, transcript and snapshot", async () => {
    const encounter = await room.prepare();
    await room.call("create-context-snapshot", { as: "dr-amara", body: { encounter_id: encounter.id } });
    const { soap_draft, draft_id } = drafted(await room.draft(encounter));
    const [request] = await room.requests(encounter);
    const sent = Sent.parse(JSON.parse(request?.body ?? "{}"));
    expect(sent.response_format.type).toBe("json_schema");
    expect(soap_draft.meta).toMatchObject({
      model: `openai-compatible:${sent.model}`,
      promptVersion: "soap-note-1",
      encounterId: encounter.id,
    });
    expect(soap_draft.meta.fallback_reason ?? null).toBeNull();
    const [stored] = await room.sql`
      select draft.snapshot_id, draft.transcript_sha256, call.prompt_sha256, call.input_tokens
      from public.soap_drafts as draft join private.model_calls as call on call.draft_id = draft.id
      where draft.id = ${draft_id}`;
    expect(stored).toMatchObject({
      snapshot_id: soap_draft.meta.snapshotId,
      transcript_sha256: soap_draft.meta.transcriptSha256,
      input_tokens: Math.ceil((request?.body.length ?? 0) / 4),
    });
  });

  test("with the words it quotes at the place it names", async () => {
    const encounter = await room.prepare();
    const { soap_draft } = drafted(await room.draft(encounter));
    expect(soap_draft.subjective.chiefComplaint).toMatchObject({
      description: "I have had a dry cough for two weeks.",
      evidence: [{ sequence: 2, start: 0, end: 37, quote: "I have had a dry cough for two weeks." }],
    });
  });

  test("L21 L12 as a draft with a disclaimer, its identity the server's", async () => {
    const encounter = await room.prepare();
    const { soap_draft, soapNote } = drafted(await room.draft(encounter));
    expect(soap_draft.meta.disclaimer).toMatch(/until a clinician has reviewed/);
    expect(soapNote?.meta.disclaimer).toBe(soap_draft.meta.disclaimer);
    const [note] = await room.sql`select status, signed_by from public.soap_notes where encounter_id = ${encounter.id}`;
    expect(note).toEqual({ status: "draft", signed_by: null });
  });

  test("L28 and nothing left but the masked transcript, age, sex and the record's clinical lists", async () => {
    const patient = await room.newPatient();
    const canaries = {
      phone: "+15550100777",
      email: "canary@example.test",
      address: "77 Canary Lane",
      emergency_contact_name: "Ramona Canaria",
      emergency_contact_phone: "+15550100888",
    };
    await room.sql`update public.users set first_name = 'Zebedee', last_name = 'Canarino', phone = ${canaries.phone},
      email = ${canaries.email}, date_of_birth = '1961-07-13' where id = ${patient.userId}`;
    await room.sql`update public.patient_profiles set address = ${canaries.address},
      emergency_contact_name = ${canaries.emergency_contact_name},
      emergency_contact_phone = ${canaries.emergency_contact_phone} where user_id = ${patient.userId}`;
    await room.writeNote(await room.book({ patient: patient.name }), {
      subjective: { allergies: [{ id: "a", allergen: "Latex", severity: "severe" }] },
    });
    const prepared = await room.prepare([], [`My name is Zebedee Canarino, write to ${canaries.email}.`]);
    const booked = await room.book({ patient: patient.name });
    const encounter = { ...prepared, ...booked };
    await room.call("create-context-snapshot", { as: "dr-amara", body: { encounter_id: encounter.id } });
    const { soap_draft } = drafted(await room.draft(encounter));

    const [request, ...others] = await room.requests(encounter);
    expect(others).toEqual([]);
    const left = request?.body ?? "";
    expect(left).toContain("Latex");
    const secrets = [...Object.values(canaries), "Zebedee", "Canarino", "1961-07-13", MODEL_KEY];
    const ids = [encounter.id, encounter.patientId, encounter.providerId, encounter.appointmentId];
    for (const secret of [...secrets, ...ids]) expect(left).not.toContain(secret);
    expect(Object.keys(request?.headers ?? {}).filter((name) => /firebase|apikey|cookie/.test(name))).toEqual([]);
    expect(request?.headers["authorization"]).toBe(`Bearer ${MODEL_KEY}`);
    expect(JSON.stringify(soap_draft)).toContain("Zebedee Canarino");
    expect(JSON.stringify(soap_draft)).not.toContain(MODEL_KEY);
  });

  test("L22 L23 once, whoever asks at once or again", async () => {
    const encounter = await room.prepare([{ kind: "answer", firstDelayMs: 300 }]);
    const answers = await Promise.all(Array.from({ length: 6 }, () => room.draft(encounter)));
    const again = await room.draft(encounter);
    expect(new Set([...answers, again].map((answer) => drafted(answer).draft_id)).size).toBe(1);
    expect(await room.requests(encounter)).toHaveLength(1);
    expect(await room.calls(encounter)).toMatchObject([{ attempt: 1, state: "answered" }]);
  });

  test("L29 at the configured address alone: a redirect is not followed", async () => {
    const location = new URL("/requests", "http://127.0.0.1:9").href;
    const encounter = await room.prepare([{ kind: "status", status: 307, headers: { location } }]);
    drafted(await room.draft(encounter));
    expect((await room.calls(encounter))[0]).toMatchObject({ state: "failed", fault: "unreachable" });
  });
});
