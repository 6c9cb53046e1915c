/** Version of the rubrics: raised whenever an element or its weight changes. */
export const RUBRICS_VERSION = "2026-11-1";

/** Kinds of visits that ask for different documentation. */
export type VisitType = "new_patient" | "follow_up" | "acute" | "preventive";

/** What a note is asked for. */
export type DocumentationElement =
  | "chief_complaint"
  | "present_illness"
  | "review_of_systems"
  | "medical_history"
  | "family_history"
  | "social_history"
  | "medications"
  | "allergies"
  | "vital_signs"
  | "physical_exam"
  | "results"
  | "assessment"
  | "problem_status"
  | "plan"
  | "plan_per_problem"
  | "follow_up"
  | "education";

/** What is said of a missing element; the label before the colon names the section. */
export const ELEMENT_GAPS: Readonly<Record<DocumentationElement, string>> = {
  chief_complaint: "Chief complaint: none",
  present_illness: "History of present illness: fewer than four statements",
  review_of_systems: "Review of systems: fewer systems than the visit asks for",
  medical_history: "Past history: no medical or surgical history, and none denied",
  family_history: "Family history: none, and not denied",
  social_history: "Social history: none",
  medications: "Medications: none listed and none denied",
  allergies: "Allergies: none listed and none denied",
  vital_signs: "Vital signs: none",
  physical_exam: "Physical examination: none",
  results: "Results: none reviewed",
  assessment: "Assessment: no problem",
  problem_status: "Assessment: a problem without its status",
  plan: "Plan: none",
  plan_per_problem: "Plan: fewer orders than problems",
  follow_up: "Follow-up: no return or referral",
  education: "Education: no advice and no warning signs",
};

/**
 * Points per element and kind of visit. The elements are those of the NCQA guidelines for medical record documentation
 * (https://www.ncqa.org/wp-content/uploads/2018/07/20180110_Guidelines_Medical_Record_Documentation.pdf) and of the
 * history and examination of the CMS 1997 guidelines (https://www.cms.gov/files/document/97docguidelinespdf.pdf). Three
 * points: a core element of the NCQA; two: asked for by either; one: good to have. The weights are ours.
 */
export const RUBRICS: Readonly<Record<VisitType, Readonly<Partial<Record<DocumentationElement, 1 | 2 | 3>>>>> = {
  new_patient: {
    chief_complaint: 3,
    present_illness: 3,
    review_of_systems: 2,
    medical_history: 3,
    family_history: 1,
    social_history: 2,
    medications: 3,
    allergies: 3,
    vital_signs: 2,
    physical_exam: 2,
    assessment: 3,
    plan: 3,
    plan_per_problem: 2,
    follow_up: 2,
    education: 1,
  },
  follow_up: {
    chief_complaint: 2,
    present_illness: 2,
    review_of_systems: 1,
    medications: 3,
    allergies: 3,
    vital_signs: 2,
    physical_exam: 1,
    results: 1,
    assessment: 3,
    problem_status: 2,
    plan: 3,
    plan_per_problem: 2,
    follow_up: 2,
    education: 1,
  },
  acute: {
    chief_complaint: 3,
    present_illness: 3,
    review_of_systems: 2,
    medications: 2,
    allergies: 3,
    vital_signs: 2,
    physical_exam: 2,
    assessment: 3,
    plan: 3,
    plan_per_problem: 2,
    follow_up: 2,
    education: 2,
  },
  preventive: {
    chief_complaint: 1,
    review_of_systems: 2,
    medical_history: 3,
    family_history: 2,
    social_history: 3,
    medications: 3,
    allergies: 3,
    vital_signs: 2,
    physical_exam: 2,
    assessment: 2,
    plan: 2,
    follow_up: 2,
    education: 2,
  },
};

/** How many body systems a review covers, by kind of visit. */
export const SYSTEMS_ASKED: Readonly<Record<VisitType, number>> = {
  new_patient: 2,
  follow_up: 1,
  acute: 2,
  preventive: 4,
};
