import type { RedFlagRule } from "./red-flag-rule.ts";
import { ALLERGY_AND_INFECTION } from "./red-flags/allergy-and-infection.ts";
import { BREATH_AND_BELLY } from "./red-flags/breath-and-belly.ts";
import { HEART_AND_BRAIN } from "./red-flags/heart-and-brain.ts";
import { MIND_AND_SAFETY } from "./red-flags/mind-and-safety.ts";
import { PREGNANCY } from "./red-flags/pregnancy.ts";

/** Version of the table: raised whenever a rule changes what is found. */
export const RED_FLAGS_VERSION = "2026-11-1";

/** The rules, by what they protect from. */
export const RED_FLAG_RULES: readonly RedFlagRule[] = [
  ...HEART_AND_BRAIN,
  ...MIND_AND_SAFETY,
  ...ALLERGY_AND_INFECTION,
  ...PREGNANCY,
  ...BREATH_AND_BELLY,
];
