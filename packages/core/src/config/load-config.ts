import { ApiError } from "../http/api-error.ts";
import { Config } from "./config.ts";
import { ENVIRONMENT_NAMES, type Environment, WORKER_KEY_NAMES } from "./environment-names.ts";

/**
 * Reads and checks the environment of a function.
 *
 * @param environment - looks up one variable
 * @param options - `needsWorkerKey`: the function works in the background, so that it reads the secret key and cannot do
 *   without; any other function never looks at it
 * @returns the configuration
 * @throws ApiError `CONFIG_ERROR`, its fault naming the variables that are missing or wrong, never their values
 */
export function loadConfig(
  environment: Environment,
  { needsWorkerKey = false }: { readonly needsWorkerKey?: boolean | undefined } = {},
): Config {
  const variables: Record<string, string> = {};
  for (const name of needsWorkerKey ? [...ENVIRONMENT_NAMES, ...WORKER_KEY_NAMES] : ENVIRONMENT_NAMES) {
    const value = environment(name)?.trim();
    if (value !== undefined && value !== "") variables[name] = value;
  }
  const result = Config.safeParse(variables);
  const lacksWorkerKey = needsWorkerKey && WORKER_KEY_NAMES.every((name) => variables[name] === undefined);
  if (result.success && !lacksWorkerKey) return result.data;
  const issues = result.error?.issues ?? [];
  const names = new Set(issues.map((issue) => String(issue.path[0] ?? "environment")));
  if (lacksWorkerKey) names.add(WORKER_KEY_NAMES[0]);
  throw new ApiError("CONFIG_ERROR", { fault: [...names].join(" ") });
}
