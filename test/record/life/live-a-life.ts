import type postgres from "postgres";
import { z } from "zod";
import type { SignedNote } from "../reference/signed-note.ts";
import { soapNoteOf } from "./soap-note-of.ts";

/** What a note says. */
export type NoteContent = Pick<SignedNote, "listStates" | "rows">;

/** One thing that happens to the notes of a patient; `at` picks which note or conflict, among those there are. */
export type LifeStep =
  | { readonly what: "sign"; readonly day: number; readonly content: NoteContent; readonly merge: boolean }
  | { readonly what: "retract"; readonly at: number }
  /** `again`: the amendment is amended at once, so that a line of three comes to be. */
  | { readonly what: "amend"; readonly at: number; readonly content: NoteContent; readonly again: boolean }
  | { readonly what: "decide"; readonly at: number };

/** What a life left behind. */
export interface LifeOutcome {
  readonly stored: string;
  /** A fold of the notes that count and of the decisions, from the tables. */
  readonly rebuilt: string;
  /** The notes that should count, told from the steps alone: neither retracted nor, at whatever remove, amended by one that stands. */
  readonly expectedNotes: readonly string[];
  readonly countingNotes: readonly string[];
  /** What `private.verify_record` objects to. */
  readonly problems: number;
  /** Versions of the journal that a fold of what was known then does not give. */
  readonly unreproduced: number;
  /** Conflicts the record has and the ledger does not, or the other way round. */
  readonly conflictsApart: number;
}

const Note = z.object({ id: z.guid(), status: z.string(), amends: z.guid().nullable() });

// Of each kind the ways in which it can be decided.
const WAYS: Readonly<Record<string, readonly (readonly [decision: string, value: unknown])[]>> = {
  lower_allergy_severity: [
    ["accept", null],
    ["reject", null],
    ["modify", "moderate"],
  ],
  reported_after_refutation: [
    ["accept", null],
    ["reject", null],
    ["modify", "inactive"],
  ],
  incomplete_regimen: [
    ["accept", null],
    ["modify", { dose: "7.5 mg", frequency: "weekly" }],
  ],
  same_day_doses: [
    ["accept", null],
    ["modify", "10 mg"],
  ],
  drug_allergy: [["accept", null]],
  none_known_after_recorded: [["reject", null]],
  ambiguous_identity: [["reject", null]],
};

/**
 * Lives through the notes of the patient of the story, through the RPCs, in a transaction that is rolled back.
 *
 * @param sql - logs in as the owner of the schema
 * @param steps - in this order; one that finds nothing to act on is left out
 */
export async function liveALife(sql: postgres.Sql, steps: readonly LifeStep[]): Promise<LifeOutcome> {
  const rollback = new Error("rolled back on purpose");
  let outcome: LifeOutcome | undefined;
  await sql
    .begin(async (request) => {
      await request`select tests.new_patient()`;
      const retracted = new Set<string>();
      for (const step of steps) await take(request, step, retracted);
      await request`select private.merge_pending_notes(tests.pat())`;
      await request`set constraints all immediate`;
      outcome = await readOutcome(request, retracted);
      throw rollback;
    })
    .catch((error: unknown) => {
      if (error !== rollback) throw error;
    });
  if (outcome === undefined) throw new Error("Cannot read the outcome: the life was not lived");
  return outcome;
}

async function take(request: postgres.TransactionSql, step: LifeStep, retracted: Set<string>): Promise<void> {
  if (step.what === "sign") {
    await sign(request, step.day, step.content);
    if (step.merge) await request`select private.merge_pending_notes(tests.pat())`;
    return;
  }
  const row =
    step.what === "decide"
      ? await pickConflict(request, step.at)
      : // What was amended is never amended twice, but it may be retracted, in whatever order.
        await pickNote(request, step.at, step.what === "retract" ? ["signed", "amended"] : ["signed"]);
  if (row === undefined) return;
  await request`select tests.sign_in_as('dr-amara')`;
  const [answer] =
    step.what === "retract"
      ? await request`select public.retract_soap_note(${row.id}, 'a reason') as answer`
      : step.what === "amend"
        ? await amend(request, row.id, step)
        : await decide(request, row, step.at);
  await request`select tests.sign_out()`;
  if (answer?.["answer"]?.hint !== undefined) throw new Error(`Cannot ${step.what}: ${answer["answer"].hint}`);
  if (step.what === "retract") retracted.add(row.id);
}

