import { z } from "zod";
import type { MobileApp } from "./mobile-app.ts";

const LINES = 3;

const Review = z.object({
  open: z.array(
    z.object({
      section: z.string(),
      id: z.string(),
      content: z.looseObject({ reason: z.string().optional(), message: z.string().optional() }),
    }),
  ),
});

/**
 * Decides everything that keeps a note from being signed, as a clinician does who has read it: she accepts that a danger
 * is known and that a question is answered by what stands in the note.
 *
 * @param provider - The clinician's app.
 * @param encounterId - The encounter.
 * @param soapNoteId - Its open note, as it is shown.
 * @returns What was decided, a line each for the first few.
 * @throws Error - When something is still open afterwards.
 */
export async function reviewDraft(provider: MobileApp, encounterId: string, soapNoteId: string): Promise<string[]> {
  const revision = await provider.readRevision(soapNoteId);
  const review = async (decisions: readonly object[]) => {
    const args = { p_encounter_id: encounterId, p_expected_revision: revision, p_decisions: decisions };
    return Review.parse(await provider.callRpc("review_soap_draft", args)).open;
  };
  const open = await review([]);
  const left = await review(open.map(({ section, id }) => ({ section, id, decision: "accept" })));
  if (left.length > 0) throw new Error(`Cannot finish the walk: ${left.length} items are still to be decided`);
  const asked = open.map(({ section, content }) => `accepted (${section}): ${content.reason ?? content.message ?? ""}`);
  const rest = asked.length > LINES ? [`… and ${asked.length - LINES} more`] : [];
  return open.length === 0 ? ["the draft asks for nothing"] : [...asked.slice(0, LINES), ...rest];
}
