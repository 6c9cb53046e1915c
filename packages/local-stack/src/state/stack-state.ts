import { z } from "zod";

/** A seeded person as the state file names them. */
export const Persona = z.object({ uid: z.string(), userId: z.uuid(), role: z.string() });

/** A seeded or booked encounter as the state file names it. */
export const Encounter = z.object({
  id: z.uuid(),
  appointmentId: z.uuid(),
  providerId: z.uuid(),
  patientId: z.uuid(),
});

/**
 * What `.stack/state.json` tells the tests, the walk and a person about the running stack.
 * `dbUrl` logs in as `postgres`, the owner of the migrations; `pid` is the process that runs the stack.
 */
export const StackState = z.object({
  apiUrl: z.url(),
  dbUrl: z.string(),
  publishableKey: z.string(),
  secretKey: z.string(),
  firebaseProjectId: z.string(),
  jwksUrl: z.url(),
  personas: z.record(z.string(), Persona),
  encounters: z.array(Encounter),
  pid: z.int(),
});

export type Persona = z.infer<typeof Persona>;
export type Encounter = z.infer<typeof Encounter>;
export type StackState = z.infer<typeof StackState>;
