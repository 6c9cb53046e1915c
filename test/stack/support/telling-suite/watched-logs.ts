import { watchSilence } from "../../../support/silence/watch-silence.ts";

/** Watches the logs of the folder the caller names, as the stacks of the suite are watched. */
export default function watchLogs(): () => Promise<void> {
  return watchSilence(process.env["TELLING_ROOT"] ?? "").end;
}
