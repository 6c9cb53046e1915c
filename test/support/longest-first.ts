import { BaseSequencer, type TestSpecification } from "vitest/node";

/** The projects with the longest files first, so that short files fill what is left at the end. */
const ORDER = ["stack", "record", "drafting", "deploy", "http", "database", "access", "audit", "unit"];

/** Runs the files in the order of {@link ORDER}, and those of a project together: a worker keeps what it imported. */
export class LongestFirst extends BaseSequencer {
  override async sort(files: TestSpecification[]): Promise<TestSpecification[]> {
    const place = ({ project }: TestSpecification) => ORDER.indexOf(project.name);
    return (await super.sort(files)).sort((one, other) => place(one) - place(other));
  }
}
