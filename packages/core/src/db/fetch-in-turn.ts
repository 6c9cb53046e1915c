import type { CallSlots } from "./call-slots.ts";

/**
 * Makes a `fetch` that sends no more at once than there are slots. Whom there is none for is answered as by an
 * overloaded Data API, with 503 and the code `NO_SLOT`, which no part but this one uses; nothing is sent.
 *
 * A slot is free again with the head of the answer: by then the Data API has ended the transaction and given its
 * connection back.
 *
 * @param send - the `fetch` to use
 * @param slots - those of this process
 */
export function fetchInTurn(send: typeof fetch, slots: CallSlots): typeof fetch {
  return async (input, init) => {
    const release = await slots.take(init?.signal);
    if (release === undefined) return Response.json({ code: "NO_SLOT", message: "no slot is free" }, { status: 503 });
    try {
      return await send(input, init);
    } finally {
      release();
    }
  };
}
