import type { ModelNote } from "./model-note.ts";

const NOT_ASKED: ModelNote["subjective"]["listStates"][keyof ModelNote["subjective"]["listStates"]] = {
  state: "not_asked",
  evidence: [],
};

/** A model's answer before anything is written: what the parts that have arrived are laid over. */
export const EMPTY_MODEL_NOTE: ModelNote = {
  subjective: {
    chiefComplaint: null,
    hpi: [],
    reviewOfSystems: [],
    history: [],
    medications: [],
    allergies: [],
    listStates: {
      conditions: NOT_ASKED,
      medications: NOT_ASKED,
      allergies: NOT_ASKED,
      surgical_history: NOT_ASKED,
      family_history: NOT_ASKED,
      social_history: NOT_ASKED,
    },
  },
  objective: { vitalSigns: [], physicalExam: [], diagnostics: [] },
  assessment: { problems: [] },
  plan: { medications: [], items: [] },
  missing_critical_info: [],
};
