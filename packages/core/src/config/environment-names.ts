/**
 * Every variable any function may read, and nothing else is ever looked at but {@link WORKER_KEY_NAMES} by those that
 * work in the background.
 */
export const ENVIRONMENT_NAMES = [
  "SUPABASE_URL",
  "SUPABASE_ANON_KEY",
  "SUPABASE_PUBLISHABLE_KEYS",
  "FIREBASE_PROJECT_ID",
  "FIREBASE_JWKS_URL",
  "ALLOWED_ORIGINS",
  "LLM_PROVIDER",
  "LLM_BASE_URL",
  "LLM_API_KEY",
  "LLM_MODEL",
  "LLM_PROMPT_VERSION",
  "LLM_TIMEOUT_SECONDS",
  "AWS_REGION",
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_BEARER_TOKEN_BEDROCK",
] as const;

/** The platform's secret key, under its two names: for a function that works in the background, and no other. */
export const WORKER_KEY_NAMES = ["SUPABASE_SECRET_KEYS", "SUPABASE_SERVICE_ROLE_KEY"] as const;

/** Name of a variable a function may read. */
export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number] | (typeof WORKER_KEY_NAMES)[number];

/** Looks up one variable; undefined where it is not set. */
export type Environment = (name: EnvironmentName) => string | undefined;
