import type { VisitType } from "./rubrics.ts";

const NAMED: readonly (readonly [VisitType, RegExp])[] = [
  ["preventive", /annual|physical|wellness|well.?(child|woman|visit)|preventive|check.?up/i],
  ["acute", /urgent|acute|sick|same.?day|walk.?in|emergency/i],
  ["follow_up", /follow|return|re.?check|review/i],
  ["new_patient", /new|initial|first|intake|consult/i],
];

/** What tells which kind of visit it is. */
export interface VisitContext {
  /** As booked, in the clinic's words; null where it says nothing. */
  readonly appointmentType: string | null;
  /** Whether the patient has a signed note of an earlier visit. */
  readonly hasEarlierVisits: boolean;
}

/**
 * Tells which kind of visit a note is of: as booked, else by whether the patient was seen before.
 *
 * @param context From the snapshot.
 */
export function readVisitType({ appointmentType, hasEarlierVisits }: VisitContext): VisitType {
  const named = NAMED.find(([, pattern]) => pattern.test(appointmentType ?? ""));
  return named?.[0] ?? (hasEarlierVisits ? "follow_up" : "new_patient");
}
