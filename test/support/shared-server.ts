import type { TestProject } from "vitest/node";

/** A server that test files of several projects share. */
export interface SharedServer {
  /** Tells the test files of a project where it is. */
  readonly provideTo: (project: TestProject) => void;
  /** Stops what was started here; throws when it told what it should not. */
  readonly stop: () => Promise<void>;
}
