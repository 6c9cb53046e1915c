import { z } from "zod";

/** What an item of a plan is. */
export const PlanCategory = z.enum([
  "diagnostic_test",
  "procedure",
  "referral",
  "follow_up",
  "education",
  "lifestyle",
  "therapy",
  "other",
]);
