import { expect, test } from "vitest";
import { splitClauses } from "../../clinical-language/split-clauses.ts";
import { splitPassages } from "./split-passages.ts";

function passagesOf(text: string): string[] {
  const clauses = splitClauses([{ sequence: 1, speaker_role: "provider", text }]).flat();
  return clauses.flatMap(splitPassages).map((part) => `${part.mode}: ${text.slice(part.start, part.end)}`);
}

test("a condition is not torn from what it governs", () => {
  const [first] = passagesOf("if the pain in your knee gets any worse i want you to call the office and then come in");
  expect(first).toMatch(/^conditional: if the pain .* call the office/);
});

test("a denial is not torn from what it denies", () => {
  const parts = passagesOf(
    "you do not have any chest pain or fever and your lungs are clear on both sides today which is good",
  );
  expect(parts.find((part) => part.includes("chest pain"))).toContain("do not have any chest pain or fever");
});

test("what stands before the asking words tells", () => {
  const parts = passagesOf("i want you to take that medicine three times a day and do you have any questions for me");
  expect(parts[0]).toMatch(/^statement: i want you to take/);
  expect(parts.at(-1)).toMatch(/^question: /);
});

test("a short clause stays whole", () => {
  expect(passagesOf("Your lungs are clear.")).toEqual(["statement: Your lungs are clear"]);
});
