import type { Clause } from "../../clinical-language/clause.ts";
import { conditionSpan } from "../../clinical-language/condition-span.ts";
import { contradictionOf } from "../../clinical-language/contradiction-of.ts";
import { CONDITION_LEXICON } from "../../clinical-language/lexicon/conditions.ts";
import { SYMPTOM_LEXICON } from "../../clinical-language/lexicon/symptoms.ts";
import { buildLexicon, findTerms } from "../../clinical-language/lexicon.ts";
import { quote, wordsOf } from "../../clinical-language/quote.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";

type Problem = SoapNote["assessment"]["problems"][number];

const phrases = (list: string) => buildLexicon(list.split("|").map((phrase) => [phrase, true] as const));
/** Words with which a clinician names a problem of this encounter. */
const LEADS = phrases(
  "first problem|second problem|third problem|fourth problem|fifth problem|next problem|last problem|other problem|first issue|second issue|third issue|next issue|last issue|" +
    "first diagnosis|second diagnosis|third diagnosis|problem number one|problem number two|problem one|problem two|my assessment is|assessment is|my diagnosis is|diagnosis is|diagnosis of|" +
    "my impression is|impression is|i think you have|i think that you have|you do have|this is|you have|your problem of|in terms of your|as far as your|in regards to your|with regards to your|with regard to your|" +
    "when it comes to your|from the standpoint of your|for your|number one|number two|number three|we'll call it",
);
/** Problems that were considered are questions to the clinician. */
const IMPRESSIONS = phrases("i think you have|i think that you have|you have|you do have|this is");
const BETWEEN = new Set(
  "of is for a an the your her his this that some um uh uhm you know has have in was it like i think really just a newly new diagnosed about".split(
    " ",
  ),
);
const STATUS = new Set("stable controlled uncontrolled improving worsening resolved worse improved".split(" "));
const LONGEST_REACH_WORDS = 8;

/**
 * Problems the clinician names as such, in the clinician's words; never a code, never a suspicion.
 *
 * @param scene The encounter; "I suspect", "possible" and "consistent with" become questions to the clinician.
 */
export function draftProblems(scene: Scene): Problem[] {
  const problems: Problem[] = [];
  const seen = new Set<string>();
  for (const clause of scene.clauses) {
    if (clause.role !== "provider" || clause.mode === "question") continue;
    for (const { first, last, impression } of namesIn(clause)) {
      const name = wordsOf(clause, first, last);
      if (
        clause.mode === "conditional" ||
        ["uncertain", "negation", "others", "past"].some((cue) => blocks(clause, cue, impression, first))
      ) {
        askToConfirm(
          scene,
          "A problem was spoken of with a doubt or a denial in the same words: it is not in the assessment",
          [quote(clause)],
        );
        continue;
      }
      const reply = impression ? contradictionOf(clause, scene.replies.get(clause.sequence)) : null;
      if (reply !== null) {
        askToConfirm(scene, "A problem was named and the patient's next words speak against it", [
          quote(clause),
          quote(reply),
        ]);
        continue;
      }
      if (seen.has(name.toLowerCase())) continue;
      seen.add(name.toLowerCase());
      const status = clause.tokens.findIndex(
        (token, index) => index > last && index <= last + 6 && STATUS.has(token.word),
      );
      const item: Problem = {
        id: `problem-${problems.length + 1}`,
        evidence: [quote(clause)],
        diagnosis_name: name,
        icd10_code: null,
        status: status === -1 || clause.cues.has("negation") ? null : wordsOf(clause, status, status),
        severity: null,
        onset_date: null,
        notes: null,
      };
      problems.push(item);
      if (impression) askToConfirm(scene, "This problem was stated as an impression", item.evidence, item.id);
    }
  }
  return problems;
}

/** "For your first problem, your X" names X whatever the rest of the clause doubts; an impression must be free of doubt. */
function blocks(clause: Clause, cue: string, impression: boolean, first: number): boolean {
  if (!impression) return cue === "negation" && negatedBefore(clause, first);
  return [...clause.cues].some((own) => own === cue);
}

const negatedBefore = (clause: Clause, first: number): boolean =>
  clause.tokens
    .slice(0, first)
    .some(({ word }) => word === "no" || word === "not" || word === "never" || word.endsWith("n't"));

interface Named {
  readonly first: number;
  readonly last: number;
  readonly impression: boolean;
}

function namesIn(clause: Clause): Named[] {
  const impressions = new Set(findTerms(IMPRESSIONS, clause.tokens).map((match) => match.last));
  const conditions = findTerms(CONDITION_LEXICON, clause.tokens);
  const symptoms = findTerms(SYMPTOM_LEXICON, clause.tokens);
  const named: Named[] = [];
  for (const lead of findTerms(LEADS, clause.tokens)) {
    const impression = impressions.has(lead.last);
    // A symptom is a problem only where the clinician counts problems.
    const counted = findTerms(COUNTING, clause.tokens.slice(lead.first, lead.last + 1)).length > 0;
    const terms = counted
      ? [...conditions, ...symptoms].sort((a, b) => a.first - b.first || b.last - a.last)
      : conditions;
    const term = terms.find((match) => match.first > lead.last && match.first - lead.last <= LONGEST_REACH_WORDS);
    if (term === undefined) continue;
    const { first, last } = conditionSpan(clause, term);
    const between = clause.tokens.slice(lead.last + 1, first);
    const follower = clause.tokens[last + 1]?.word ?? "";
    if (between.every((token) => BETWEEN.has(token.word)) && !FOLLOWERS.has(follower))
      named.push({ first, last, impression });
  }
  return named;
}

const COUNTING = phrases("problem|issue|diagnosis|number one|number two|number three|assessment|impression");
const FOLLOWERS = new Set(
  "medication medications medicine meds pill pills screening test tests labs inhaler doctor specialist levels numbers risk clinic".split(
    " ",
  ),
);
