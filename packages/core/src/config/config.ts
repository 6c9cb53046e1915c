import { z } from "zod";
import { DRAFTER_VARIABLES, drafterSettings } from "./drafter-variables.ts";
import { LOOPBACK } from "./loopback.ts";
import { platformKeys } from "./platform-keys.ts";
import { httpUrl, value } from "./variable.ts";
import { WORKER_VARIABLES } from "./worker-variables.ts";

/** Google's public keys for Firebase ID tokens, in the one format `jose` reads. */
const GOOGLE_JWKS_URL = "https://www.googleapis.com/service_accounts/v1/jwk/securetoken@system.gserviceaccount.com";

const origins = z
  .string()
  .transform((text) => text.split(",").map((origin) => origin.trim()))
  .transform((list) => list.filter((origin) => origin !== ""))
  .pipe(z.array(z.string().refine((origin) => URL.canParse(origin) && new URL(origin).origin === origin)));

/**
 * The environment of a function, checked. Blank variables count as absent; there is no default Firebase project, and a
 * key set other than Google's is honoured only where the Data API itself is on this machine.
 */
export const Config = z
  .object({
    SUPABASE_URL: value.pipe(httpUrl),
    SUPABASE_ANON_KEY: value.optional(),
    SUPABASE_PUBLISHABLE_KEYS: platformKeys.optional(),
    FIREBASE_PROJECT_ID: value.regex(/^[a-z][a-z0-9-]{2,62}$/),
    FIREBASE_JWKS_URL: value.pipe(httpUrl).optional(),
    ALLOWED_ORIGINS: origins.default([]),
    ...DRAFTER_VARIABLES,
    ...WORKER_VARIABLES,
  })
  .transform((variables, context) => {
    const apiKeys = [...(variables.SUPABASE_PUBLISHABLE_KEYS ?? []), variables.SUPABASE_ANON_KEY].filter(
      (key) => key !== undefined,
    );
    const [publishableKey] = apiKeys;
    if (publishableKey === undefined) context.addIssue({ code: "custom", path: ["SUPABASE_PUBLISHABLE_KEYS"] });
    if (variables.FIREBASE_JWKS_URL !== undefined && !LOOPBACK.has(variables.SUPABASE_URL.hostname)) {
      context.addIssue({ code: "custom", path: ["FIREBASE_JWKS_URL"] });
    }
    // A model on this machine is a stub or an experiment: patients' words are not for it.
    const { LLM_BASE_URL: modelUrl } = variables;
    if (modelUrl !== undefined && LOOPBACK.has(modelUrl.hostname) && !LOOPBACK.has(variables.SUPABASE_URL.hostname)) {
      context.addIssue({ code: "custom", path: ["LLM_BASE_URL"] });
    }
    return {
      supabaseUrl: variables.SUPABASE_URL.origin,
      publishableKey: publishableKey ?? "",
      /** All keys a client may send as `apikey`; none of them is a user's token. */
      apiKeys,
      /** The secret key of the draft worker; undefined in every function that is none. */
      workerKey: variables.SUPABASE_SECRET_KEYS?.[0] ?? variables.SUPABASE_SERVICE_ROLE_KEY,
      firebaseProjectId: variables.FIREBASE_PROJECT_ID,
      firebaseJwksUrl: variables.FIREBASE_JWKS_URL?.href ?? GOOGLE_JWKS_URL,
      allowedOrigins: variables.ALLOWED_ORIGINS,
      /** Who writes drafts. */
      drafter: drafterSettings(variables, (name) => context.addIssue({ code: "custom", path: [name] })),
    };
  });

/** What a function knows about its surroundings. */
export type Config = Readonly<z.output<typeof Config>>;
