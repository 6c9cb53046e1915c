import { z } from "zod";
import { callRpc } from "../db/call-rpc.ts";
import type { Call } from "../http/call.ts";
import { ContextSnapshot } from "./context-snapshot.ts";
import type { CreateContextSnapshotRequest } from "./create-context-snapshot-request.ts";

/** Answer of create-context-snapshot. */
export const CreateContextSnapshotResponse = z
  .object({ success: z.literal(true), ok: z.literal(true), status: z.literal(200), snapshot: ContextSnapshot })
  .meta({ id: "CreateContextSnapshotResponse" });

/**
 * Freezes what is known of the patient for the encounter's provider, or gives the frozen version again while nothing
 * changed.
 *
 * @param request - the encounter, and ids that must agree with it
 * @param call - the caller's Data API
 * @returns the snapshot in force
 * @throws ApiError `SESSION_NOT_FOUND`, `APPOINTMENT_NOT_FOUND`, `PATIENT_NOT_FOUND`, `INVALID_REQUEST` (ids disagree),
 *   `FORBIDDEN`, `IDEMPOTENCY_KEY_REUSED`
 */
export async function createContextSnapshot(
  request: CreateContextSnapshotRequest,
  call: Call,
): Promise<z.infer<typeof CreateContextSnapshotResponse>> {
  const { snapshot } = await callRpc(
    call.dataApi,
    "create_context_snapshot",
    {
      p_encounter_id: request.encounter_id,
      p_appointment_id: request.appointment_id,
      p_patient_id: request.patient_id,
      p_idempotency_key: call.idempotencyKey,
    },
    z.object({ snapshot: ContextSnapshot }),
    { sentences: { INVALID_REQUEST: "Cannot create context snapshot: ids disagree with the encounter" } },
  );
  return { success: true, ok: true, status: 200, snapshot };
}
