import { describe, expect, test } from "vitest";
import { restoreAllergies } from "./restore-allergies.ts";

const RECORDED = { id: "a1", allergen: "penicillin", reaction: "rash", severity: "severe", status: "active" } as const;
const SAID = { kind: "transcript", sequence: 2, start: 0, end: 20, quote: "I went into anaphylaxis" } as const;
const ON_RECORD = { kind: "snapshot", itemId: "a1" } as const;

/** The recorded allergy as a draft may have it. */
const drafted = (change: object) => ({ ...RECORDED, id: "allergy-1", evidence: [ON_RECORD], ...change });

describe("restoreAllergies()", () => {
  test("puts back what a draft left out, and says so", () => {
    const { allergies, restored } = restoreAllergies([], [RECORDED]);
    expect(allergies).toMatchObject([{ allergen: "penicillin", reaction: "rash", severity: "severe" }]);
    expect(restored).toHaveLength(1);
  });

  test("gives back a severity that a draft dropped without words for another reaction", () => {
    const { allergies, restored } = restoreAllergies([drafted({ severity: null })], [RECORDED]);
    expect(allergies).toMatchObject([{ severity: "severe" }]);
    expect(restored).toHaveLength(1);
  });

  test("leaves the severity of another reaction that was said unknown, and asks about it", () => {
    const said = drafted({ reaction: "anaphylaxis", severity: null, evidence: [ON_RECORD, SAID] });
    const { allergies, restored } = restoreAllergies([said], [RECORDED]);
    expect(allergies).toMatchObject([{ reaction: "anaphylaxis", severity: null }]);
    expect(restored).toEqual([
      { itemId: "allergy-1", reason: expect.stringContaining("severity on record: severe"), evidence: said.evidence },
    ]);
  });

  test("asks nothing twice where the drafter asks itself", () => {
    const said = drafted({ reaction: "anaphylaxis", severity: null, evidence: [ON_RECORD, SAID] });
    expect(restoreAllergies([said], [RECORDED], new Set(["allergy-1"])).restored).toEqual([]);
  });

  test("never eases a severity, and may raise it", () => {
    const { allergies } = restoreAllergies([drafted({ severity: "mild" })], [RECORDED]);
    expect(allergies).toMatchObject([{ severity: "severe" }]);
    const graver = restoreAllergies([drafted({ severity: "life_threatening" })], [RECORDED]);
    expect(graver.allergies).toMatchObject([{ severity: "life_threatening" }]);
    expect(graver.restored).toEqual([]);
  });
});
