import type postgres from "postgres";

/** What became of the records that were visited; ids of patients, no names. */
export interface VisitReport {
  readonly visited: number;
  /** Records that another transaction held until the end. */
  readonly left: readonly string[];
  /** Records that are not what the notes make; only where `verifyOnly`. */
  readonly wrong: readonly string[];
}

/** How records are visited. */
export interface VisitOptions {
  /** How many patients are listed at a time; each has a transaction of their own. */
  readonly batch: number;
  /** Compare with the notes and write nothing. */
  readonly verifyOnly: boolean;
  /** Every record, not only those folded by other rules than today's. */
  readonly all: boolean;
  /** How long a record that was locked is waited for in the end. */
  readonly lockTimeoutMs: number;
  readonly progress: (done: number, total: number) => void;
}

/**
 * Rebuilds or verifies the records of all patients, one patient per transaction, on a live database.
 *
 * A record that is locked is passed over and tried again in the end. A rebuilt record is of today's rules, so that a
 * second run goes on where the first was stopped.
 *
 * @param sql - Logs in as the owner of the schema.
 * @param options - See there.
 * @returns What was done and what is left to do.
 */
export async function visitRecords(sql: postgres.Sql, options: VisitOptions): Promise<VisitReport> {
  const every = options.all || options.verifyOnly;
  const total = await countRecords(sql, every);
  const wrong: string[] = [];
  const passedOver: string[] = [];
  let after = "00000000-0000-0000-0000-000000000000";
  let visited = 0;
  options.progress(0, total);
  for (;;) {
    const patientIds = await listRecords(sql, every, after, options.batch);
    const last = patientIds.at(-1);
    if (last === undefined) break;
    for (const patientId of patientIds) {
      const outcome = options.verifyOnly ? await verify(sql, patientId) : await rebuildUnlessLocked(sql, patientId);
      if (outcome === "locked") passedOver.push(patientId);
      else visited += 1;
      if (outcome === "wrong") wrong.push(patientId);
      options.progress(visited, total);
    }
    after = last;
  }

  const left: string[] = [];
  for (const patientId of passedOver) {
    if (await rebuildBehindLock(sql, patientId, options.lockTimeoutMs)) visited += 1;
    else left.push(patientId);
    options.progress(visited, total);
  }
  return { visited, left, wrong };
}

const toVisit = (sql: postgres.Sql, every: boolean) => sql`
  from public.patient_profiles as profile
  left join private.record_states as state on state.patient_id = profile.user_id
  where profile.medical_record_last_updated_at is not null
    and (${every} or state.rules_version is distinct from private.record_rules_version())`;

async function countRecords(sql: postgres.Sql, every: boolean): Promise<number> {
  const [row] = await sql`select count(*)::int as records ${toVisit(sql, every)}`;
  return Number(row?.["records"]);
}

async function listRecords(sql: postgres.Sql, every: boolean, after: string, batch: number): Promise<string[]> {
  const rows = await sql`
    select profile.user_id as id ${toVisit(sql, every)} and profile.user_id > ${after} order by profile.user_id limit ${batch}`;
  return rows.map((row) => String(row["id"]));
}

async function rebuildUnlessLocked(sql: postgres.Sql, patientId: string): Promise<"done" | "locked"> {
  return await sql.begin(async (transaction) => {
    const free = await transaction`
      select from public.patient_profiles where user_id = ${patientId} for no key update skip locked`;
    if (free.length === 0) return "locked";
    await transaction`select private.rebuild_record(${patientId})`;
    return "done";
  });
}

async function rebuildBehindLock(sql: postgres.Sql, patientId: string, lockTimeoutMs: number): Promise<boolean> {
  return await sql
    .begin(async (transaction) => {
      await transaction`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`;
      await transaction`select private.rebuild_record(${patientId})`;
      return true;
    })
    .catch((error: unknown) => {
      if (error instanceof Error && "code" in error && error.code === "55P03") return false;
      throw error;
    });
}

async function verify(sql: postgres.Sql, patientId: string): Promise<"done" | "wrong"> {
  const differences = await sql`select from private.verify_record(${patientId}) limit 1`;
  return differences.length === 0 ? "done" : "wrong";
}
