import { isShowable } from "../clinical-language/is-showable.ts";
import {
  compilePatterns,
  findPattern,
  type PatternMatch,
  type PatternText,
  patternText,
} from "../clinical-language/phrase-pattern.ts";
import type { TranscriptEvidence } from "../clinical-language/quote.ts";
import { readStance, type Stance } from "../clinical-language/read-stance.ts";
import { sentenceAt, type Utterance } from "../clinical-language/utterance.ts";
import { type AnswerTone, readAnswerTone } from "./read-answer-tone.ts";
import type { RedFlagRule } from "./red-flag-rule.ts";
import { RED_FLAG_RULES } from "./red-flag-rules.ts";

/** A red flag found in the talk, and the words it rests on. */
export interface RedFlag {
  readonly rule: RedFlagRule;
  readonly evidence: readonly TranscriptEvidence[];
}

interface CompiledRule {
  readonly rule: RedFlagRule;
  readonly any: RegExp;
  readonly near: readonly RegExp[];
  readonly ever: RegExp | null;
}

const COMPILED: readonly CompiledRule[] = RED_FLAG_RULES.map((rule) => ({
  rule,
  any: compilePatterns(rule.any),
  near: (rule.near ?? []).map(compilePatterns),
  ever: rule.ever === undefined ? null : compilePatterns(rule.ever),
}));

/** What belongs to a finding is said within this many turns of it. */
const NEAR_TURNS = 3;
/** A question longer than this asks more than one thing. */
const LONGEST_QUESTION_WORDS = 12;
/** Words quoted around a finding where its sentence is long. */
const QUOTED_AROUND_WORDS = 12;
const MOST_EVIDENCE = 10;

/**
 * Finds red flags in a talk: said of the patient, now, and really. What is denied, asked without a yes, only imagined,
 * warned of, long over, or somebody else's is none.
 *
 * @param talk The utterances in order.
 * @param recorded Names of conditions on record, for rules that hold in pregnancy only.
 * @returns One entry per rule, in the order of the table.
 */
export function findRedFlags(talk: readonly Utterance[], recorded: readonly string[]): RedFlag[] {
  const texts = talk.map(patternText);
  const tones = texts.map((_, index) => toneAfter(talk, index));
  const flags = COMPILED.flatMap(({ rule, any, near, ever }): RedFlag[] => {
    if (ever !== null && !isKnown(ever, texts, tones, recorded)) return [];
    const evidence = texts.flatMap((text, index) =>
      findPattern(any, text)
        .filter((match) => isSaid(text, match, tones[index], rule))
        .filter(() => near.every((group) => isNear(group, texts, tones, index)))
        .flatMap((match) => evidenceOf(talk, index, match)),
    );
    return evidence.length === 0 ? [] : [{ rule, evidence: unique(evidence).slice(0, MOST_EVIDENCE) }];
  });
  const fired = new Set(flags.map(({ rule }) => rule.id));
  return flags.filter(({ rule }) => rule.unless === undefined || !fired.has(rule.unless));
}

/** How the patient takes a clinician's words, in the turn right after them. */
function toneAfter(talk: readonly Utterance[], index: number): AnswerTone | undefined {
  const next = talk[index + 1];
  return talk[index]?.role === "provider" && next?.role === "patient" ? readAnswerTone(next) : undefined;
}

function isSaid(
  text: PatternText,
  match: PatternMatch,
  tone: AnswerTone | undefined,
  rule: Pick<RedFlagRule, "anyone" | "includesPast">,
): boolean {
  const { utterance } = text;
  const stance = readStance(utterance, match.first, match.last);
  if (stance.polarity === "negated" || stance.reality === "hypothetical") return false;
  if (stance.person === "other" && rule.anyone !== true) return false;
  if (stance.time === "past" && rule.includesPast !== true) return false;
  if (utterance.role === "provider") return isSaidByClinician(utterance, match, stance, tone);
  return stance.reality === "actual" && (utterance.role !== "other" || isAboutSomebody(utterance, match));
}

