import type { Clause } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { readRegimen } from "../../clinical-language/read-regimen.ts";
import type { Evidence } from "../../soap-note/evidence.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { readDrugMentions } from "../drugs/read-drug-mentions.ts";
import { verbOfTaking } from "../drugs/verb-of-taking.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { mergeSaid } from "./merge-said.ts";
import { soleGeneric } from "./sole-generic.ts";

type Medication = SoapNote["subjective"]["medications"][number];

/**
 * Drugs the patient takes: those on record, carried over so that none is lost, and those somebody said are being taken.
 *
 * One the patient gave up is an entry with the status `stopped`. A drug that was asked about, tried, refused or merely
 * named is none: the clinician is asked.
 *
 * @param scene The encounter.
 */
export function draftReportedMedications(scene: Scene): Medication[] {
  const spoken = [...takenInStatements(scene), ...takenInAnswers(scene)];
  const onRecord = scene.snapshot.current_medications.map((entry) => ({ entry, generic: soleGeneric(entry.name) }));
  const claimed = new Set<Taken>();
  const carried = onRecord.map(({ entry, generic }, index): Medication => {
    const id = `medication-record-${index + 1}`;
    const mentions = spoken.filter((mention) => mention.generic === generic);
    const isSole = onRecord.filter((other) => other.generic === generic).length === 1;
    for (const mention of mentions) claimed.add(mention);
    const [first] = mentions;
    if (first === undefined) askWhetherTaken(scene, entry.id, id);
    else if (!isSole) askWhichRegimen(scene, first, entry.id, id);
    return confirmed(scene, { ...medicationOf(entry), id }, isSole ? mentions : []);
  });
  return [
    ...carried,
    ...newlySaid(
      scene,
      spoken.filter((mention) => !claimed.has(mention)),
    ),
  ];
}

const REGIMEN = ["dose", "route", "frequency"] as const;

/** The record's row with what was said of it: new values where they are other ones, and the words as evidence. */
function confirmed(scene: Scene, recorded: Medication, mentions: readonly Taken[]): Medication {
  if (mentions.length === 0) return recorded;
  const item = { ...recorded, status: mentions.at(-1)?.item.status ?? recorded.status };
  const evidence = mentions.flatMap((mention) => mention.item.evidence);
  const differing: string[] = [];
  for (const field of REGIMEN) {
    const said = mentions.map((mention) => mention.item[field]).findLast((value) => value !== null) ?? null;
    const merged = mergeSaid(recorded[field], said);
    item[field] = merged.value;
    if (merged.differs) differing.push(field);
  }
  item.evidence = [...recorded.evidence, ...evidence].slice(0, 50);
  if (differing.length > 0)
    askToConfirm(
      scene,
      `This medication was said to be taken otherwise than recorded: ${differing.join(", ")}`,
      item.evidence,
      item.id,
    );
  return item;
}

/** Drugs that are not on record, one row each; a dose said later completes it. */
function newlySaid(scene: Scene, spoken: readonly Taken[]): Medication[] {
  const drafted = new Map<string, Medication>();
  for (const mention of spoken) {
    const earlier = drafted.get(mention.generic);
    const id = earlier?.id ?? `medication-${drafted.size + 1}`;
    if (
      earlier === undefined ||
      earlier.status !== mention.item.status ||
      (earlier.dose === null && mention.item.dose !== null)
    )
      drafted.set(mention.generic, { ...mention.item, id });
    if (earlier === undefined && mention.doubtful)
      askToConfirm(
        scene,
        "A number was said with this medication that could not be read as its dose",
        mention.item.evidence,
        id,
      );
  }
  return [...drafted.values()];
}

function askWhetherTaken(scene: Scene, recordItemId: string, id: string): void {
  askToConfirm(
    scene,
    "Medication carried over from the record: nobody said in this encounter that it is being taken",
    [{ kind: "snapshot", itemId: recordItemId }],
    id,
  );
}

function askWhichRegimen(scene: Scene, mention: Taken, recordItemId: string, id: string): void {
  const evidence: Evidence[] = [{ kind: "snapshot", itemId: recordItemId }, ...mention.item.evidence];
  askToConfirm(
    scene,
    "A medication on record in several regimens was spoken of: which one is not certain",
    evidence.slice(0, 50),
    id,
  );
}

