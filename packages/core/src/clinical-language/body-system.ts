import type { z } from "zod";
import type { BodySystem as BodySystemSchema } from "../soap-note/soap-note.ts";

/** A body system of the review of systems and the physical examination. */
export type BodySystem = z.infer<typeof BodySystemSchema>;
