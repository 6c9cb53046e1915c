import type { Clause, Token } from "../../clinical-language/clause.ts";
import { MEDICATION_LEXICON } from "../../clinical-language/lexicon/medications.ts";
import { DOSE_UNITS } from "../../clinical-language/lexicon/regimen.ts";
import { findTerms, type Match } from "../../clinical-language/lexicon.ts";
import { quote, type TranscriptEvidence, wordsOf } from "../../clinical-language/quote.ts";
import { isSpokenNumber } from "../../clinical-language/read-number.ts";
import { readRegimen } from "../../clinical-language/read-regimen.ts";
import type { Evidence } from "../../soap-note/evidence.ts";
import type { SoapNote } from "../../soap-note/soap-note.ts";
import { askToConfirm, type Scene } from "../scene.ts";
import { mergeSaid } from "./merge-said.ts";
import { soleGeneric } from "./sole-generic.ts";

type Medication = SoapNote["subjective"]["medications"][number];

const TAKING = new Set("take takes taking on use uses using".split(" "));
const PRESENT_SUBJECTS = new Set("i i'm i've you're you he's she's he she patient we".split(" "));
const AUXILIARIES = new Set(
  "am are is been currently still also now just already have do regularly both only".split(" "),
);
const BEFORE_DRUG = new Set("the my your his her a an some over counter daily and".split(" "));
/** "Put you on", "want you on", "have you take" speak of what shall be, not of what is. */
const ORDERING = new Set(
  "want put start started keep kept get got continue place placed make made let switch switched".split(" "),
);
const BETWEEN_LISTED = new Set(
  "and also plus the my your a an of once twice day daily per at night morning".split(" "),
);
const LONGEST_REACH_WORDS = 6;

/**
 * Drugs the patient takes: those on record, carried over so that none is lost, and those somebody said are being taken.
 *
 * A drug that was asked about, tried, stopped, refused or merely named is no entry: the clinician is asked where the
 * words touch a drug on record.
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
  const item = { ...recorded, status: "active" };
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
    if (earlier === undefined || (earlier.dose === null && mention.item.dose !== null))
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
  const taken: Taken[] = [];
  for (const clause of scene.clauses) {
    if (clause.role !== "patient" && clause.role !== "provider") continue;
    let lastListed = -1;
    let listVerb: number | null = null;
    for (const match of findTerms(MEDICATION_LEXICON, clause.tokens)) {
      const goesOn = isListGap(clause.tokens.slice(lastListed + 1, match.first));
      const verb: number | null = verbOfTaking(clause, match.first) ?? (goesOn ? listVerb : null);
      lastListed = match.last;
      listVerb = verb;
      if (verb === null) continue;
      const firm = clause.mode === "statement" && clause.cues.size === 0;
      const contradicted = clause.role === "provider" && isCorrected(scene, clause);
      if (firm && !contradicted) taken.push(takenOf(clause, match, []));
      else if (clause.mode === "statement") {
        askToConfirm(scene, "Whether this medication is being taken is not clear from what was said", [quote(clause)]);
      }
    }
  }
  return taken;
}

/** The patient corrects a clinician's statement in the next words said. */
function isCorrected(scene: Scene, clause: Clause): boolean {
  const reply = scene.replies.get(clause.sequence)?.clauses ?? [];
  return reply.some(({ cues }) => cues.has("negation") || cues.has("past"));
}

function takenInAnswers(scene: Scene): Taken[] {
  const taken: Taken[] = [];
  for (const { question, answer, answerClauses } of scene.exchanges) {
    const matches = findTerms(MEDICATION_LEXICON, question.tokens);
    const [match] = matches;
    if (match === undefined) continue;
    const evidence = answerClauses.map((clause) => quote(clause));
    const verb = verbOfTaking(question, match.first);
    const plain = question.cues.size === 0;
    if (matches.length === 1 && verb !== null && plain && answer === "yes")
      taken.push(takenOf(question, match, evidence));
    else if (answer !== "yes") {
      askToConfirm(
        scene,
        "A medication was asked about and the answer gives no clear yes",
        [quote(question), ...evidence].slice(0, 50),
      );
    }
  }
  return taken;
}

function takenOf(clause: Clause, match: Match<string>, answer: readonly TranscriptEvidence[]): Taken {
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
      status: "active",
      rxnorm_code: null,
    },
  };
}

/** Index of the word that says somebody present takes the drug: "I'm taking", "you are on", "she is still using". */
function verbOfTaking(clause: Clause, drug: number): number | null {
  const word = (index: number): string => clause.tokens[index]?.word ?? "";
  let at = drug - 1;
  const floor = drug - LONGEST_REACH_WORDS;
  while (at >= floor && BEFORE_DRUG.has(word(at))) at -= 1;
  // A dose may stand between the verb and the drug: "taking 20 milligrams of".
  const dose = word(at) === "of" ? at - 3 : at;
  for (let verb = at; verb >= Math.max(0, dose); verb -= 1) {
    if (!TAKING.has(word(verb))) continue;
    let subject = verb - 1;
    while (AUXILIARIES.has(word(subject))) subject -= 1;
    const ordered = ORDERING.has(word(subject - 1)) || (word(subject - 1) === "have" && word(verb) !== "on");
    return PRESENT_SUBJECTS.has(word(subject)) && !ordered ? verb : null;
  }
  return null;
}

/** "Taking A, 20 mg daily, and B": only regimen words and an "and" stand between two drugs of one list. */
function isListGap(tokens: readonly Token[]): boolean {
  return tokens.every((token) => BETWEEN_LISTED.has(token.word) || DOSE_UNITS.has(token.word) || isSpokenNumber(token));
}
