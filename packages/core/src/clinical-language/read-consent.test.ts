import { describe, expect, test } from "vitest";
import { findReplies } from "./find-replies.ts";
import { readConsent } from "./read-consent.ts";
import { splitClauses } from "./split-clauses.ts";

/** What the patient's turns do to the order the talk opens with. */
function consentTo(...turns: string[]) {
  const chunks = splitClauses(
    turns.map((text, index) => ({
      sequence: index + 1,
      speaker_role: index % 2 === 0 ? "provider" : "patient",
      text,
    })),
  );
  const [proposal] = chunks[0] ?? [];
  if (proposal === undefined) throw new Error("no proposal");
  return readConsent(proposal, findReplies(chunks).get(1), chunks.flat());
}
const ORDER = "I will start amoxicillin 500 mg three times daily.";

describe("an order is turned down only by words that do so", () => {
  test.each([
    "No.",
    "Nope.",
    "No thank you.",
    "No, I don't want antibiotics.",
    "I'd rather not.",
    "I won't take amoxicillin.",
    "No way.",
  ])("refused: %j", (reply) => {
    expect(consentTo(ORDER, reply)).toBe("refused");
  });

  test.each([
    "No problem.",
    "No worries.",
    "Okay, thank you.",
    "No, I don't take ibuprofen any more.",
    "I stopped taking lisinopril last week.",
    "No, thank you for asking, I have no other questions.",
    "Wait, I am allergic to penicillin.",
    "I can't take ibuprofen.",
  ])("let stand: %j", (reply) => {
    expect(consentTo(ORDER, reply)).toBe("let stand");
  });

  test.each(["I'm allergic to that.", "Can we wait on that?", "Let me think about it."])("put off: %j", (reply) => {
    expect(consentTo(ORDER, reply)).toBe("put off");
  });

  test("a refusal taken back is none", () => {
    expect(consentTo(ORDER, "No, I don't want antibiotics.", "Please take it.", "Okay, I will take it.")).toBe(
      "let stand",
    );
  });

  test("a no to the question after it is no refusal", () => {
    expect(consentTo(`${ORDER} Do you have any questions?`, "No.")).toBe("let stand");
  });
});
