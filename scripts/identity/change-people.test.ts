import { expect, test } from "vitest";
import { changePeople } from "./change-people.ts";

/** A clock that stands still unless somebody sleeps. */
function clock() {
  let now = 0;
  return {
    nowMs: () => now,
    sleep: async (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

const people = (count: number, apply: (uid: string) => Promise<unknown>) =>
  Array.from({ length: count }, (_, index) => ({ uid: `uid-${index}`, apply: () => apply(`uid-${index}`) }));

test("changePeople() changes nobody in a dry run", async () => {
  const applied: string[] = [];
  const changes = people(3, async (uid) => applied.push(uid));
  const report = await changePeople(changes, { dryRun: true, perSecond: 1, onProgress: () => undefined, ...clock() });
  expect({ report, applied }).toEqual({ report: { changed: 0, failed: [] }, applied: [] });
});

test("changePeople() begins no more a second than allowed, and counts those that fail", async () => {
  const time = clock();
  const begunAtMs: number[] = [];
  const seen: string[] = [];
  const changes = people(6, async (uid) => {
    begunAtMs.push(time.nowMs());
    if (uid === "uid-2") throw new Error("no such user");
  });
  const report = await changePeople(changes, {
    ...{ dryRun: false, perSecond: 4, ...time },
    onProgress: (done, total) => seen.push(`${done}/${total}`),
  });
  expect(begunAtMs).toEqual([0, 250, 500, 750, 1000, 1250]);
  expect(report).toEqual({ changed: 5, failed: ["uid-2"] });
  expect(seen.at(-1)).toBe("6/6");
});
