/** What stands on every draft and on its stored copy; `private.draft_disclaimer()` is the same sentence. */
export const DRAFT_DISCLAIMER =
  "Drafted by software from the words of the encounter and from the record. It may be wrong or incomplete, and counts for nothing until a clinician has reviewed and signed it.";
