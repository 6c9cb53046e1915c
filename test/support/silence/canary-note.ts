import { canaryWord as word } from "./canary.ts";

/**
 * A SoapNote with a canary in every text.
 *
 * @param severity - of its allergy
 * @returns a note as `save_soap_note` takes it
 */
export function canaryNote(severity = "mild"): Record<string, unknown> {
  return {
    schemaVersion: "1",
    subjective: {
      chiefComplaint: row("c1", { description: word("chief complaint") }),
      hpi: [row("h1", { element: "narrative", description: word("hpi") })],
      reviewOfSystems: [row("r1", { system: "respiratory", status: "positive", finding: word("review") })],
      history: [
        row("y1", {
          ...{ kind: "family", name: word("history"), relationship: word("relative"), age_of_onset: word("age") },
          notes: word("history notes"),
        }),
        row("y2", { kind: "surgical", name: word("operation"), date: word("date"), surgeon: word("surgeon") }),
        row("y3", { kind: "social", name: word("habit"), status: word("habit status") }),
      ],
      medications: [row("n1", { medication_name: word("reported drug"), dose: word("dose") })],
      allergies: [row("a1", { allergen: word("allergen"), reaction: word("reaction"), severity, status: "active" })],
    },
    objective: {
      vitalSigns: [row("v1", { vital_name: word("vital"), vital_value: word("value"), unit: "1" })],
      physicalExam: [row("e1", { system: "eyes", finding: word("exam"), status: "normal" })],
      diagnostics: [
        row("d1", { test_name: word("test"), result_value: word("result"), unit: "1", date: word("test date") }),
      ],
    },
    assessment: {
      problems: [row("p1", { diagnosis_name: word("diagnosis"), status: "new", notes: word("problem notes") })],
    },
    plan: {
      medications: [
        row("m1", {
          ...{ medication_name: word("drug"), dose: word("drug dose"), route: "oral", frequency: word("frequency") },
          ...{ duration: word("duration"), indication: word("indication"), status: "started" },
        }),
      ],
      items: [row("i1", { category: "follow_up", description: word("plan"), due: word("due") })],
    },
  };
}

function row(id: string, fields: Readonly<Record<string, string>>): object {
  return { id, evidence: [], ...fields };
}
