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
export type FunctionAccess = { readonly notFound: string; readonly cells: readonly FunctionCell[] };

/** One cell: the case of docs/threat-cases.md, who calls, and what comes of it. */
export type FunctionCell = { readonly id: string; readonly caller: CallerName; readonly verdict: Verdict };

function row(notFound: string, cells: readonly (readonly [id: string, verdict: Verdict])[]): FunctionAccess {
  return {
    notFound,
    cells: CALLERS.map((caller, index) => {
      const [id, verdict] = cells[index] ?? [];
      if (id === undefined || verdict === undefined) throw new Error(`Cannot read matrix: no cell for ${caller}`);
      return { id, caller, verdict };
    }),
  };
}

/** The matrix: what each function answers each of {@link CALLERS} who names a thing that is there. */
export const FUNCTION_ACCESS: Readonly<Record<Slug, FunctionAccess>> = {
  "create-context-snapshot": row("SESSION_NOT_FOUND", [
    ["A01", "none"],
    ["A02", "none"],
    ["A03", "theirs"],
    ["A04", "absent"],
    ["A05", "allowed"],
    ["A06", "absent"],
    ["A07", "absent"],
    ["A08", "absent"],
    ["A09", "none"],
  ]),
  "get-patient-history": row("PATIENT_NOT_FOUND", [
    ["A10", "none"],
    ["A11", "none"],
    ["A12", "allowed"],
    ["A13", "absent"],
    ["A14", "allowed"],
    ["A15", "absent"],
    ["A16", "absent"],
    ["A17", "absent"],
    ["A18", "none"],
  ]),
  "update-patient-medical-record": row("NOT_FOUND", [
    ["A19", "none"],
    ["A20", "none"],
    ["A21", "role"],
    ["A22", "role"],
    ["A23", "allowed"],
    ["A24", "absent"],
    ["A25", "absent"],
    ["A26", "role"],
    ["A27", "none"],
  ]),
  "generate-soap-draft-v2": row("SESSION_NOT_FOUND", [
    ["A28", "none"],
    ["A29", "none"],
    ["A30", "theirs"],
    ["A31", "absent"],
    ["A32", "allowed"],
    ["A33", "absent"],
    ["A34", "absent"],
    ["A35", "role"],
    ["A36", "none"],
  ]),
};
