import { describe, expect, test } from "vitest";
import { callSlots } from "./call-slots.ts";

/** A stall that lasts far longer than any test, and one that is soon over. */
const PATIENT = { calls: 2, waiting: 2, stalledMs: 600_000 };
const IMPATIENT = { calls: 2, waiting: 2, stalledMs: 5 };

describe("callSlots()", () => {
  test("D04 refuses at once what is more than may wait, while the slots are held", async () => {
    const slots = callSlots(PATIENT);
    const held = await Promise.all([slots.take(), slots.take()]);
    const waiting = [slots.take(), slots.take()];
    expect(await slots.take()).toBeUndefined();
    for (const release of held) release?.();
    expect(await Promise.all(waiting)).toEqual([expect.any(Function), expect.any(Function)]);
  });

  test("D04 turns away who waits when no call ends, and whoever comes before one does", async () => {
    const slots = callSlots(IMPATIENT);
    const [first] = await Promise.all([slots.take(), slots.take()]);
    expect(await Promise.all([slots.take(), slots.take()])).toEqual([undefined, undefined]);
    expect(await slots.take()).toBeUndefined();
    first?.();
    expect(await slots.take()).toBeInstanceOf(Function);
  });

  test("D04 gives a slot that came free to who waited longest", async () => {
    const slots = callSlots(PATIENT);
    const [first, second] = await Promise.all([slots.take(), slots.take()]);
    const turns: string[] = [];
    const waiting = ["earlier", "later"].map((name) => slots.take().then((release) => turns.push(name) && release));
    first?.();
    second?.();
    await Promise.all(waiting);
    expect(turns).toEqual(["earlier", "later"]);
  });

  test("a slot given back twice is one slot", async () => {
    const slots = callSlots({ ...PATIENT, waiting: 0 });
    const [first] = await Promise.all([slots.take(), slots.take()]);
    first?.();
    first?.();
    expect([await slots.take(), await slots.take()]).toEqual([expect.any(Function), undefined]);
  });

  test("D02 who gives up waits no longer and takes nobody's place", async () => {
    const slots = callSlots(PATIENT);
    const [first, second] = await Promise.all([slots.take(), slots.take()]);
    const caller = new AbortController();
    const givenUp = expect(slots.take(caller.signal)).rejects.toThrow("enough");
    const patient = slots.take();
    caller.abort(new Error("enough"));
    await givenUp;
    first?.();
    (await patient)?.();
    second?.();
    expect(await Promise.all([slots.take(), slots.take()])).toEqual([expect.any(Function), expect.any(Function)]);
  });
});
