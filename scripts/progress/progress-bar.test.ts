import { expect, test } from "vitest";
import { progressBar } from "./progress-bar.ts";

test("progressBar() redraws one line of a terminal, and writes a line per tenth elsewhere", () => {
  for (const isTTY of [true, false]) {
    let text = "";
    const draw = progressBar({ isTTY, write: (more) => (text += more) }, "people");
    for (let done = 1; done <= 1000; done++) draw(done, 1000);
    expect(text.split("\n")).toHaveLength(isTTY ? 2 : 12);
    expect(text.trimEnd().endsWith("1000 of 1000 people")).toBe(true);
  }
});

test("progressBar() of nothing is full", () => {
  let text = "";
  progressBar({ isTTY: true, write: (more) => (text += more) }, "people")(0, 0);
  expect(text).toContain(`[${"#".repeat(30)}] 0 of 0 people`);
});
