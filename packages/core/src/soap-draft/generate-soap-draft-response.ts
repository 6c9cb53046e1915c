import { z } from "zod";
import { SoapNote } from "../soap-note/soap-note.ts";

const Note = SoapNote.meta({ id: "SoapNoteInput", outputId: "SoapNote" });

/** Answer of generate-soap-draft-v2: the draft where it is ready in time, else the job to ask for again. */
export const GenerateSoapDraftResponse = z
  .object({
    success: z.literal(true),
    ok: z.literal(true),
    status: z.literal(200),
    soap_status: z.enum(["drafting", "draft_ready"]),
    draft_id: z.uuid(),
    revision: z.int().min(1),
    soap_draft: Note.optional().meta({ description: "The draft as written; present when it is ready." }),
    soapNote: Note.optional().meta({ description: "The encounter's open note, with a clinician's edits if any." }),
    soapNoteId: z.uuid().optional(),
  })
  .meta({ id: "GenerateSoapDraftResponse" });

/** Answer of generate-soap-draft-v2. */
export type GenerateSoapDraftResponse = z.infer<typeof GenerateSoapDraftResponse>;
