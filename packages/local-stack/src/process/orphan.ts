import { z } from "zod";

/** What must not outlive the process that made it: a process, by its identity, or a folder with all that is in it. */
export const Orphan = z.union([z.object({ process: z.string() }), z.object({ folder: z.string() })]);
export type Orphan = z.infer<typeof Orphan>;
