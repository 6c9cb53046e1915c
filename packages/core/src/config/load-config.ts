import { ApiError } from "../http/api-error.ts";
import { Config } from "./config.ts";
import { ENVIRONMENT_NAMES, type Environment } from "./environment-names.ts";

/**
 * Reads and checks the environment of a function.
 *
 * @param environment - looks up one variable
 * @returns the configuration
 * @throws ApiError `CONFIG_ERROR`, its fault naming the variables that are missing or wrong, never their values
 */
export function loadConfig(environment: Environment): Config {
  const variables: Record<string, string> = {};
  for (const name of ENVIRONMENT_NAMES) {
    const value = environment(name)?.trim();
    if (value !== undefined && value !== "") variables[name] = value;
  }
  const result = Config.safeParse(variables);
  if (result.success) return result.data;
  const names = new Set(result.error.issues.map((issue) => String(issue.path[0] ?? "environment")));
  throw new ApiError("CONFIG_ERROR", { fault: [...names].join(" ") });
}
