import type { LeasedDraft } from "../soap-draft/soap-draft-state.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import type { MaskedChunk } from "./build-prompt.ts";
import { ModelFault } from "./model-fault.ts";
import type { ModelEvidence, ModelNote } from "./model-note.ts";
import type { ModelSettings } from "./model-settings.ts";
import { placeEvidence } from "./place-evidence.ts";
import { restoreRecorded } from "./restore-recorded.ts";

const DISCLAIMER =
  "Draft for clinician review: written by a language model from the encounter's transcript and the record. It may be wrong or incomplete and is not a signed note.";

/** What a model's answer is turned into a note with. */
export type NoteSource = {
  readonly draft: LeasedDraft;
  /** The transcript as the model saw it. */
  readonly masked: readonly MaskedChunk[];
  readonly settings: ModelSettings;
};

/**
 * Turns a model's answer into a note: evidence gets its place, blanks become unknown, what is on record is as recorded,
 * and everything that says what the note is and belongs to is the server's.
 *
 * @param answer - the model's, checked against its schema
 * @param source - the encounter it was asked about
 * @returns a note that parses as SoapNote
 * @throws ModelFault `not_the_schema` when a value breaks a rule the answer's schema cannot say
 */
export function toSoapNote(answer: ModelNote, source: NoteSource): SoapNote {
  const { encounter, snapshot, transcript, transcript_sha256 } = source.draft;
  const itemIds = new Set(
    [
      ...(snapshot?.allergies ?? []),
      ...(snapshot?.current_medications ?? []),
      ...(snapshot?.active_conditions ?? []),
    ].map(({ id }) => id),
  );
  const place = (evidence: readonly ModelEvidence[]) => placeEvidence(evidence, { ...source, transcript, itemIds });
  const items = <Item extends { readonly evidence: readonly ModelEvidence[] }>(name: string, list: readonly Item[]) =>
    list.map((item, index) => ({ ...withoutBlanks(item), id: `${name}-${index + 1}`, evidence: place(item.evidence) }));

  const { subjective, objective, assessment, plan } = answer;
  const parsed = SoapNote.safeParse({
    schemaVersion: "1",
    subjective: {
      chiefComplaint:
        items("chief-complaint", subjective.chiefComplaint === null ? [] : [subjective.chiefComplaint])[0] ?? null,
      hpi: items("hpi", subjective.hpi),
      reviewOfSystems: items("review", subjective.reviewOfSystems),
      history: items("history", subjective.history),
      medications: items("medication", subjective.medications),
      allergies: items("allergy", subjective.allergies),
      listStates: Object.fromEntries(
        Object.entries(subjective.listStates).map(([list, claim]) => [
          list,
          { state: claim.state, complete: false, evidence: place(claim.evidence) },
        ]),
      ),
    },
    objective: {
      vitalSigns: items("vital-sign", objective.vitalSigns),
      physicalExam: items("exam", objective.physicalExam),
      diagnostics: items("diagnostic", objective.diagnostics),
    },
    assessment: { problems: items("problem", assessment.problems) },
    plan: { medications: items("planned-medication", plan.medications), items: items("plan-item", plan.items) },
    meta: {
      encounterId: encounter.encounter_id,
      appointmentId: encounter.appointment_id,
      snapshotId: snapshot?.id ?? null,
      recordVersion: snapshot?.record_version ?? null,
      model: source.settings.model,
      promptVersion: source.settings.promptVersion,
      transcriptSha256: transcript_sha256,
      aiFlags: { missing_critical_info: answer.missing_critical_info.filter((gap) => gap.trim() !== "") },
      disclaimer: DISCLAIMER,
    },
  });
  if (!parsed.success) throw new ModelFault("not_the_schema");
  return { ...parsed.data, subjective: restoreRecorded(parsed.data.subjective, snapshot) };
}

function withoutBlanks<Item extends object>(item: Item) {
  return Object.fromEntries(
    Object.entries(item).map(([key, value]) => [key, typeof value === "string" && value.trim() === "" ? null : value]),
  );
}
