/**
 * Every variable a function may read. The list is what `--allow-env` grants, and nothing else is ever looked at.
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

/** Name of a variable a function may read. */
export type EnvironmentName = (typeof ENVIRONMENT_NAMES)[number];

/** Looks up one variable; undefined where it is not set. */
export type Environment = (name: EnvironmentName) => string | undefined;