/** A clinician's words count where they tell of the patient, or where the patient says yes to them. */
function isSaidByClinician(
  utterance: Utterance,
  match: PatternMatch,
  stance: Stance,
  tone: AnswerTone | undefined,
): boolean {
  if (tone === "no") return false;
  if (stance.reality === "actual") return isAboutSomebody(utterance, match);
  const { first } = sentenceAt(utterance, match.first);
  const asking = utterance.tokens.slice(first, match.first).slice(-LONGEST_QUESTION_WORDS);
  const presupposes =
    /^(when|how|where|which)$/.test(asking[0]?.word ?? "") && asking.every(({ word }) => word !== "any");
  return tone === "yes" || (presupposes && tone !== undefined && isAboutSomebody(utterance, match));
}

/** "You have chest pain", "she woke with a headache": not "chest pain is a common symptom". */
function isAboutSomebody(utterance: Utterance, match: PatternMatch): boolean {
  const { first } = sentenceAt(utterance, match.first);
  return utterance.tokens
    .slice(Math.max(first, match.first - QUOTED_AROUND_WORDS), match.last + 1)
    .some(({ word }) => ABOUT_SOMEBODY.has(word));
}
const ABOUT_SOMEBODY = new Set("you you're you've your he he's his him she she's her patient patient's".split(" "));

function isNear(
  group: RegExp,
  texts: readonly PatternText[],
  tones: readonly (AnswerTone | undefined)[],
  at: number,
): boolean {
  for (let index = Math.max(0, at - NEAR_TURNS); index <= Math.min(texts.length - 1, at + NEAR_TURNS); index += 1) {
    const text = texts[index];
    if (text !== undefined && findPattern(group, text).some((match) => isCompanion(text, match, tones[index])))
      return true;
  }
  return false;
}

function isCompanion(text: PatternText, match: PatternMatch, tone: AnswerTone | undefined): boolean {
  const { polarity, person, reality, time } = readStance(text.utterance, match.first, match.last);
  if (polarity === "negated" || person === "other" || time === "past") return false;
  if (text.utterance.role === "provider" && reality === "asked") return tone === "yes";
  return reality !== "asked" && (reality === "actual" || text.utterance.role === "patient");
}

function isKnown(
  ever: RegExp,
  texts: readonly PatternText[],
  tones: readonly (AnswerTone | undefined)[],
  recorded: readonly string[],
): boolean {
  if (recorded.some((name) => /pregnan/i.test(name))) return true;
  return texts.some((text, index) => findPattern(ever, text).some((match) => isSaid(text, match, tones[index], {})));
}

function evidenceOf(talk: readonly Utterance[], index: number, match: PatternMatch): TranscriptEvidence[] {
  const utterance = talk[index];
  const next = talk[index + 1];
  if (utterance === undefined) return [];
  const said = quoteAround(utterance, match);
  const answered = utterance.role === "provider" && next?.role === "patient" && next.tokens.length > 0;
  return answered ? [said, quoteAround(next, { first: 0, last: 0 })] : [said];
}

function quoteAround(utterance: Utterance, { first, last }: PatternMatch): TranscriptEvidence {
  const sentence = sentenceAt(utterance, first);
  const { tokens, text, sequence } = utterance;
  const quoteOf = (from: number, to: number): TranscriptEvidence => {
    const start = tokens[from]?.start ?? 0;
    const end = tokens[to]?.end ?? text.length;
    return { kind: "transcript", sequence, start, end, quote: text.slice(start, end) };
  };
  const around = quoteOf(
    Math.max(sentence.first, first - QUOTED_AROUND_WORDS),
    Math.min(sentence.last, last + QUOTED_AROUND_WORDS),
  );
  // What stands around a finding may be a link or hidden text; the finding's own words never are.
  return isShowable(around.quote) ? around : quoteOf(first, last);
}

function unique(evidence: readonly TranscriptEvidence[]): TranscriptEvidence[] {
  return [...new Map(evidence.map((span) => [`${span.sequence} ${span.start} ${span.end}`, span])).values()];
}
