import fc from "fast-check";
import { expect, test } from "vitest";
import type { SpeakerRole } from "../clinical-language/transcript-chunk.ts";
import { findUnsupported, readSupport } from "../grounding/supported-words.ts";
import { SoapNote } from "../soap-note/soap-note.ts";
import { draftOffline } from "./draft-offline.ts";
import { encounterOf, type Spoken } from "./testing/draft-spoken.ts";

/** Pieces that set off every rule, to be strung together in any order. */
const PIECES = [
  "I have",
  "no",
  "not",
  "any",
  "chest pain",
  "fever",
  "chills",
  "?",
  " .",
  ". ",
  ",",
  " and ",
  "but",
  "if",
  "my sister",
  "had",
  "asthma",
  "I take",
  "you're on",
  "let's",
  "start",
  "continue",
  "I'm going to",
  "lisinopril",
  "metformin",
  "10 mg",
  "five hundred milligrams",
  "twice a day",
  "by mouth",
  "allergic to",
  "penicillin",
  "hives",
  "blood pressure is",
  "120/80",
  "one thirty over sixty eight",
  "temperature was ninety seven . seven",
  "your lungs are clear",
  "physical exam",
  "hemoglobin a1c is 7.2",
  "chest x-ray shows",
  "for your first problem",
  "type two diabetes",
  "order",
  "follow up in three months",
  "do you",
  "yes",
  "No.",
  "what brings you in",
  "here for",
  "past medical history of",
  "appendectomy",
  "I don't smoke",
  "🙂",
  "e\u0301",
  "\u202e",
  "İ",
  "\ud83d",
  "\n",
  "’",
] as const;

const words = fc.array(
  fc.oneof(
    { weight: 9, arbitrary: fc.constantFrom(...PIECES) },
    { weight: 1, arbitrary: fc.string({ unit: "binary", maxLength: 8 }) },
  ),
  {
    maxLength: 24,
  },
);
const role: fc.Arbitrary<SpeakerRole> = fc.constantFrom(
  "provider",
  "patient",
  "provider",
  "patient",
  "other",
  "unknown",
);
const transcript: fc.Arbitrary<Spoken[]> = fc.array(
  fc.tuple(
    role,
    fc.tuple(words, fc.constantFrom(" ", " ", "")).map(([parts, glue]) => parts.join(glue)),
  ),
  { maxLength: 12 },
);

/** Keys whose values are a closed list's words, not the speaker's. */
const CODED = new Set(["id", "element", "kind", "system", "category", "severity"]);
const STATUS_CODED = new Set(
  "positive negative normal abnormal active started continued restarted increased decreased stopped held changed refused considered".split(
    " ",
  ),
);

function itemsOf(note: SoapNote): Record<string, unknown>[] {
  const { subjective, objective, assessment, plan } = note;
  return [
    ...(subjective.chiefComplaint === null ? [] : [subjective.chiefComplaint]),
    ...subjective.hpi,
    ...subjective.reviewOfSystems,
    ...subjective.history,
    ...subjective.medications,
    ...subjective.allergies,
    ...objective.vitalSigns,
    ...objective.physicalExam,
    ...objective.diagnostics,
    ...assessment.problems,
    ...plan.medications,
    ...plan.items,
  ];
}

/** Numbers are written in digits; what they say was said. */
const states = (quoted: string, value: string): boolean => findUnsupported(value, readSupport([quoted])) === null;

test("every quote is exactly the slice it names, and every word and number of an item stands in its quotes", {
  timeout: 60_000,
}, () => {
  fc.assert(
    fc.property(transcript, (spoken) => {
      const note = draftOffline(encounterOf(spoken));
      expect(SoapNote.parse(note)).toEqual(note);
      for (const item of itemsOf(note)) {
        const quotes: string[] = [];
        const { evidence } = SoapNote.shape.meta
          .unwrap()
          .shape.aiFlags.unwrap()
          .shape.needs_clinician_confirmation.unwrap()
          .element.parse({
            reason: "evidence of an item",
            evidence: item["evidence"],
          });
        expect(evidence.length).toBeGreaterThan(0);
        for (const piece of evidence) {
          if (piece.kind !== "transcript") throw new Error("evidence of a record that was not given");
          expect(spoken[piece.sequence - 1]?.[1].slice(piece.start, piece.end)).toBe(piece.quote);
          quotes.push(piece.quote);
        }
        for (const [key, value] of Object.entries(item)) {
          if (typeof value !== "string" || CODED.has(key) || (key === "status" && STATUS_CODED.has(value))) continue;
          // A question and its answer stand in two quotes.
          const isNumber = key === "vital_value" || key === "dose";
          for (const part of value.split(" — "))
            expect(quotes.some((quoted) => quoted.includes(part) || (isNumber && states(quoted, part)))).toBe(true);
        }
      }
    }),
    { numRuns: 400 },
  );
});

test("nothing said by neither the provider nor the patient is quoted", () => {
  fc.assert(
    fc.property(transcript, (spoken) => {
      const strangers = spoken.map(([, text]): Spoken => ["other", text]);
      expect(itemsOf(draftOffline(encounterOf(strangers)))).toEqual([]);
    }),
    { numRuns: 100 },
  );
});

test("every allergy on record is in the draft, whatever is said", () => {
  const allergen = fc.stringMatching(/^[A-Za-z][a-z ]{0,20}[a-z]$/);
  fc.assert(
    fc.property(transcript, fc.array(allergen, { maxLength: 20 }), (spoken, allergens) => {
      const allergies = allergens.map((name, index) => ({
        id: `a${index}`,
        allergen: name,
        severity: null,
        reaction: null,
        status: "active",
      }));
      const note = draftOffline(encounterOf(spoken, { allergies }));
      expect(note.subjective.allergies.slice(0, allergens.length).map((item) => item.allergen)).toEqual(allergens);
    }),
    { numRuns: 100 },
  );
});
