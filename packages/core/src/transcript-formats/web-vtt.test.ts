import { describe, expect, test } from "vitest";
import { readTranscript } from "./read-transcript.ts";

const cue = (from: number, payload: string) => `00:00:0${from}.000 --> 00:00:0${from + 1}.000\n${payload}`;
const file = (...blocks: readonly string[]) => ["WEBVTT", ...blocks].join("\n\n");

describe("WebVTT is refused where words would be lost, by its line:", () => {
  test.each([
    ["a paragraph without a time", file(cue(1, "Hello."), "secret words"), 6],
    ["a time of another format", file("00:00:01,000 --> 00:00:02,000\nsecret"), 3],
    ["a tag that swallows words", file(cue(1, "pressure < secret over 80")), 5],
    ["a paragraph in lines without a time", file(cue(1, "Hello."), "secret\nwords"), 6],
    ["words in the header", "WEBVTT\nDoctor: secret\n\n", 2],
    ["tags without end", file(cue(1, "<b>".repeat(100_000))), 4],
  ])("%s", (_what, text, line) => {
    let refusal: unknown;
    try {
      readTranscript(text);
    } catch (thrown) {
      refusal = thrown;
    }
    expect(refusal).toMatchObject({
      code: "INVALID_REQUEST",
      details: [{ field: `transcript.line.${line}`, rule: "webvtt" }],
    });
    expect(JSON.stringify(refusal)).not.toContain("secret");
  });
});

test("WebVTT is refused where an entity stands for what no text can hold", () => {
  expect(() => readTranscript(file(cue(1, "a"), cue(2, "b &#0; c")))).toThrow(
    expect.objectContaining({ code: "INVALID_REQUEST", details: [{ field: "transcript.voice.2", rule: "text" }] }),
  );
});

describe("WebVTT gives", () => {
  test("the words of each voice, without tags, comments and settings", () => {
    const text = file(
      "NOTE recorded by a meeting",
      "STYLE\n::cue { color: red }",
      `1\n${cue(1, "<v.loud Dr. Amara>Any <i>pain</i>?</v>").replace("\n", " align:middle line:90%\n")}`,
      cue(2, "<v Alice Example>None &amp; no fever.</v>\n<v Dr. Amara>Good.</v>"),
    ).replace("WEBVTT", "\uFEFFWEBVTT - visit\nKind: captions");
    expect(readTranscript(text)).toEqual([
      { text: "Any pain?", speaker: "Dr. Amara" },
      { text: "None & no fever.", speaker: "Alice Example" },
      { text: "Good.", speaker: "Dr. Amara" },
    ]);
  });

  test("a sentence that was cut into cues as one, of one voice alone", () => {
    const text = file(
      cue(1, "<v Pt>I have had"),
      cue(2, "<v Pt>a cough."),
      cue(3, "<v Pt>And then"),
      cue(4, "<v Dr>Yes?"),
    );
    expect(readTranscript(text)).toEqual([
      { text: "I have had a cough.", speaker: "Pt" },
      { text: "And then", speaker: "Pt" },
      { text: "Yes?", speaker: "Dr" },
    ]);
  });

  test("labels before the words as they are, for the database to judge", () => {
    expect(readTranscript(file(cue(1, "Doctor: any pain"), cue(2, "Patient: none")))).toEqual([
      "Doctor: any pain",
      "Patient: none",
    ]);
  });

  test("cues in order of time, with Windows line ends too", () => {
    const text = file(cue(3, "Second."), cue(1, "First.")).replaceAll("\n", "\r\n");
    expect(readTranscript(text)).toEqual(["First.", "Second."]);
  });
});
