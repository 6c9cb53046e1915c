import type { z } from "zod";
import type { Call } from "./call.ts";
import type { ServerSentEvent } from "./event-stream.ts";

/** One edge function: where it is, what it takes, what it does. */
export type FunctionDefinition<Input extends z.ZodType> = {
  /** Name in the URL and of the folder in `supabase/functions`. */
  readonly slug: string;
  readonly input: Input;
  /** The use case; its answer is the JSON body. */
  readonly handle: (input: z.output<Input>, call: Call) => Promise<object>;
  /** Answers `Accept: text/event-stream`, where the function can stream. */
  readonly stream?: (input: z.output<Input>, call: Call) => AsyncGenerator<ServerSentEvent, void>;
  /** The function works in the background, as the draft worker; only then is the platform's secret key read at all. */
  readonly needsWorkerKey?: boolean;
  /** Most bytes of a body; 64 kB where not given. */
  readonly maxBodyBytes?: number;
};
