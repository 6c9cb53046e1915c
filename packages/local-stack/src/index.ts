export { type BookedEncounter, type Booking, bookEncounter } from "./clinic/book-encounter.ts";
export { createScratchDatabase, type ScratchDatabase, type ScratchSource } from "./database/create-scratch-database.ts";
export { type MintTokenOptions, mintToken } from "./identity/mint-token.ts";
export { whenRunnerEnds } from "./process/when-runner-ends.ts";
export { type RunningStack, type StackReporter, type StartStackOptions, startStack } from "./start-stack.ts";
export { readStackState } from "./state/read-stack-state.ts";
export { StackError } from "./state/stack-error.ts";
export type { Encounter, Persona, StackState } from "./state/stack-state.ts";
