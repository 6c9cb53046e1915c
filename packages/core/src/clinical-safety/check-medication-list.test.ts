import { describe, expect, test } from "vitest";
import { SoapNote } from "../soap-note/soap-note.ts";
import { checkMedicationList } from "./check-medication-list.ts";

const plan = (...orders: readonly (readonly [name: string, status: string, dose?: string])[]) =>
  SoapNote.parse({
    plan: {
      medications: orders.map(([medication_name, status, dose = null], index) => ({
        id: `m${index}`,
        medication_name,
        status,
        dose,
      })),
    },
  }).plan.medications;
const active = (...names: string[]) => names.map((name) => ({ name, evidence: [] }));
const typesOf = (alerts: ReturnType<typeof checkMedicationList>): string[] =>
  alerts.map(({ alert_type }) => alert_type);

describe("checkMedicationList() raises nothing", () => {
  test("on a new drug, a change of a listed one, and a stop of a listed one", () => {
    const planned = plan(["omeprazole", "started"], ["Zestril", "increased", "20 mg"], ["metformin", "stopped"]);
    expect(checkMedicationList(planned, active("Lisinopril 10 mg", "Metformin"), [])).toEqual([]);
  });

  test("on a switch inside a class: the other one is stopped", () => {
    const planned = plan(["losartan", "started"], ["Valsartan", "stopped"]);
    expect(checkMedicationList(planned, active("valsartan"), [])).toEqual([]);
  });

  test("on a change where no list is known, or of a drug the patient said they take", () => {
    expect(checkMedicationList(plan(["lisinopril", "stopped"]), null, [])).toEqual([]);
    expect(
      checkMedicationList(plan(["lisinopril", "stopped"]), active("metformin"), plan(["lisinopril", "active"])),
    ).toEqual([]);
  });

  test("on what is only considered or refused", () => {
    expect(
      checkMedicationList(plan(["naproxen", "considered"], ["naproxen", "refused"]), active("ibuprofen"), []),
    ).toEqual([]);
  });
});

describe("checkMedicationList() warns", () => {
  test("of a start of what is taken already, by brand or generic", () => {
    expect(typesOf(checkMedicationList(plan(["Prinivil", "started"]), active("lisinopril 10 mg"), []))).toEqual([
      "start_already_taken",
    ]);
  });

  test("of a change of what is not on the list", () => {
    expect(typesOf(checkMedicationList(plan(["warfarin", "stopped"]), active("lisinopril"), []))).toEqual([
      "change_not_on_list",
    ]);
  });

  test("of one drug planned at two doses", () => {
    const planned = plan(["lisinopril", "increased", "20 mg"], ["lisinopril", "continued", "10 mg"]);
    expect(typesOf(checkMedicationList(planned, active("lisinopril"), []))).toEqual(["duplicate_medication"]);
    const same = plan(["lisinopril", "continued", "10 mg"], ["lisinopril", "continued", "ten milligrams"]);
    expect(checkMedicationList(same, active("lisinopril"), [])).toEqual([]);
  });

  test("of a second drug of a class, on the list, said, or planned in the same visit", () => {
    expect(typesOf(checkMedicationList(plan(["naproxen", "started"]), active("ibuprofen"), []))).toEqual([
      "duplicate_class",
    ]);
    expect(typesOf(checkMedicationList(plan(["naproxen", "started"]), null, plan(["Advil", "active"])))).toEqual([
      "duplicate_class",
    ]);
    const both = plan(["sertraline", "started"], ["escitalopram", "started"]);
    expect(typesOf(checkMedicationList(both, active(), []))).toEqual(["duplicate_class"]);
  });
});
