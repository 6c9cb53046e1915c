import { SoapNote } from "@patient-medical-history/core";
import type { BookedEncounter } from "@patient-medical-history/local-stack";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { INJECTIONS, PAYLOADS } from "../../../packages/core/src/draft-check/testing/injections.ts";
import { FULL_NAME, openClinic } from "../../support/clinic.ts";

const SLUG = "generate-soap-draft-v2";
const TURNS = [
  { speaker: "provider", text: "What brings you in today?" },
  { speaker: "patient", text: "I have a cough and I get chest pain when I walk." },
  { speaker: "provider", text: "I'm going to start amoxicillin 500 mg twice a day." },
  { speaker: "patient", text: "Okay." },
];
const clinic = openClinic();
afterAll(clinic.close);

const Drafted = z.object({ soap_draft: SoapNote, soapNote: SoapNote, soapNoteId: z.uuid() });
const Dismissed = z.object({ alertId: z.string(), status: z.literal("dismissed"), dismissedReason: z.string() });

let patient: string;
beforeAll(async () => {
  const allergic = await clinic.newPatient();
  patient = allergic.name;
  await clinic.writeNote(await clinic.book({ patient }), {
    subjective: {
      allergies: [
        { id: "allergy-1", allergen: "Penicillin", reaction: "rash", severity: "moderate", status: "active" },
      ],
    },
  });
});

/** An encounter of the allergic patient whose record was looked at. */
async function opened(): Promise<BookedEncounter> {
  const encounter = await clinic.book({ patient });
  await clinic.call("create-context-snapshot", { as: "dr-amara", body: { encounter_id: encounter.id } });
  return encounter;
}

const draft = (encounter: BookedEncounter, transcript: object[] = TURNS, headers = {}) =>
  clinic.call(SLUG, { as: "dr-amara", body: { sessionId: encounter.id, transcript }, headers });

describe("a draft's safety alerts", () => {
  test("L14 tell of a planned drug against a recorded allergy and of red flags, in the draft and in the note", async () => {
    const { soap_draft, soapNote } = Drafted.parse((await draft(await opened())).json);
    expect(soap_draft.safetyAlerts.map(({ alert_type }) => alert_type).sort()).toEqual(["drug_allergy", "red_flag"]);
    expect(soap_draft.safetyAlerts.every(({ severity, status }) => severity === "critical" && status === "open")).toBe(
      true,
    );
    expect(soapNote.safetyAlerts).toEqual(soap_draft.safetyAlerts);
  });

  test("are streamed before everything else that is drafted", async () => {
    const { text } = await draft(await opened(), TURNS, { accept: "text/event-stream" });
    const sections = [...text.matchAll(/"section":"(\w+)"/g)].map(([, section]) => section);
    expect(sections[0]).toBe("safetyAlerts");
  });

  test("are dismissed by the note's provider with a reason, and stay dismissed through a save", async () => {
    const encounter = await opened();
    const { soapNote, soapNoteId } = Drafted.parse((await draft(encounter)).json);
    const [alert] = soapNote.safetyAlerts;
    const body = { p_alert_id: alert?.id, p_reason: "Tolerated amoxicillin in 2024" };
    const dismiss = (as: string, more = {}) => clinic.rpc("dismiss_safety_alert", { as, body: { ...body, ...more } });
    expect((await dismiss("dr-okoye")).json["hint"]).toBe("NOT_FOUND");
    expect((await dismiss("dr-amara", { p_reason: " " })).json["hint"]).toBe("MISSING_PARAMS");
    const answer = await dismiss("dr-amara");
    expect(Dismissed.parse(answer.json)).toMatchObject({ alertId: alert?.id, dismissedReason: body.p_reason });

    await clinic.writeNote(encounter, { ...soapNote, safetyAlerts: [] }, { sign: false });
    const rows = await clinic.sql`
      select status from public.soap_safety_alerts where soap_note_id = ${soapNoteId} order by id = ${alert?.id ?? ""} desc`;
    expect(rows.map(({ status }) => status)).toEqual(["dismissed", "open"]);
  });
});

test("L11 L21 a draft says whose it is by the snapshot, and carries the disclaimer wherever it is kept", async () => {
  const encounter = await opened();
  const { soap_draft, soapNote } = Drafted.parse((await draft(encounter)).json);
  for (const { meta } of [soap_draft, soapNote]) {
    expect(meta.demographics).toMatchObject({ id: encounter.patientId, full_name: FULL_NAME });
    expect(meta.disclaimer).toMatch(/^Drafted by software/);
    expect(meta.documentation?.scorePercent).toBeGreaterThan(0);
  }
});

describe("L18 a sample of injections over the function", () => {
  const sample = INJECTIONS.filter(
    (_, index) => index % PAYLOADS.length === Math.floor(index / PAYLOADS.length) % PAYLOADS.length,
  );

  test.each(sample)("%s", async (_, words) => {
    const turns = [...TURNS, { speaker: "patient", text: words }];
    const { soap_draft, soapNoteId } = Drafted.parse((await draft(await opened(), turns)).json);
    expect(soap_draft.subjective.allergies).toMatchObject([
      { allergen: "Penicillin", severity: "moderate", status: "active" },
    ]);
    expect(soap_draft.plan.medications.map(({ medication_name }) => medication_name)).toEqual(["amoxicillin"]);
    expect(soap_draft.meta.demographics?.full_name).toBe(FULL_NAME);
    expect(soap_draft.safetyAlerts.map(({ status }) => status)).toEqual(["open", "open"]);
    const [note] = await clinic.sql`select status, signed_by from public.soap_notes where id = ${soapNoteId}`;
    expect(note).toEqual({ status: "draft", signed_by: null });
  });
});
