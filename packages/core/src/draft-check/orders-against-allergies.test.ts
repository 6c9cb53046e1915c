import { describe, expect, test } from "vitest";
import { draftOffline } from "../offline-drafter/draft-offline.ts";
import { renderNote } from "../offline-drafter/note-text/render-note.ts";
import { encounterOf, type Spoken } from "../offline-drafter/testing/draft-spoken.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import { checkDraft } from "./check-draft.ts";

const ALLERGIC: Spoken[] = [
  ["provider", "Do you have any allergies?"],
  ["patient", "Yes, penicillin gave me hives all over."],
];

/** The draft of a talk as the server shows it. */
function draftOf(...talk: Spoken[]): SoapNote {
  const input = encounterOf(talk);
  const drafted = draftOffline(input);
  return checkDraft(drafted, { ...input, model: drafted.meta.model, promptVersion: drafted.meta.promptVersion });
}

const alertsOf = ({ safetyAlerts }: SoapNote) => safetyAlerts.map(({ alert_type }) => alert_type);

describe("an order against an allergy is an alert", () => {
  test.each([
    "No problem.",
    "Okay, thank you.",
    "No.",
    "Can we wait on that?",
    "I stopped taking lisinopril last week.",
  ])("whatever the patient answers: %j", (answer) => {
    const order: Spoken = ["provider", "I will start amoxicillin 500 mg three times daily."];
    expect(alertsOf(draftOf(...ALLERGIC, order, ["patient", answer]))).toContain("drug_allergy");
  });

  test.each([
    "I am sending a prescription for amoxicillin to your pharmacy.",
    "I'm sending over some amoxicillin.",
    "Here's a script for amoxicillin.",
    "let's get you started on amoxicillin",
    "I've sent amoxicillin to your pharmacy.",
  ])("in whatever words it is given: %j", (order) => {
    expect(alertsOf(draftOf(...ALLERGIC, ["provider", order], ["patient", "Okay."]))).toContain("drug_allergy");
  });

  test("when the allergy is told after it", () => {
    const note = draftOf(
      ["provider", "I will start amoxicillin 500 mg three times daily."],
      ["patient", "Wait, I am allergic to penicillin."],
    );
    expect(alertsOf(note)).toContain("drug_allergy");
  });

  test("when grounding takes the order out of the plan", () => {
    const input = encounterOf([...ALLERGIC, ["provider", "Amoxicillin is an antibiotic."]]);
    const evidence = [{ kind: "transcript" as const, sequence: 3, start: 0, end: 11, quote: "Amoxicillin" }];
    const drafted = draftOffline(input);
    const claimed = SoapNote.parse({
      ...drafted,
      plan: { medications: [{ id: "m", medication_name: "Amoxicillin", dose: "500 mg", status: "started", evidence }] },
    });
    const note = checkDraft(claimed, { ...input, model: null, promptVersion: null });
    expect(note.plan.medications).toEqual([]);
    expect(alertsOf(note)).toContain("drug_allergy");
  });
});

test("a drug that was turned down is never printed as an order", () => {
  const note = draftOf(["provider", "I will start amoxicillin 500 mg three times daily."], ["patient", "No."]);
  expect(renderNote(note).note).not.toMatch(/^amoxicillin 500 mg/m);
});

test("a drug the clinician names in words no rule reads is a question", () => {
  const note = draftOf(["provider", "The pharmacy will have amoxicillin for you."], ["patient", "Okay."]);
  const reasons = note.meta.aiFlags.needs_clinician_confirmation.map(({ reason }) => reason);
  expect(reasons).toContain("The clinician named this medication and no decision about it was understood");
});
