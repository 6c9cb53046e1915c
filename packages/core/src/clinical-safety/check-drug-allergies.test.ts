import { describe, expect, test } from "vitest";
import { checkDrugAllergies } from "./check-drug-allergies.ts";

const alertsOn = (medication_name: string, allergen: string, status: string | null = "active", planned = true) =>
  checkDrugAllergies(
    [{ medication_name, evidence: [], planned }],
    [{ allergen, reaction: null, severity: null, status, evidence: [{ kind: "snapshot", itemId: "a" }] }],
  );

describe("checkDrugAllergies() raises nothing", () => {
  test.each([
    ["azithromycin", "Penicillin"],
    ["acetaminophen", "NSAIDs"],
    ["lisinopril", "Latex"],
    ["ceftriaxone", "Sulfa"],
    ["metformin", "Peanuts"],
    ["amoxicillin", "Iodine contrast"],
  ])("on %s and an allergy to %s", (drug, allergen) => {
    expect(alertsOn(drug, allergen)).toEqual([]);
  });

  test.each(["refuted", "Ruled out", "entered_in_error", "de-labelled"])("on an allergy that is %s", (status) => {
    expect(alertsOn("amoxicillin", "Penicillin", status)).toEqual([]);
  });
});

describe("L14 checkDrugAllergies() raises a critical alert", () => {
  test.each([
    ["amoxicillin", "Penicillin"],
    ["Augmentin 875 mg", "PCN"],
    ["amoxicillin clavulanate", "penicillins"],
    ["ampicillin", "Amoxicillin"],
    ["Keflex", "cephalosporins"],
    ["cefdinir", "Ceftriaxone"],
    ["Bactrim DS", "Sulfa drugs"],
    ["sulfamethoxazole trimethoprim", "sulfonamide antibiotics"],
    ["ibuprofen", "NSAIDs"],
    ["Aleve", "aspirin"],
    ["Toradol", "ibuprofen"],
    ["enalapril", "lisinopril"],
    ["Lipitor", "statins"],
    ["levofloxacin", "Cipro"],
    ["Z-Pak", "erythromycin"],
    ["doxycycline", "tetracyclines"],
    ["hydrocodone", "codeine"],
    ["carbamazepine", "phenytoin"],
    ["latexol", "Latexol"],
  ])("on %s and an allergy to %s", (drug, allergen) => {
    expect(alertsOn(drug, allergen)).toMatchObject([{ alert_type: "drug_allergy", severity: "critical" }]);
  });
});

describe("checkDrugAllergies() warns", () => {
  test.each([
    ["cephalexin", "Penicillin"],
    ["meropenem", "penicillin"],
    ["amoxicillin", "Keflex"],
    ["celecoxib", "Sulfa"],
    ["Entresto", "lisinopril"],
    ["losartan", "ACE inhibitors"],
  ])("of %s in an allergy to %s, which can cross-react", (drug, allergen) => {
    expect(alertsOn(drug, allergen)).toMatchObject([
      { alert_type: "drug_allergy_cross_reactivity", severity: "warning", message: expect.stringMatching(/http/) },
    ]);
  });

  test("of a drug the patient takes already", () => {
    expect(alertsOn("amoxicillin", "Penicillin", "active", false)).toMatchObject([{ severity: "warning" }]);
  });

  test("with the drug's and the allergy's evidence", () => {
    expect(alertsOn("amoxicillin", "Penicillin")[0]?.evidence).toEqual([{ kind: "snapshot", itemId: "a" }]);
  });
});
