import { z } from "zod";

/**
 * What the stub does with one request. Every kind but `answer` is a fault:
 * `status` answers another status; `body` a 200 that is no stream of the protocol; `silence` never answers; `stall` stops
 * in the middle and `drip` sends a piece a second; `break` cuts the connection in the middle, `hang_up` at once.
 */
export const StubBehaviour = z.discriminatedUnion("kind", [
  z.strictObject({
    kind: z.literal("answer"),
    /** The model's text; an honest note made from the request where not given. */
    content: z.string().optional(),
    finishReason: z.string().default("stop"),
    /** Milliseconds before the first piece, and between pieces. */
    firstDelayMs: z.number().min(0).default(0),
    pieceDelayMs: z.number().min(0).default(0),
  }),
  z.strictObject({
    kind: z.literal("status"),
    status: z.int(),
    headers: z.record(z.string(), z.string()).default({}),
    body: z.string().default('{"error":{"message":"scripted fault"}}'),
  }),
  z.strictObject({ kind: z.literal("body"), contentType: z.string(), body: z.string() }),
  z.strictObject({ kind: z.literal("silence") }),
  z.strictObject({ kind: z.literal("stall") }),
  z.strictObject({ kind: z.literal("drip") }),
  z.strictObject({ kind: z.literal("break") }),
  z.strictObject({ kind: z.literal("hang_up") }),
]);

/** One scripted behaviour. */
export type StubBehaviour = z.infer<typeof StubBehaviour>;
/** A behaviour before defaults are filled in. */
export type StubBehaviourInput = z.input<typeof StubBehaviour>;
