import type { SoapNote } from "../soap-note/soap-note.ts";

/** What the work on a draft goes through, in this order; another attempt of a model goes back to `generate`. */
export type DraftPhase = "context" | "transcript" | "generate" | "ground" | "check" | "store";

/** The parts of a note that are shown as soon as they are drafted and checked, in this order: dangers first. */
export const DRAFT_SECTIONS = ["safetyAlerts", "subjective", "objective", "assessment", "plan"] as const;

/** A part of a note. */
export type DraftSection = (typeof DRAFT_SECTIONS)[number];

/** One step of the work, for whoever watches it. */
export type DraftStep =
  | { readonly phase: DraftPhase }
  | { readonly section: DraftSection; readonly content: SoapNote[DraftSection] };

/** Hears each step as it is reached. */
export type DraftProgress = (step: DraftStep) => void;
