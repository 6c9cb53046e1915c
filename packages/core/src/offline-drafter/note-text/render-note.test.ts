import { expect, test } from "vitest";
import { draftSpoken } from "../testing/draft-spoken.ts";
import { renderNote } from "./render-note.ts";

test("an empty draft is an empty text", () => {
  expect(renderNote(draftSpoken([])).note).toBe("");
});

test("what was denied keeps its no, numbers are digits, and nothing stands twice", () => {
  const { note, sections } = renderNote(
    draftSpoken([
      ["provider", "Any fever?"],
      ["patient", "No."],
      ["patient", "I take lisinopril ten milligrams daily."],
      ["provider", "Your blood pressure is one thirty over sixty eight."],
      ["provider", "I'm going to start you on metformin five hundred milligrams twice a day."],
    ]),
  );
  expect(sections.subjective.toLowerCase()).toMatch(/no fever|fever no/);
  expect(sections.objective_exam).toContain("130/68");
  expect(sections.assessment_and_plan).toContain("metformin 500 milligrams");
  expect(note.match(/lisinopril/g)).toHaveLength(1);
});