async function amend(
  request: postgres.TransactionSql,
  noteId: string,
  { content, again }: Extract<LifeStep, { what: "amend" }>,
): Promise<postgres.Row[]> {
  const [row] = await request`
    select public.amend_soap_note(${noteId}, ${JSON.stringify(soapNoteOf(content))}::text::jsonb, 'a reason') as answer`;
  const amendmentId = row?.["answer"]?.soapNoteId;
  if (again && amendmentId !== undefined)
    return amend(request, amendmentId, { what: "amend", at: 0, content, again: false });
  return row === undefined ? [] : [row];
}

async function sign(request: postgres.TransactionSql, day: number, { rows, listStates }: NoteContent): Promise<void> {
  const at = new Date(Date.UTC(2026, 0, 10 + day, 10)).toISOString();
  const items = JSON.stringify({ ...rows, list_states: listStates });
  await request`select tests.signed_note(tests.pat(), ${at}, ${items}::text::jsonb)`;
}

async function pickNote(
  request: postgres.TransactionSql,
  at: number,
  statuses: readonly string[],
): Promise<{ id: string; kind: string } | undefined> {
  const notes = await request<{ id: string; kind: string }[]>`
    select id, status as kind from public.soap_notes
    where patient_id = tests.pat() and status = any (${statuses}) order by encounter_at, created_at, id`;
  return notes[at % Math.max(notes.length, 1)];
}

async function pickConflict(
  request: postgres.TransactionSql,
  at: number,
): Promise<{ id: string; kind: string } | undefined> {
  await request`select private.merge_pending_notes(tests.pat())`;
  const conflicts = await request<{ id: string; kind: string }[]>`
    select id, kind from public.record_conflicts where patient_id = tests.pat() and status = 'open' order by id`;
  return conflicts[at % Math.max(conflicts.length, 1)];
}

function decide(request: postgres.TransactionSql, { id, kind }: { id: string; kind: string }, at: number) {
  const ways = WAYS[kind] ?? [];
  const [decision, value] = ways[at % Math.max(ways.length, 1)] ?? ["", null];
  const text = value === null ? null : JSON.stringify(value);
  return request`
    select public.resolve_conflict(${id}, ${decision}, ${text}::text::jsonb, 'a reason') as answer`;
}

async function readOutcome(request: postgres.TransactionSql, retracted: ReadonlySet<string>): Promise<LifeOutcome> {
  const notes = z.array(Note).parse(
    await request`
      select id, status, amends_note_id as amends from public.soap_notes
      where patient_id = tests.pat() order by encounter_at, id`,
  );
  const standing = notes.filter(({ id }) => !retracted.has(id));
  const replaced = new Set(standing.flatMap(({ amends }) => lineOf(amends, notes)));
  const expectedNotes = standing.filter(({ id }) => !replaced.has(id)).map(({ id }) => id);
  const [row] = await request`
    select private.read_record(tests.pat())::text as stored, private.fold_record(tests.pat())::text as rebuilt,
      (select count(*)::int from private.verify_record(tests.pat())) as problems,
      (select count(*)::int from private.record_events as event
        where event.patient_id = tests.pat()
          and private.record_at(tests.pat(), event.sequence) #>> '{metadata,record_version}' <> event.record_version) as unreproduced,
      (select count(*)::int
        from jsonb_array_elements(private.read_record(tests.pat()) -> 'conflicts') as found
        full join (select id from public.record_conflicts where patient_id = tests.pat() and status = 'open') as open
          on open.id::text = found ->> 'id'
        where open.id is null or found is null) as apart`;
  return {
    stored: row?.["stored"],
    rebuilt: row?.["rebuilt"],
    expectedNotes,
    countingNotes: notes.filter(({ status }) => status === "signed").map(({ id }) => id),
    problems: row?.["problems"],
    unreproduced: row?.["unreproduced"],
    conflictsApart: row?.["apart"],
  };
}

/** A note and those it takes the place of, retracted ones among them. */
function lineOf(noteId: string | null, notes: readonly z.infer<typeof Note>[]): string[] {
  const note = notes.find(({ id }) => id === noteId);
  return note === undefined ? [] : [note.id, ...lineOf(note.amends, notes)];
}
