import { describe, expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";

describe("a transcript is refused", () => {
  test.each([
    ["that is an object of no known service", { words: "secret" }, "transcript", "format"],
    ["with a turn that has no text", [{ speaker: "patient", text: 5 }], "transcript.0", "format"],
    ["that begins like JSON and is none", '{"results": secret', "transcript", "json"],
    ["whose JSON lines break off", '{"results":[]}\n{"results":secret', "transcript.line.2", "json"],
    ["that is nested without end", `${"[".repeat(90_000)}secret`, "transcript", "json"],
    ["of more turns than are stored", Array.from({ length: 5_001 }, () => "secret"), "transcript", "too_big"],
  ])("%s", (_what, transcript, field, rule) => {
    let refusal: unknown;
    try {
      readTranscript(transcript);
    } catch (thrown) {
      refusal = thrown;
    }
    expect(refusal).toMatchObject({ code: "INVALID_REQUEST", details: [{ field, rule }] });
    expect(JSON.stringify(refusal)).not.toContain("secret");
  });
});

describe("a transcript gives", () => {
  test("turns as they came, without what else they carry", () => {
    const turns = ["Doctor: hi", { sequence: 9, text: " hello ", speaker: "Pt", started_at: null }];
    expect(readTranscript(turns)).toEqual(["Doctor: hi", { text: " hello ", speaker: "Pt", started_at: null }]);
  });

  test("a turn a line of plain text, a paragraph under a label as one", () => {
    const text =
      "Doctor: Any pain?\n\nPatient:\r\nNone since 8:30,\nI think.\n\nThen it rang.\nHere is the list:\nrest.";
    expect(readTranscript(text)).toEqual([
      "Doctor: Any pain?",
      "Patient: None since 8:30, I think.",
      "Then it rang.",
      "Here is the list: rest.",
    ]);
  });

  test("the speakers by the names the provider gives them, every word kept", () => {
    const speakers = { spk_0: "Doctor", Alice: "attendee-patient", __proto__: "patient" };
    const turns = [
      "Alice: yes: two",
      ...["Alice", "Alice: ", "toString: x"],
      { text: "hi", speaker: "spk_0" },
      { text: "so", speaker: "constructor" },
    ];
    expect(readTranscript(turns, speakers)).toEqual([
      { text: "yes: two", speaker: "attendee-patient" },
      ...["Alice", "Alice: ", "toString: x"],
      { text: "hi", speaker: "Doctor" },
      { text: "so", speaker: "constructor" },
    ]);
  });
});
