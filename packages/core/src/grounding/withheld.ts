/** Why an item is not in the note. */
export type WithheldReason =
  | "no_evidence"
  | "number_not_said"
  | "drug_not_said"
  | "word_not_said"
  | "no_patient_words"
  | "no_clinician_words"
  | "opposite_said"
  | "another_person"
  | "over"
  | "not_real"
  | "doubtful"
  | "change_not_said"
  | "not_settled"
  | "not_showable";

/** What the clinician is told of each. */
export const WITHHELD_SENTENCES: Readonly<Record<WithheldReason, string>> = {
  no_evidence: "nothing in the transcript or the record says it",
  number_not_said: "a number, dose or unit in it was not said",
  drug_not_said: "a drug in it was not said",
  word_not_said: "words in it were not said",
  no_patient_words: "the patient did not say or confirm it",
  no_clinician_words: "the clinician did not say it",
  opposite_said: "the opposite was said",
  another_person: "it was said of another person",
  over: "it was said of the past",
  not_real: "it was only asked, imagined or warned of",
  doubtful: "it was said in doubt",
  change_not_said: "the words about this medication say another change",
  not_settled: "it was asked and the answer settles nothing",
  not_showable: "it holds a link, markup or hidden characters",
};
