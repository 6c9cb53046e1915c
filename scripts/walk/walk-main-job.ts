import { SoapNote } from "@patient-medical-history/core";
import { z } from "zod";
import { correctDraft } from "./correct-draft.ts";
import { speakerOf, type Turn } from "./encounter-file.ts";
import type { Answer, MobileApp } from "./mobile-app.ts";
import { recordLines } from "./record-lines.ts";
import { reviewDraft } from "./review-draft.ts";

const TURNS_PER_UPLOAD = 10;

/** The people of the walk, each on their own phone, and the encounter they meet in. */
export interface WalkOptions {
  readonly encounter: { readonly id: string; readonly appointmentId: string; readonly patientId: string };
  readonly provider: MobileApp;
  readonly patient: MobileApp;
  readonly stranger: MobileApp;
  /** Attendee id of anybody else in the room, in the call's attendee map. */
  readonly guestAttendeeId: string;
  readonly turns: readonly Turn[];
  /** Prints the title of a step that begins. */
  readonly step: (title: string) => void;
  /** Prints a line of what the step showed. */
  readonly show: (line: string) => void;
}

const Snapshot = z.looseObject({
  snapshot_version: z.int(),
  patient_demographics: z.looseObject({ full_name: z.string(), age: z.int().nullable() }),
  allergies: z.array(z.looseObject({ allergen: z.string(), severity: z.string().nullable() })),
  current_medications: z.array(z.looseObject({ name: z.string(), dose: z.string().nullable() })),
  active_conditions: z.array(z.looseObject({ name: z.string() })),
  list_states: z.record(z.string(), z.string()),
});
const Drafted = z.looseObject({ soap_status: z.string(), soap_draft: SoapNote });
const Signed = z.looseObject({ soapNoteId: z.string(), contentSha256: z.string() });
const Merged = z.looseObject({
  data: z.looseObject({ totalVisits: z.int(), changes: z.record(z.string(), z.unknown()) }),
});
const History = z.looseObject({ record: z.unknown(), patientData: z.looseObject({ fullName: z.string().nullable() }) });

/**
 * Walks the product's main job once, over HTTP, as the mobile apps of three people do: snapshot, transcript, draft,
 * correction, signature, merge, and who may read the result.
 *
 * @throws Error - Naming the step and the code, when an answer is not what the contract promises.
 */
export async function walkMainJob(options: WalkOptions): Promise<void> {
  const { encounter, provider, patient, stranger, step, show } = options;

  step("dr-amara opens the encounter: what is known of alice? (create-context-snapshot)");
  showSnapshot(
    expectSuccess(await provider.callFunction("create-context-snapshot", { encounter_id: encounter.id })),
    show,
  );

  step("the talk arrives from both phones (append_transcript_chunks)");
  await uploadTurns(options);
  show(`${options.turns.length} turns stored, each under the speaker whose phone sent it`);

  step("a note is drafted from what was said (generate-soap-draft-v2)");
  const answer = await provider.callFunction("generate-soap-draft-v2", {
    sessionId: encounter.id,
    appointmentId: encounter.appointmentId,
  });
  const { soap_draft: draft } = Drafted.parse(expectSuccess(answer));
  show(`drafter: ${draft.meta.model ?? "unknown"}`);
  for (const line of draftLines(draft)) show(line);

  step("dr-amara corrects two items and saves (save_soap_note)");
  const { note, corrections } = correctDraft(draft);
  for (const correction of corrections) show(correction);
  const soapNoteId = z
    .uuid()
    .parse(await provider.callRpc("save_soap_note", { p_encounter_id: encounter.id, p_note: note }));
  show(`saved as note ${soapNoteId}`);

  step("dr-amara decides what the draft asks her to confirm (review_soap_draft)");
  for (const line of await reviewDraft(provider, encounter.id, soapNoteId)) show(line);

  step("dr-amara signs (sign_soap_note)");
  const signed = Signed.parse(await provider.callRpc("sign_soap_note", { p_soap_note_id: soapNoteId }));
  show(`signed; SHA-256 of what she signed: ${signed.contentSha256}`);

  step("the signed note enters alice's record (update-patient-medical-record)");
  const merged = await provider.callFunction("update-patient-medical-record", {
    soapNoteId,
    patientId: encounter.patientId,
  });
  const { totalVisits, changes } = Merged.parse(expectSuccess(merged)).data;
  show(`${totalVisits} visits in the record; changes: ${describeChanges(changes)}`);

  step("the next clinician reads the record, with where each item came from (get-patient-history)");
  const history = History.parse(
    expectSuccess(await provider.callFunction("get-patient-history", { patientId: encounter.patientId })),
  );
  const nameNote = (id: string) => (id === soapNoteId ? "this visit" : `earlier note ${id.slice(0, 8)}`);
  for (const line of recordLines(history.record, nameNote)) show(line);

  step("alice reads her own history");
  const own = History.parse(
    expectSuccess(await patient.callFunction("get-patient-history", { patientId: encounter.patientId })),
  );
  show(`200: the history of ${own.patientData.fullName}`);

  step("bob asks for alice's history");
  const refused = await stranger.callFunction("get-patient-history", { patientId: encounter.patientId });
  if (refused.status !== 404) throw new Error(`Cannot finish the walk: bob was answered ${refused.status}`);
  show(`${refused.status} ${refused.body["code"]}: refused as if she did not exist`);
}

