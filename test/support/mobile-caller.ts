import { bookEncounter, mintToken, readStackState } from "@patient-medical-history/local-stack";
import { inject } from "vitest";
import { z } from "zod";
import { MobileApp } from "../../scripts/walk/mobile-app.ts";

/**
 * Signs a persona in on a phone of their own, against the stack of this run.
 *
 * @param persona - A persona's name or a Firebase uid.
 * @param claims - Laid over the claims of the token; null removes one.
 */
export async function signIn(persona: string, claims: Record<string, unknown> = {}): Promise<MobileApp> {
  const { apiUrl, publishableKey } = await readStackState(inject("stackRoot"));
  const firebaseToken = await mintToken(inject("stackRoot"), persona, { claims });
  return new MobileApp({ apiUrl, publishableKey, firebaseToken });
}

/** Books an encounter of alice with dr-amara that no other test touches. */
export async function bookAliceWithAmara() {
  return bookEncounter(await readStackState(inject("stackRoot")), { provider: "dr-amara", patient: "alice" });
}

/**
 * Sends a request to a function with exactly these headers, as no well-behaved app would.
 *
 * @param path - What follows `/functions/v1/`.
 */
export async function callRaw(path: string, init: RequestInit) {
  const { apiUrl } = await readStackState(inject("stackRoot"));
  const response = await fetch(`${apiUrl}/functions/v1/${path}`, init);
  const body = z.record(z.string(), z.unknown()).parse(await response.json());
  return { status: response.status, headers: response.headers, body };
}
