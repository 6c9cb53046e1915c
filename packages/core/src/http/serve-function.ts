import type { z } from "zod";
import { createFunctionApp } from "./create-function-app.ts";
import type { FunctionDefinition } from "./function-definition.ts";
import { edgeRuntime } from "./platform.ts";

/**
 * Makes a function the edge runtime can serve.
 *
 * @param definition - slug, input schema and use case
 * @returns the default export of `supabase/functions/<slug>/index.ts`
 * @see https://supabase.com/docs/guides/functions
 * @example
 * export default serveFunction({ slug: "get-patient-history", input: GetPatientHistoryRequest, handle: getPatientHistory });
 */
export function serveFunction<Input extends z.ZodType>(
  definition: FunctionDefinition<Input>,
): { readonly fetch: (request: Request) => Promise<Response> } {
  const app = createFunctionApp(definition, edgeRuntime);
  return { fetch: async (request) => app.fetch(request) };
}
