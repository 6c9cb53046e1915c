import { randomUUID } from "node:crypto";
import { SoapNote } from "@patient-medical-history/core";
import { type BookedEncounter, RecordedRequest, type StubBehaviourInput } from "@patient-medical-history/local-stack";
import { inject } from "vitest";
import { z } from "zod";
import { type Answer, type Clinic, openClinic } from "./clinic.ts";

const SLUG = "generate-soap-draft-v2";
/** As drafts name the model of the stack; tests with a process of their own take another name. */
const STUB_MODEL = "openai-compatible:stub-model";

/** What a draft answers when it is ready. */
export const Drafted = z.object({
  soap_status: z.literal("draft_ready"),
  draft_id: z.uuid(),
  revision: z.int(),
  soap_draft: SoapNote,
  soapNote: SoapNote.optional(),
  soapNoteId: z.uuid().optional(),
});

/** One call of a model as it was recorded. */
export type ModelCallRow = {
  readonly attempt: number;
  readonly state: string;
  readonly fault: string | null;
  readonly input_tokens: number | null;
  readonly output_tokens: number | null;
};

/** An encounter with words of its own, by which the stub knows its requests. */
export type DraftedEncounter = BookedEncounter & { readonly marker: string; readonly transcript: readonly object[] };

/**
 * The clinic whose drafts a stub model writes, and the stub's controls.
 *
 * @returns the room; close it when the file is done
 */
export function openDraftingRoom() {
  const clinic: Clinic = openClinic();
  const stubUrl = inject("modelStubUrl");

  return {
    ...clinic,

    /** Books an encounter, with a marker in its transcript and what the model does with it. */
    async prepare(
      behaviours: readonly StubBehaviourInput[] = [],
      words: readonly string[] = [],
    ): Promise<DraftedEncounter> {
      const marker = `marker${randomUUID().replaceAll("-", "")}`;
      const encounter = await clinic.book();
      const transcript = [
        { speaker: "provider", text: `Good morning, this is visit ${marker}.` },
        { speaker: "patient", text: "I have had a dry cough for two weeks." },
        ...words.map((text) => ({ speaker: "patient", text })),
        { speaker: "provider", text: "Please drink enough and come back in a week." },
      ];
      await fetch(`${stubUrl}scripts`, { method: "POST", body: JSON.stringify({ marker, behaviours }) });
      return { ...encounter, marker, transcript };
    },

    draft(encounter: DraftedEncounter, headers: Record<string, string> = {}, more: object = {}): Promise<Answer> {
      const body = { sessionId: encounter.id, transcript: encounter.transcript, ...more };
      return clinic.call(SLUG, { as: "dr-amara", body, headers });
    },

    /** What the stub was sent for an encounter. */
    async requests(encounter: DraftedEncounter): Promise<RecordedRequest[]> {
      const answer = await fetch(`${stubUrl}requests?marker=${encounter.marker}`);
      return z.array(RecordedRequest).parse(await answer.json());
    },

    /** Every call of a model that was recorded for an encounter. */
    calls(encounter: BookedEncounter): Promise<ModelCallRow[]> {
      return clinic.sql<ModelCallRow[]>`
        select call.attempt, call.state, call.fault, call.input_tokens, call.output_tokens
        from private.model_calls as call
        join public.soap_drafts as draft on draft.id = call.draft_id
        where draft.encounter_id = ${encounter.id}
        order by draft.revision, call.attempt`;
    },

    /** Outages of earlier tests are no outages of the next one's model. */
    async closeCircuit(): Promise<void> {
      await clinic.sql`update private.model_calls set model = 'of an earlier test'
        where state in ('answered', 'failed') and model = ${STUB_MODEL}`;
    },
  };
}

/**
 * Reads a draft that must be ready.
 *
 * @param answer - of generate-soap-draft-v2
 */
export function drafted(answer: Answer): z.infer<typeof Drafted> {
  return Drafted.parse(answer.json);
}