function medicationOf(entry: Scene["snapshot"]["current_medications"][number]): Medication {
  return {
    id: "",
    evidence: [{ kind: "snapshot", itemId: entry.id }],
    medication_name: entry.name,
    dose: entry.dose,
    route: entry.route,
    frequency: entry.frequency,
    duration: null,
    indication: null,
    status: entry.status,
    rxnorm_code: null,
  };
}

interface Taken {
  readonly generic: string;
  readonly doubtful: boolean;
  readonly item: Medication;
}

function takenInStatements(scene: Scene): Taken[] {
  return scene.mentions.flatMap(({ clause, match, use }): Taken[] => {
    if (use !== "taking" && use !== "stopped taking") {
      if (clause.tokens.some(({ word }) => ALLERGIC.has(word))) return [];
      if (use === "not taking" || (use === "unclear" && clause.mode === "statement" && clause.role === "patient"))
        askToConfirm(scene, "Whether this medication is being taken is not clear from what was said", [quote(clause)]);
      return [];
    }
    const contradicted = clause.role === "provider" && isCorrected(scene, clause);
    if (contradicted) {
      askToConfirm(scene, "A medication was said to be taken, and the patient's next words speak against it", [
        quote(clause),
      ]);
      return [];
    }
    return [takenOf(clause, match, [], use === "taking" ? "active" : "stopped")];
  });
}

/** A drug one is allergic to is among the allergies, and nobody asks whether it is taken. */
const ALLERGIC = new Set("allergic allergy allergies".split(" "));

/** The patient corrects a clinician's statement in the next words said. */
function isCorrected(scene: Scene, clause: Clause): boolean {
  const reply = scene.replies.get(clause.sequence)?.clauses ?? [];
  return reply.some(({ cues }) => cues.has("negation") || cues.has("past"));
}

/** Drugs the clinician asked about with a plain yes, and drugs named in answer to "what do you take". */
function takenInAnswers(scene: Scene): Taken[] {
  return scene.exchanges.flatMap(({ question, answer, answerClauses }): Taken[] => {
    const [match, ...others] = findTerms(MEDICATION_LEXICON, question.tokens);
    const evidence = answerClauses.map((clause) => quote(clause));
    if (match === undefined) return asksForList(question) ? listed(answerClauses, quote(question)) : [];
    const asked = verbOfTaking(question, match.first) ?? askedTaking(question, match.first);
    const plain = !question.cues.has("past") && !question.cues.has("others");
    if (others.length === 0 && asked && plain && answer === "yes")
      return [takenOf(question, match, evidence, "active")];
    if (answer !== "yes")
      askToConfirm(
        scene,
        "A medication was asked about and the answer gives no clear yes",
        [quote(question), ...evidence].slice(0, 50),
      );
    return [];
  });
}

/** "Are you taking X", "X, do you take that". */
function askedTaking(question: Clause, drug: number): boolean {
  return question.tokens.some(({ word }, index) => ASKED.has(word) && index !== drug);
}
const ASKED = new Set("taking take using use on".split(" "));

/** "What medications are you taking?", answered by names alone. */
function asksForList({ tokens }: Clause): boolean {
  const words = new Set(tokens.map(({ word }) => word));
  return (words.has("what") || words.has("which")) && [...words].some((word) => LISTED.has(word));
}
const LISTED = new Set("medications medication medicines medicine meds pills".split(" "));

function listed(answers: readonly Clause[], question: TranscriptEvidence): Taken[] {
  return answers.slice(0, 1).flatMap((clause) => {
    const bare = readDrugMentions(clause).every(({ use }) => use === "unclear");
    if (!bare || clause.mode !== "statement" || clause.cues.size > 0) return [];
    return readDrugMentions(clause).map(({ match }) => takenOf(clause, match, [question], "active"));
  });
}

function takenOf(clause: Clause, match: Match<string>, answer: readonly TranscriptEvidence[], status: string): Taken {
  const { doubtful, dose, route, frequency } = readRegimen(clause, match.first, match.last);
  return {
    generic: match.value,
    doubtful,
    item: {
      id: "",
      evidence: [quote(clause), ...answer].slice(0, 50),
      medication_name: wordsOf(clause, match.first, match.last),
      dose,
      route,
      frequency,
      duration: null,
      indication: null,
      status,
      rxnorm_code: null,
    },
  };
}
