import { platformKeys } from "./platform-keys.ts";
import { value } from "./variable.ts";

/** A key for everybody in the place of the secret one would make every draft fail; it is told at the start instead. */
const isSecret = (key: string) => !key.startsWith("sb_publishable_");

/** The variables that let the draft function work in the background; no other function reads them. */
export const WORKER_VARIABLES = {
  SUPABASE_SECRET_KEYS: platformKeys.refine((keys) => keys.every(isSecret)).optional(),
  SUPABASE_SERVICE_ROLE_KEY: value.refine(isSecret).optional(),
};
