import { checkDraft } from "../../packages/core/src/draft-check/check-draft.ts";
import { draftOffline } from "../../packages/core/src/offline-drafter/draft-offline.ts";
import { type SpokenEncounter, toOfflineInput } from "../draft/spoken-encounter.ts";

/** Processor time of drafting and checking one encounter, over several. */
export interface DraftFigures {
  readonly encounters: number;
  readonly longestCharacters: number;
  readonly medianMs: number;
  readonly p95Ms: number;
  readonly slowestMs: number;
}

/**
 * Measures the processor time (user and system, not waiting) the offline drafter and the checks of its draft take.
 *
 * @param encounters What to draft; the first one pays for warming up.
 */
export function benchDraft(encounters: readonly SpokenEncounter[]): DraftFigures {
  const times = encounters.map(cpuMsOf).sort((one, other) => one - other);
  const share = (part: number): number => Math.round(times[Math.ceil(part * times.length) - 1] ?? 0);
  return {
    encounters: times.length,
    longestCharacters: Math.max(...encounters.map(charactersOf)),
    medianMs: share(0.5),
    p95Ms: share(0.95),
    slowestMs: share(1),
  };
}

const charactersOf = ({ turns }: SpokenEncounter): number => turns.reduce((sum, { text }) => sum + text.length, 0);

function cpuMsOf(encounter: SpokenEncounter): number {
  const input = toOfflineInput(encounter);
  const before = process.cpuUsage();
  const drafted = draftOffline(input);
  checkDraft(drafted, { ...input, model: drafted.meta.model, promptVersion: drafted.meta.promptVersion });
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
