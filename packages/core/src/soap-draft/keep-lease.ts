import { z } from "zod";
import { callWorkerRpc } from "../db/call-worker-rpc.ts";
import type { WorkerApi } from "../db/connect-worker-api.ts";
import type { DraftPhase } from "./draft-progress.ts";
import type { LeasedDraft } from "./soap-draft-state.ts";

/** A third of the lease, so that one sign of life may get lost. */
const RENEW_EVERY_MS = 5_000;

/** A lease that is kept while its draft is being written. */
export type KeptLease = {
  /** Aborted when the draft is no longer ours to write. */
  readonly lost: AbortSignal;
  /** Records that a phase is reached. */
  readonly enter: (phase: DraftPhase) => Promise<void>;
  /** Stops renewing; the lease then runs out by itself or ends with the draft. */
  readonly release: () => void;
};

/**
 * Renews a draft's lease until it is released, so that long work is not mistaken for a dead worker.
 *
 * @param draft - whose lease the caller holds
 * @param worker - the Data API as the worker
 * @returns what tells of the loss, records phases, and ends the renewing
 */
export function keepLease(draft: LeasedDraft, worker: WorkerApi): KeptLease {
  const lost = new AbortController();
  let phase: DraftPhase = "generate";
  const renew = async () => {
    const args = { p_draft_id: draft.draft_id, p_lease_id: draft.lease_id, p_phase: phase };
    const { held } = await callWorkerRpc(worker, "advance_soap_draft", args, z.object({ held: z.boolean() }));
    if (!held) lost.abort();
  };
  // A sign of life that got lost is made good by the next one.
  const timer = setInterval(() => renew().catch(() => undefined), RENEW_EVERY_MS);
  return {
    lost: lost.signal,
    enter: async (entered) => {
      phase = entered;
      await renew();
    },
    release: () => clearInterval(timer),
  };
}
