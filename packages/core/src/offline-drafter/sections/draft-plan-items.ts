import type { Clause } from "../../clinical-language/clause.ts";
import { DURATION_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { buildLexicon, findTerms, lexiconOf } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { readConsent } from "../../clinical-language/read-consent.ts";
import { readCues } from "../../clinical-language/read-cues.ts";
import { readNumber } from "../../clinical-language/read-number.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { INTENTS } from "../lexicon/intent.ts";
import { DUE_LEADS, ORDER_WORDS, PLAN_RULES } from "../lexicon/plan.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { splitPassages } from "../summary/split-passages.ts";

type PlanItem = SoapNote["plan"]["items"][number];

const INTENT = buildLexicon(INTENTS.map((phrase) => [phrase, true] as const));
const ORDER = buildLexicon(ORDER_WORDS.map((phrase) => [phrase, true] as const));
const RULES = buildLexicon(
  PLAN_RULES.flatMap(([category, list]) => list.split("|").map((phrase) => [phrase, category] as const)),
);
/** Commands to a recorder and summaries of why the patient came are no plan. */
const NO_PLAN = buildLexicon(
  "show me|finalize|presents|template|pull up".split("|").map((phrase) => [phrase, true] as const),
);
const CALLS = buildLexicon(
  "call me|call us|call the office|let me know|give me a call|give us a call|come back|come in|emergency room|see me sooner|come see me"
    .split("|")
    .map((phrase) => [phrase, true] as const),
);

/**
 * What the clinician decided besides drugs: studies, referrals, visits, therapy, advice, quoted whole.
 *
 * "If … call me" is advice and is kept as it was said; every other condition, and all that was only considered,
 * denied or refused, is left out.
 *
 * @param scene The encounter.
 */
export function draftPlanItems(scene: Scene): PlanItem[] {
  const items: PlanItem[] = [];
  const chosen = scene.chosen.filter(({ section, passage }) => section === "plan" && isPlanned(passage));
  const patients = scene.clauses.filter(({ role }) => role === "patient");
  const isChosen = new Set(chosen.map(({ passage }) => `${passage.sequence} ${passage.start}`));
  for (const clause of scene.clauses) {
    if (clause.role !== "provider") continue;
    const category = categoryOf(clause);
    let refused: boolean | null = null;
    for (const passage of splitPassages(clause)) {
      const kept = isChosen.has(`${passage.sequence} ${passage.start}`);
      const own = category === null ? null : (categoryOf(passage) ?? (kept ? category : null));
      if (own === null && !kept) continue;
      const reply = scene.replies.get(clause.sequence);
      refused ??= readConsent(clause, reply, patients) !== "let stand";
      if (refused) {
        askToConfirm(scene, "The patient's next words speak against this: it is not among the plan's items", [
          quote(passage),
        ]);
        continue;
      }
      items.push({
        id: `plan-${items.length + 1}`,
        evidence: [quote(passage)],
        category: own ?? "other",
        description: passage.text.slice(passage.start, passage.end),
        due: own === "follow_up" || own === "diagnostic_test" ? dueOf(passage) : null,
      });
    }
  }
  return items;
}

/** What stands under a condition is quoted only with the words that say so. */
function isPlanned(passage: Clause): boolean {
  const { role, mode, cues, tokens } = passage;
  if (role !== "provider") return false;
  const intends = findTerms(INTENT, tokens).length > 0;
  const isOpen = mode === "conditional" || cues.has("negation") || cues.has("uncertain");
  if (isOpen && findTerms(TEST_LEXICON, tokens).length > 0) return isOrdered(passage);
  return mode === "statement" || intends || (mode === "conditional" && cues.has("hypothetical"));
}

function categoryOf(clause: Clause): PlanItem["category"] | null {
  if (clause.mode === "conditional" && isAdvice(clause)) return "education";
  if (clause.mode !== "question" && isOrdered(clause)) return "diagnostic_test";
  if (clause.mode === "conditional") return null;
  const blocked =
    clause.cues.has("negation") || clause.cues.has("past") || clause.cues.has("others") || clause.cues.has("uncertain");
  if (
    clause.mode !== "statement" ||
    blocked ||
    findTerms(NO_PLAN, clause.tokens).length > 0 ||
    findTerms(INTENT, clause.tokens).length === 0
  )
    return null;
  return findTerms(RULES, clause.tokens)[0]?.value ?? null;
}

/**
 * An intent and an order before the study, and no doubt, denial or condition before it: "order a CT without contrast", "get an
 * A1c to see if …". Such words reach forward, not back over what was ordered (ConText, Harkema et al. 2009).
 */
function isOrdered({ tokens, role, mode }: Clause): boolean {
  const [test] = findTerms(TEST_LEXICON, tokens);
  if (test === undefined || mode === "question") return false;
  const before = tokens.slice(0, test.first);
  const cues = readCues(before, role);
  if (cues.size > 0 || findTerms(NO_PLAN, tokens).length > 0 || readCues(tokens, role).has("others")) return false;
  const isMadeOpen = findTerms(OPEN_AFTER, tokens.slice(test.last + 1)).length > 0;
  return !isMadeOpen && findTerms(INTENT, before).length > 0 && findTerms(ORDER, before).length > 0;
}
/** A condition for the order itself. */
const OPEN_AFTER = lexiconOf(
  "if it|if that|if this|if your|if you|if the|if they|if things|unless|later|eventually|at some point|down the road|last year|ago".split(
    "|",
  ),
);

function isAdvice(clause: Clause): boolean {
  const warns = clause.tokens.some((token) => token.word === "if");
  return warns && !clause.cues.has("others") && findTerms(CALLS, clause.tokens).length > 0;
}

/** "in three months", "within two weeks": the words said. */
function dueOf(clause: Clause): string | null {
  for (const [index, token] of clause.tokens.entries()) {
    if (!DUE_LEADS.has(token.word)) continue;
    const article = ["a", "the", "about", "next"].includes(clause.tokens[index + 1]?.word ?? "") ? 1 : 0;
    const number = readNumber(clause.text, clause.tokens, index + 1 + article);
    const unit = number === null ? index + 1 + article : number.last + 1;
    const hasUnit = DURATION_UNITS.has(clause.tokens[unit]?.word ?? "");
    if (hasUnit && (number !== null || article > 0)) return wordsOf(clause, index, unit);
  }
  return null;
}
