import type { BodySystem } from "../../clinical-language/body-system.ts";
import type { Clause } from "../../clinical-language/clause.ts";
import { DANGLING } from "../../clinical-language/lexicon/clause-boundaries.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { buildLexicon, findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { EXAM_CLOSERS, EXAM_LEXICON, EXAM_ONLY, EXAM_OPENERS, FINDING_LEXICON } from "../lexicon/examination.ts";
import type { Scene } from "../scene.ts";
import { quotedBy } from "../summary/quoted-by.ts";
import { statesFact } from "../summary/states-fact.ts";

type Finding = SoapNote["objective"]["physicalExam"][number];

const phrases = (list: readonly string[]) => buildLexicon(list.map((phrase) => [phrase, true] as const));
const OPENERS = phrases(EXAM_OPENERS);
const CLOSERS = phrases(EXAM_CLOSERS);
const ONLY = phrases(EXAM_ONLY);
const PIECE_STARTS = new Set("your you on the there i there's lungs heart abdomen neck no and as".split(" "));
const NORMAL = new Set("normal unremarkable clear intact".split(" "));
const NORMAL_BLOCKERS = new Set(
  "no not n't but except murmur edema tender tenderness swelling swollen pain decreased limited reduced wheezing wheezes crackles rales rhonchi erythema redness bruising effusion abnormal slight slightly mild irregular".split(
    " ",
  ),
);
/** A clinician who explains or announces states no finding. */
const EXPLAINING = new Set("means mean meaning help helps procedure gonna gon should sorry".split(" "));
const LONGEST_FINDING_WORDS = 45;

/**
 * Findings the clinician states while examining, quoted whole, filed under the system of the first place they name.
 *
 * An examination opens and closes by the clinician's own words; outside one only phrases that nothing but an
 * examination contains ("clear to auscultation") count. `status` is `normal` only where the words say so plainly.
 *
 * @param scene The encounter.
 */
export function draftPhysicalExam(scene: Scene): Finding[] {
  const findings: Finding[] = [];
  let examining = false;
  for (const clause of scene.clauses) {
    if (clause.role !== "provider") continue;
    const closes = findTerms(CLOSERS, clause.tokens).length > 0;
    if (closes) examining = false;
    const stated = clause.mode === "statement" && !clause.cues.has("others") && !clause.cues.has("past");
    if (stated && (examining || findTerms(ONLY, clause.tokens).length > 0)) {
      for (const piece of piecesOf(clause)) {
        const finding = findingOf(clause, piece);
        if (finding !== null) findings.push({ ...finding, id: `exam-${findings.length + 1}` });
      }
    }
    if (!closes && findTerms(OPENERS, clause.tokens).length > 0) examining = true;
  }
  const isQuoted = quotedBy(findings);
  const alsoStated = scene.chosen.filter(
    ({ section, passage }) => section === "examination" && isStatement(passage) && !isQuoted(passage),
  );
  return [...findings, ...alsoStated.map(({ passage }, index) => passageFinding(passage, findings.length + index + 1))];
}

/** A passage that announces, explains or doubts states no finding; a measurement in it is quoted all the same. */
function isStatement(passage: Clause): boolean {
  const { role, mode, cues, tokens } = passage;
  if (role !== "provider" || mode === "question" || cues.has("others")) return false;
  if (statesFact(passage)) return true;
  const isTold = mode === "statement" && findTerms(FINDING_LEXICON, tokens).length > 0;
  return isTold && !tokens.some(({ word }) => EXPLAINING.has(word));
}

/** A passage of the examination that names no place of the list: it is quoted, and only its reader files it. */
function passageFinding(passage: Clause, number: number): Finding {
  return {
    id: `exam-${number}`,
    evidence: [quote(passage)],
    system: findTerms(EXAM_LEXICON, passage.tokens)[0]?.value ?? "other",
    finding: passage.text.slice(passage.start, passage.end),
    status: null,
  };
}

interface Piece {
  readonly first: number;
  readonly last: number;
}

/** Cuts a clause before "your lungs …", "on your abdomen …": where a piece starts that names a place of its own. */
function piecesOf(clause: Clause): Piece[] {
  const places = findTerms(EXAM_LEXICON, clause.tokens);
  const cuts: number[] = [];
  for (const [order, place] of places.entries()) {
    const previous = places[order - 1];
    if (previous === undefined || previous.value === place.value) continue;
    const start = startOfPiece(clause, place, previous.last);
    if (start !== null) cuts.push(start);
  }
  return [0, ...cuts].map((first, order) => ({ first, last: (cuts[order] ?? clause.tokens.length) - 1 }));
}

function startOfPiece(clause: Clause, place: Match<BodySystem>, floor: number): number | null {
  for (let index = place.first; index > floor + 1; index -= 1) {
    const token = clause.tokens[index];
    const previous = clause.tokens[index - 1];
    if (token === undefined || previous === undefined) return null;
    const comma = clause.text.slice(previous.end, token.start).includes(",");
    if (PIECE_STARTS.has(token.word) && (comma || previous.word === "and")) return index;
  }
  return null;
}

function findingOf(clause: Clause, piece: Piece): Omit<Finding, "id"> | null {
  const { first } = piece;
  let { last } = piece;
  while (last > first && DANGLING.has(clause.tokens[last]?.word ?? "")) last -= 1;
  const tokens = clause.tokens.slice(first, last + 1);
  const [place] = findTerms(EXAM_LEXICON, tokens);
  const told = findTerms(FINDING_LEXICON, tokens).length > 0;
  const isTest = findTerms(TEST_LEXICON, tokens).length > 0;
  if (place === undefined || !told || isTest || tokens.length > LONGEST_FINDING_WORDS) return null;
  const words = tokens.map((token) => token.word);
  if (clause.cues.has("uncertain") || words.some((word) => EXPLAINING.has(word))) return null;
  const plain =
    words.some((word) => NORMAL.has(word)) && !words.some((word) => NORMAL_BLOCKERS.has(word) || word.endsWith("n't"));
  return {
    evidence: [quote(clause)],
    system: place.value,
    finding: wordsOf(clause, first, last),
    status: plain ? "normal" : null,
  };
}
