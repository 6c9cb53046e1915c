import webvtt from "webvtt-parser";
import { z } from "zod";
import type { HandedInTurn } from "./handed-in-turn.ts";
import { transcriptRefusal } from "./transcript-refusal.ts";

interface CueNode {
  readonly name?: string | undefined;
  /** Words, or the name a voice span carries. */
  readonly value?: string | number | undefined;
  readonly children?: readonly CueNode[] | undefined;
}

const CueNode: z.ZodType<CueNode> = z.object({
  name: z.string().optional(),
  value: z.union([z.string(), z.number()]).optional(),
  get children() {
    return z.array(CueNode).optional();
  },
});
const Parsed = z.object({
  cues: z.array(z.object({ tree: CueNode })),
  errors: z.array(z.object({ message: z.string(), line: z.number() })),
});

/** The parser's own list wants no semicolon and leaves it standing. */
const ENTITIES = { "&amp;": "&", "&lt;": "<", "&gt;": ">", "&lrm;": "\u200e", "&rlm;": "\u200f", "&nbsp;": "\u00a0" };
/** What recorders do against the standard and the parser reads without losing a word; anything else is refused. */
const LOSES_NOTHING =
  /^(?:No blank line after the signature|Start timestamp is not|End timestamp is not|Timestamp (?:not separated|must be)|'-->' not separated|Blank line missing|Required end tag|<v> |Only <v>|Incorrect escape)/;
/** A cue is a line or two; tags nested without end would exhaust the parser. */
const MOST_TAGS = 500;
/** A sentence that is cut into cues is put together again, up to here. */
const LONGEST_JOINED_CHARACTERS = 1_000;
const SENTENCE_END = /[.?!。？！]["'”’)]*$/;
const HEADER = /^(?:(?:Kind|Language|Region|X-[\w-]+)\s*[:=].*|\d+)$/i;
const LABELLED = /^[^:]{1,80}:\s/;

/**
 * Reads WebVTT with the W3C's own parser. Who speaks is a voice span's name (`<v Dr. Amara>`) or a label before the words
 * ("Doctor: …"); a sentence cut into cues of one speaker is put together again.
 *
 * @param text - the file, from `WEBVTT` on
 * @returns turns in order of time
 * @throws ApiError `INVALID_REQUEST`, with the line, where words would be lost
 * @see https://www.w3.org/TR/webvtt1/
 */
export function readWebVtt(text: string): HandedInTurn[] {
  const lines = text.split(/\r\n|\r|\n/).map(withoutSettings);
  refuseStrayHeader(lines);
  refuseManyTags(lines);
  const { cues, errors } = Parsed.parse(new webvtt.WebVTTParser(ENTITIES).parse(lines.join("\n")));
  const fault = errors.find(({ message }) => !LOSES_NOTHING.test(message));
  if (fault !== undefined) throw transcriptRefusal(["line", lineOf(fault)], "webvtt");
  const spoken = cues.flatMap(({ tree }) => voices(tree, undefined)).map(tidy);
  const unstorable = spoken.findIndex(({ words }) => words.includes("\0") || !words.isWellFormed());
  if (unstorable !== -1) throw transcriptRefusal(["voice", unstorable + 1], "text");
  return joinSentences(spoken.filter(({ words }) => words !== ""));
}

/** Of words without a time the parser names the line after them. */
function lineOf({ message, line }: { readonly message: string; readonly line: number }): number {
  return message.startsWith("Cue identifier") ? line - 1 : line;
}

type Voice = { readonly speaker: string | undefined; readonly words: string };

/** Where a cue is shown says nothing of what was said, and recorders write it in ways the standard has left behind. */
function withoutSettings(line: string): string {
  return line.replace(/^(\s*[\d:.]+\s*-->\s*[\d:.]+).*$/, "$1");
}

/** Up to the first blank line all is header, which nobody reads; words that stand there for want of one would be lost. */
function refuseStrayHeader(lines: readonly string[]): void {
  const timing = lines.findIndex((line) => line === "" || line.includes("-->"));
  const header = lines.slice(1, timing === -1 ? lines.length : timing);
  const stray = header.findIndex((line) => !HEADER.test(line));
  if (stray !== -1) throw transcriptRefusal(["line", stray + 2], "webvtt");
}

function refuseManyTags(lines: readonly string[]): void {
  let tags = 0;
  for (const [index, line] of lines.entries()) {
    tags = line === "" ? 0 : tags + line.split("<").length - 1;
    if (tags > MOST_TAGS) throw transcriptRefusal(["line", index + 1], "webvtt");
  }
}

function voices({ name, value, children }: CueNode, speaker: string | undefined): Voice[] {
  if (children === undefined) return typeof value === "string" ? [{ speaker, words: value }] : [];
  const voice = name === "v" && typeof value === "string" && value !== "" ? value : speaker;
  return joinVoices(children.flatMap((child) => voices(child, voice)));
}

function joinVoices(spoken: readonly Voice[]): Voice[] {
  const joined: Voice[] = [];
  for (const one of spoken) {
    const last = joined.at(-1);
    if (last === undefined || last.speaker !== one.speaker) joined.push(one);
    else joined[joined.length - 1] = { ...last, words: last.words + one.words };
  }
  return joined;
}

function tidy({ speaker, words }: Voice): Voice {
  return { speaker, words: words.replace(/\s+/g, " ").trim() };
}

function joinSentences(spoken: readonly Voice[]): HandedInTurn[] {
  const turns: Voice[] = [];
  for (const one of spoken) {
    const last = turns.at(-1);
    const goesOn =
      last !== undefined &&
      last.speaker === one.speaker &&
      !SENTENCE_END.test(last.words) &&
      !(one.speaker === undefined && LABELLED.test(one.words)) &&
      last.words.length + one.words.length < LONGEST_JOINED_CHARACTERS;
    if (goesOn) turns[turns.length - 1] = { ...last, words: `${last.words} ${one.words}` };
    else turns.push(one);
  }
  return turns.map(({ speaker, words }) => (speaker === undefined ? words : { text: words, speaker }));
}
