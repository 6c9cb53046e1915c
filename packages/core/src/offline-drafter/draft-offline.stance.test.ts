import { describe, expect, test } from "vitest";
import type { SoapNote } from "../soap-note/soap-note.ts";
import { draftSpoken, type Spoken } from "./testing/draft-spoken.ts";
import { STANCE_CASES } from "./testing/stance-cases.ts";

const cases = STANCE_CASES.trim()
  .split("\n")
  .map((line): [talk: string, claims: string] => {
    const [talk = "", claims = ""] = line.split(" => ");
    return [talk, claims];
  });

function spokenIn(talk: string): Spoken[] {
  return talk.split(" / ").map((turn): Spoken => [turn.startsWith("D:") ? "provider" : "patient", turn.slice(3)]);
}

const includes = (text: string | null, words: string): boolean =>
  text?.toLowerCase().includes(words.toLowerCase()) === true;

/** Statuses of a planned drug that nobody decided on. */
const UNDECIDED = new Set(["considered", "refused"]);
const ENDING = new Set(["stopped", "held", "decreased"]);

/** What a note says of the claim's words, as the claim writes it. */
function stancesOf(note: SoapNote, list: string, words: string): string[] {
  const { subjective, plan } = note;
  const named = <Item extends { readonly status: string | null }>(
    items: readonly Item[],
    name: (item: Item) => string,
  ) => items.filter((item) => includes(name(item), words)).map(({ status }) => status ?? "");
  if (list === "ros") return named(subjective.reviewOfSystems, ({ finding }) => finding);
  if (list === "med") return named(subjective.medications, (item) => item.medication_name);
  if (list === "plan") return named(plan.medications, (item) => item.medication_name);
  if (list === "allergy")
    return subjective.allergies.filter((item) => includes(item.allergen, words)).map(() => "positive");
  const kinds = list === "family" ? ["family"] : ["medical", "surgical"];
  const history = subjective.history.filter((item) => kinds.includes(item.kind) && includes(item.name, words));
  const problems =
    list === "own" ? note.assessment.problems.filter((item) => includes(item.diagnosis_name, words)) : [];
  return [...history, ...problems].map(() => "positive");
}

function check(note: SoapNote, claim: string): void {
  const [, list = "", rest = ""] = /^(\w+) (.+)$/.exec(claim) ?? [];
  const [, sign = "", words = ""] = /^(!-|[!+-]?)(.+)$/.exec(rest) ?? [];
  const drug = list === "med" || list === "plan";
  if (drug && sign === "") {
    const [, name = "", status = ""] = /^(.+) (\w+)$/.exec(words) ?? [];
    expect(stancesOf(note, list, name)).toEqual([status]);
    return;
  }
  const stances = stancesOf(note, list, words);
  if (sign === "+") expect(stances).toEqual(["positive"]);
  else if (sign === "-") expect(stances).toEqual(["negative"]);
  else if (drug && sign === "!-") expect(stances.filter((status) => ENDING.has(status))).toEqual([]);
  else if (sign === "!-") expect(stances).not.toContain("negative");
  else if (list === "plan") expect(stances.filter((status) => !UNDECIDED.has(status))).toEqual([]);
  else if (list === "med") expect(stances).not.toContain("active");
  else expect(stances).not.toContain("positive");
}

describe("polarity, person and drug changes", () => {
  test("are held by at least 150 cases", () => {
    expect(new Set(cases.map(([talk]) => talk)).size).toBeGreaterThanOrEqual(150);
  });

  test.each(cases)("%s => %s", (talk, claims) => {
    const note = draftSpoken(spokenIn(talk));
    for (const claim of claims.split("; ")) check(note, claim);
  });
});
