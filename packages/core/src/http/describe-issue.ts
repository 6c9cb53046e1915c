import type { z } from "zod";
import type { ErrorDetail } from "./api-error.ts";

/**
 * Names what an issue is about: the field and the rule it broke, never its value.
 *
 * @param issue - of a parse with `reportInput`, which tells an absent field from one of another type
 * @returns field, dotted where it is nested, and rule
 */
export function describeIssue(issue: z.core.$ZodIssue): ErrorDetail {
  return { field: issue.path.join("."), rule: rule(issue) };
}

function rule(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.input === undefined ? "required" : issue.expected;
    case "invalid_format":
      return issue.format === "guid" ? "uuid" : issue.format;
    case "custom": {
      const named: unknown = issue.params?.["rule"];
      return typeof named === "string" ? named : "custom";
    }
    default:
      return issue.code;
  }
}
