import type { Slug } from "../../support/clinic.ts";

/** The nine columns of the function × caller matrix, in its order. */
export const CALLERS = [
  "nobody",
  "the publishable key",
  "the patient",
  "another patient",
  "the provider",
  "a provider whose relationship ended",
  "an unrelated provider",
  "an administrator",
  "the secret key",
] as const;

export type CallerName = (typeof CALLERS)[number];

/**
 * `allowed`; `absent`: as if there were nothing; `role`: this role never may, whatever is named; `theirs`: theirs to
 * see, not to act on; `none`: no token.
 */
export type Verdict = "allowed" | "absent" | "role" | "theirs" | "none";

/** What a function answers to whom, and what it calls a thing that is not there. */
export type FunctionAccess = {
  /** Number of the first of its nine cases. */
  readonly firstCase: number;
  readonly notFound: string;
  readonly verdicts: Readonly<Record<CallerName, Verdict>>;
};

function verdicts(...cells: readonly Verdict[]): FunctionAccess["verdicts"] {
  const at = (index: number): Verdict => cells[index] ?? "none";
  return {
    nobody: at(0),
    "the publishable key": at(1),
    "the patient": at(2),
    "another patient": at(3),
    "the provider": at(4),
    "a provider whose relationship ended": at(5),
    "an unrelated provider": at(6),
    "an administrator": at(7),
    "the secret key": at(8),
  };
}

/** The matrix: what each function answers each caller who names a thing that is there. */
export const FUNCTION_ACCESS: Readonly<Record<Slug, FunctionAccess>> = {
  "create-context-snapshot": {
    firstCase: 1,
    notFound: "SESSION_NOT_FOUND",
    verdicts: verdicts("none", "none", "theirs", "absent", "allowed", "absent", "absent", "absent", "none"),
  },
  "get-patient-history": {
    firstCase: 10,
    notFound: "PATIENT_NOT_FOUND",
    verdicts: verdicts("none", "none", "allowed", "absent", "allowed", "absent", "absent", "absent", "none"),
  },
  "update-patient-medical-record": {
    firstCase: 19,
    notFound: "NOT_FOUND",
    verdicts: verdicts("none", "none", "role", "role", "allowed", "absent", "absent", "role", "none"),
  },
  "generate-soap-draft-v2": {
    firstCase: 28,
    notFound: "SESSION_NOT_FOUND",
    verdicts: verdicts("none", "none", "theirs", "absent", "allowed", "absent", "absent", "role", "none"),
  },
};
