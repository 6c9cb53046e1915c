import { createClient, type SupabaseClient } from "@supabase/supabase-js";

/** How a person's phone reaches the backend. */
export interface MobileAppOptions {
  readonly apiUrl: string;
  readonly publishableKey: string;
  /** Firebase ID token of the person who signed in. */
  readonly firebaseToken: string;
}

/** What a function or the Data API answered: the body as JSON, and the HTTP status. */
export interface Answer {
  readonly status: number;
  readonly body: Readonly<Record<string, unknown>>;
}

/**
 * The mobile app of one signed-in person, as far as the backend sees it: the same URLs, headers and bodies.
 *
 * @example
 * const app = new MobileApp({ apiUrl, publishableKey, firebaseToken });
 * await app.callFunction("create-context-snapshot", { encounter_id });
 */
export class MobileApp {
  readonly #options: MobileAppOptions;
  readonly #data: SupabaseClient;

  constructor(options: MobileAppOptions) {
    this.#options = options;
    this.#data = createClient(options.apiUrl, options.publishableKey, {
      accessToken: async () => options.firebaseToken,
    });
  }

  /**
   * Calls an edge function.
   *
   * @param slug - The function's name.
   * @param body - The request, sent as JSON.
   */
  async callFunction(slug: string, body: Record<string, unknown>): Promise<Answer> {
    const { apiUrl, publishableKey, firebaseToken } = this.#options;
    const response = await fetch(`${apiUrl}/functions/v1/${slug}`, {
      method: "POST",
      headers: {
        apikey: publishableKey,
        authorization: `Bearer ${publishableKey}`,
        "x-firebase-token": firebaseToken,
        "content-type": "application/json",
      },
      body: JSON.stringify(body),
    });
    return { status: response.status, body: await response.json() };
  }

  /**
   * Reads the revision of a note, as the screen that shows it does.
   *
   * @param soapNoteId - The note.
   * @throws Error - When this person sees no such note.
   */
  async readRevision(soapNoteId: string): Promise<number> {
    const { data } = await this.#data.from("soap_notes").select("revision").eq("id", soapNoteId).single();
    const revision: unknown = data?.revision;
    if (typeof revision !== "number") throw new Error("Cannot read note: it is not there");
    return revision;
  }

  /**
   * Calls an RPC of the Data API as this person.
   *
   * @param name - The RPC's name.
   * @param args - Its named arguments.
   * @throws Error - With the RPC's code when it refuses.
   */
  async callRpc(name: string, args: Record<string, unknown>): Promise<unknown> {
    const { data, error } = await this.#data.rpc(name, args);
    if (error) throw new Error(`Cannot call ${name}: ${error.hint ?? error.code}`);
    return data;
  }
}
