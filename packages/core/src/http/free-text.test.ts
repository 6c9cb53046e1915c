import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { ModelResult } from "../models/draft-with-model.ts";
import { ApiError } from "./api-error.ts";
import { isFault } from "./is-fault.ts";
import { type RequestTrace, traceFailure, traceLine } from "./request-trace.ts";

/** What people are known by and what is said of them, in the ways that scrubbers are known to miss. */
const CORPUS = [
  ...[
    "Alice",
    "Alice Example",
    "ALICE EXAMPLE",
    "alice",
    "O'Brien",
    "Anne-Marie Lefèvre",
    "Élodie",
    "N'Guessan",
    "李雷",
  ],
  ...["MRN 00482913", "00482913", "PT-000001", "NHS 943 476 5919", "1 85 05 78 006 084 36", "123-45-6789"],
  ...["+1 555-123-4567", "(555) 123-4567", "5551234567", "06 12 34 56 78", "0033612345678"],
  ...["alice@patients.example", "alice.example+visit@patients.example", "a l i c e @ patients . example"],
  ...["1912-10-14", "14/10/1912", "14.10.1912", "14 octobre 1912", "October 14, 1912", "born in 1912", "19121014"],
  ...["3 Example Road, Shelbyville", "12 bis, rue de l'Église, 75011 Paris", "SW1A 1AA", "Apt 4"],
  ...[
    "penicillin",
    "allergique à la pénicilline",
    "Lisinopril 10 mg once daily",
    "HIV positive",
    "douleur au genou gauche",
  ],
  ...[
    '{"name":"Alice","dob":"1912-10-14"}',
    '{"patient":{"name":[{"family":"Example"}]}}',
    "name=Alice&dob=1912-10-14",
  ],
  ...["eyJhbGciOiJub25lIn0.eyJzdWIiOiJ4In0.", "sb_secret_abc", "postgres://postgres:secret@127.0.0.1/postgres"],
  ...[
    'Failing row contains (1, "Alice").',
    'invalid input syntax for type uuid: "Alice"',
    "Key (email)=(a@b.c) exists.",
  ],
];

/** The texts of a line that this code chooses; the request id is the caller's own, and only of the form of an id. */
const CHOSEN = ["function", "method", "code", "fault", "user"] as const;

const REASONS: readonly NonNullable<ModelResult["reason"]>[] = [
  ...(["unreachable", "timeout", "http_429", "broken_stream", "empty", "truncated", "refused", "too_large"] as const),
  ...(["not_json", "not_the_schema", "lease_lost", "attempts", "circuit_open", "budget", "deadline"] as const),
];

const bare: RequestTrace = {
  requestId: "request-1",
  ...{ function: "get-patient-history", method: "POST", startedMs: 0, databaseMs: 0, status: 500 },
};
const line = (trace: RequestTrace) => JSON.parse(traceLine(new Date("2026-03-01T12:00:00Z"), trace));

describe("H06 no free text can be logged", () => {
  test.each(CORPUS)("%j: not as any field of a line, nor as the name or message of an error", (text) => {
    for (const field of CHOSEN) expect(line({ ...bare, [field]: text })[field]).toBe("unprintable");
    const named = Object.assign(new Error(text), { name: text });
    for (const thrown of [named, text, new ApiError("INTERNAL_ERROR", { fault: text })]) {
      expect(JSON.stringify(line(traceFailure({ ...bare }, thrown)))).not.toContain(JSON.stringify(text).slice(1, -1));
    }
  });

  test("a word of a patient's between words of ours is none, wherever it stands", () => {
    const ours = fc.array(fc.constantFrom("rpc", "draft", "500", "57014", "TypeError", "SUPABASE_URL"), {
      maxLength: 4,
    });
    fc.assert(
      fc.property(ours, ours, fc.constantFrom(...CORPUS), (before, after, text) => {
        expect(isFault([...before, text, ...after].join(" "))).toBe(false);
      }),
    );
  });

  test.each([
    ...["rpc 500 57014", "rpc 503 PGRST001", "rpc 0", "rpc_answer get_patient_history", "rpc 400 INVALID_REQUEST"],
    ...["rest 401", "jwks", "kid", "ERR_JWS_SIGNATURE_VERIFICATION_FAILED", "FIREBASE_PROJECT_ID SUPABASE_URL"],
    ...["TypeError", "ModelFault", "PermissionDenied", "SUPABASE_SECRET_KEYS rpc 401 PGRST301"],
    ...REASONS.map((reason) => `draft ${reason}`),
  ])("what operators need is a fault: %s", (fault) => {
    expect(line({ ...bare, fault }).fault).toBe(fault);
  });
});
