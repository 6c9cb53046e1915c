import type { Clause } from "../../clinical-language/clause.ts";
import { DURATION_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { TEST_LEXICON } from "../../clinical-language/lexicon/tests.ts";
import { findTerms } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import { readConsent } from "../../clinical-language/read-consent.ts";
import { readNumber } from "../../clinical-language/read-number.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { DUE_LEADS, PLAN_INTENT } from "../lexicon/plan.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { splitPassages } from "../summary/split-passages.ts";
import { isOrdered, planCategoryOf } from "./plan-category-of.ts";

type PlanItem = SoapNote["plan"]["items"][number];

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
    const category = planCategoryOf(clause);
    let refused: boolean | null = null;
    for (const passage of splitPassages(clause)) {
      const kept = isChosen.has(`${passage.sequence} ${passage.start}`);
      const own = category === null ? null : (planCategoryOf(passage) ?? (kept ? category : null));
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
  const intends = findTerms(PLAN_INTENT, tokens).length > 0;
  const isOpen = mode === "conditional" || cues.has("negation") || cues.has("uncertain");
  if (isOpen && findTerms(TEST_LEXICON, tokens).length > 0) return isOrdered(passage);
  return mode === "statement" || intends || (mode === "conditional" && cues.has("hypothetical"));
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