async function uploadTurns({ turns, encounter, provider, patient, guestAttendeeId }: WalkOptions): Promise<void> {
  for (let start = 0; start < turns.length; start += TURNS_PER_UPLOAD) {
    const spoken = Map.groupBy(turns.slice(start, start + TURNS_PER_UPLOAD), speakerOf);
    for (const [speaker, said] of spoken) {
      const attendee = speaker === "other" ? { attendee_id: guestAttendeeId } : {};
      const chunks = said.map(({ sequence, text }) => ({ sequence, text, ...attendee }));
      const phone = speaker === "patient" ? patient : provider;
      await phone.callRpc("append_transcript_chunks", { p_encounter_id: encounter.id, p_chunks: chunks });
    }
  }
}

function expectSuccess({ status, body }: Answer): Readonly<Record<string, unknown>> {
  if (status === 200 && body["success"] === true) return body;
  throw new Error(`Cannot go on with the walk: ${status} ${body["code"] ?? "without a code"}: ${body["error"] ?? ""}`);
}

function showSnapshot(body: Readonly<Record<string, unknown>>, show: (line: string) => void): void {
  const snapshot = Snapshot.parse(body["snapshot"]);
  const { full_name: name, age } = snapshot.patient_demographics;
  show(`snapshot version ${snapshot.snapshot_version}: ${name}, age ${age ?? "unknown"}`);
  const list = (key: string, items: readonly string[]) =>
    show(
      `${key}: ${items.length > 0 ? items.join(", ") : (snapshot.list_states[key] ?? "not_asked").replaceAll("_", " ")}`,
    );
  list(
    "allergies",
    snapshot.allergies.map((item) => `${item.allergen} (${item.severity ?? "severity unknown"})`),
  );
  list(
    "conditions",
    snapshot.active_conditions.map((item) => item.name),
  );
  list(
    "medications",
    snapshot.current_medications.map((item) => `${item.name} ${item.dose ?? "(dose unknown)"}`),
  );
}

function* draftLines({ subjective, objective, assessment, plan, meta }: SoapNote): Generator<string> {
  if (subjective.chiefComplaint) yield `chief complaint: “${subjective.chiefComplaint.description}”`;
  const named: [string, readonly string[]][] = [
    ["reported medications", subjective.medications.map((item) => item.medication_name)],
    ["allergies", subjective.allergies.map((item) => item.allergen)],
    ["vital signs", objective.vitalSigns.map((item) => `${item.vital_name} ${item.vital_value}`)],
    ["problems", assessment.problems.map((item) => item.diagnosis_name)],
    [
      "planned medications",
      plan.medications.map((item) => [item.medication_name, item.dose].filter(Boolean).join(" ")),
    ],
  ];
  for (const [title, names] of named) if (names.length > 0) yield `${title}: ${names.join("; ")}`;
  const evidence = [...subjective.hpi, ...plan.items].flatMap((item) => item.evidence);
  const span = evidence.find((one) => one.kind === "transcript");
  if (span)
    yield `every item quotes the talk, for instance turn ${span.sequence}, ${span.start}–${span.end}: “${span.quote}”`;
  const { missing_critical_info: missing, needs_clinician_confirmation: unsure } = meta.aiFlags;
  yield `left empty and flagged: ${missing.length > 0 ? missing.join(", ") : "nothing"}; to confirm: ${unsure.length}`;
}

function describeChanges(changes: Readonly<Record<string, unknown>>): string {
  const Section = z.record(z.string(), z.array(z.unknown()));
  const lines = Object.entries(changes).flatMap(([section, value]) => {
    const kinds = Section.safeParse(value).data ?? {};
    const counted = Object.entries(kinds).filter(([, items]) => items.length > 0);
    return counted.length === 0
      ? []
      : [`${section} ${counted.map(([kind, items]) => `${items.length} ${kind}`).join(", ")}`];
  });
  return lines.length > 0 ? lines.join("; ") : "none";
}
