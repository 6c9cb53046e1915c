/** Value of `meta.model` in every note the offline drafter writes. */
export const OFFLINE_MODEL = "offline-rules-1";

/** Value of `meta.promptVersion`: raised whenever a rule or a word list changes what a transcript is drafted to. */
export const OFFLINE_VERSION = "offline-7";
