import { generateKeyPairSync } from "node:crypto";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { makeIssuerKey, startTokenIssuer, type TokenIssuer } from "../../../../test/support/token-issuer.ts";
import { cachedFirebaseKeys } from "./cached-firebase-keys.ts";

let issuer: TokenIssuer;
let now: Date;

beforeEach(async () => {
  issuer = await startTokenIssuer();
  now = new Date("2026-03-01T12:00:00Z");
});

afterEach(() => issuer.stop());

const cache = (url = issuer.jwksUrl) => cachedFirebaseKeys({ url, clock: () => now, fetch });
const pass = (seconds: number) => {
  now = new Date(now.getTime() + seconds * 1000);
};
const outage = () => issuer.answerWith((_, response) => response.writeHead(500).end());
const outcome = (found: Promise<unknown>) =>
  found.then(
    (key) => (key === undefined ? "unknown" : "found"),
    (error) => error.code,
  );

describe("cachedFirebaseKeys() without a usable key set", () => {
  test("K01 a refused connection is our outage, not the caller's fault", async () => {
    await issuer.stop();
    expect(await outcome(cache().find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
  });

  test.each([500, 403, 404, 302, 204])("K01 status %d is our outage", async (status) => {
    issuer.answerWith((_, response) => response.writeHead(status).end());
    expect(await outcome(cache().find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
  });

  test.each<[string, Parameters<TokenIssuer["answerWith"]>[0]]>([
    ["K01 a server that never answers", () => undefined],
    ["K04 a server that drips", (_, response) => response.writeHead(200).write('{"keys":')],
  ])("%s is given up", async (_, answer) => {
    issuer.answerWith(answer);
    const impatient: typeof fetch = (input, init) => {
      const signal = AbortSignal.any([AbortSignal.timeout(50), ...(init?.signal ? [init.signal] : [])]);
      return fetch(input, { ...init, signal });
    };
    const keys = cachedFirebaseKeys({ url: issuer.jwksUrl, clock: () => now, fetch: impatient });
    expect(await outcome(keys.find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
  });

  test.each([
    ["HTML", "<html></html>"],
    ["truncated JSON", '{"keys":['],
    ["no keys", "{}"],
    ["an empty list", '{"keys":[]}'],
    ["a list of nothing usable", '{"keys":[{"kty":"oct","k":"AAAA","kid":"key-1"}]}'],
    ["ten megabytes", `{"keys":[],"padding":"${"x".repeat(10_000_000)}"}`],
  ])("K04 %s", async (_, body) => {
    issuer.answerWith((_request, response) => response.end(body));
    expect(await outcome(cache().find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
  });

  test("K12 a redirect is not followed", async () => {
    const other = createServer((_, response) => response.end(JSON.stringify({ keys: [issuer.key.jwk] })));
    await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
    const address: AddressInfo | string | null = other.address();
    const port = typeof address === "object" ? address?.port : 0;
    issuer.answerWith((_, response) => response.writeHead(302, { location: `http://127.0.0.1:${port}/` }).end());
    expect(await outcome(cache().find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
    other.close();
  });
});

describe("cachedFirebaseKeys() ignores keys that are not RS256 signing keys", () => {
  test.each([
    ["another algorithm", { alg: "RS512" }],
    ["an encryption key", { use: "enc" }],
    ["a symmetric key", { kty: "oct", k: "AAAA" }],
    ["no key id", { kid: "" }],
    [
      "a 512-bit modulus",
      { n: generateKeyPairSync("rsa", { modulusLength: 512 }).publicKey.export({ format: "jwk" }).n ?? "" },
    ],
  ])("K10 %s", async (_, change) => {
    const other = await makeIssuerKey("key-2");
    issuer.publish([issuer.key.jwk, { ...other.jwk, ...change }]);
    const keys = cache();
    expect(await outcome(keys.find("key-1"))).toBe("found");
    expect(await outcome(keys.find("key-2"))).toBe("unknown");
  });

  test("K10 an id that is published twice names no key", async () => {
    const other = await makeIssuerKey("key-2");
    issuer.publish([other.jwk, issuer.key.jwk, { ...issuer.key.jwk, kid: "key-2" }]);
    expect(await outcome(cache().find("key-2"))).toBe("unknown");
  });

  test.each(["__proto__", "constructor", "toString"])("T13 key id %s finds nothing", async (kid) => {
    expect(await outcome(cache().find(kid))).toBe("unknown");
  });
});

describe("cachedFirebaseKeys() keeps what it has", () => {
  test("K09 a hundred concurrent cold requests make one download", async () => {
    const keys = cache();
    const found = await Promise.all(Array.from({ length: 100 }, () => outcome(keys.find("key-1"))));
    expect(new Set(found)).toEqual(new Set(["found"]));
    expect(issuer.downloads()).toBe(1);
  });

  test("K02 an outage within the age costs nothing", async () => {
    const keys = cache();
    await keys.find("key-1");
    outage();
    pass(3_599);
    expect(await outcome(keys.find("key-1"))).toBe("found");
    expect(issuer.downloads()).toBe(1);
  });

  test("K02 an outage past the age is bridged by the last good set for six hours", async () => {
    const keys = cache();
    await keys.find("key-1");
    outage();
    pass(3_600 + 21_599);
    expect(await outcome(keys.find("key-1"))).toBe("found");
  });

  test("K03 an outage beyond the grace fails closed, and its end is noticed", async () => {
    const keys = cache();
    await keys.find("key-1");
    outage();
    pass(3_600 + 21_600);
    expect(await outcome(keys.find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
    issuer.answerWith(undefined);
    pass(5);
    expect(await outcome(keys.find("key-1"))).toBe("found");
  });

  test("K04 rubbish in place of the set keeps the last good one", async () => {
    const keys = cache();
    await keys.find("key-1");
    issuer.answerWith((_, response) => response.end("<html>"));
    pass(3_600);
    expect(await outcome(keys.find("key-1"))).toBe("found");
  });

  test.each([
    ["K08 a bridged outage", true],
    ["K08 an outage from the start", false],
  ])("%s is asked about after 5 s, then every 30 s", async (_, bridged) => {
    const keys = cache();
    if (bridged) await keys.find("key-1");
    outage();
    pass(3_600);
    const before = issuer.downloads();
    const asked: number[] = [];
    for (let second = 0; second <= 65; second++) {
      const downloads = issuer.downloads();
      await outcome(keys.find("key-1"));
      if (issuer.downloads() > downloads) asked.push(second);
      pass(1);
    }
    expect(asked).toEqual([0, 5, 35, 65]);
    expect(issuer.downloads() - before).toBe(4);
  });

  test("K08 a publisher that comes and goes is asked three times a minute at most", async () => {
    const keys = cache();
    const startedAtMs: number[] = [];
    issuer.answerWith((_, response) => {
      startedAtMs.push(now.getTime());
      const flapping = startedAtMs.length % 2 === 0 ? 500 : 200;
      response.writeHead(flapping).end(JSON.stringify({ keys: [issuer.key.jwk] }));
    });
    for (let second = 0; second < 600; second++) {
      await outcome(keys.find(`random-${second}`));
      pass(1);
    }
    const fourthMs = startedAtMs.map(
      (startMs, index) => (startedAtMs[index + 3] ?? Number.POSITIVE_INFINITY) - startMs,
    );
    expect(Math.min(...fourthMs)).toBeGreaterThanOrEqual(60_000);
  });
});

describe("cachedFirebaseKeys() follows a rotation", () => {
  test("K05 K07 a new key is found by one more download, within 30 s", async () => {
    const keys = cache();
    await keys.find("key-1");
    const next = await makeIssuerKey("key-2");
    issuer.publish([issuer.key.jwk, next.jwk]);
    pass(29);
    expect(await outcome(keys.find("key-2"))).toBe("unknown");
    pass(1);
    expect(await outcome(keys.find("key-2"))).toBe("found");
    expect(await outcome(keys.find("key-1"))).toBe("found");
    expect(issuer.downloads()).toBe(2);
  });

  test("K06 a removed key is refused once the set is past its age", async () => {
    const keys = cache();
    await keys.find("key-1");
    issuer.publish([(await makeIssuerKey("key-2")).jwk]);
    pass(3_600);
    expect(await outcome(keys.find("key-1"))).toBe("unknown");
  });

  test("K08 random key ids make three downloads a minute at most", async () => {
    const keys = cache();
    for (let second = 0; second < 60; second++) {
      await Promise.all(Array.from({ length: 100 }, (_, index) => keys.find(`random-${second}-${index}`)));
      expect(await outcome(keys.find("key-1"))).toBe("found");
      pass(1);
    }
    expect(issuer.downloads()).toBeLessThanOrEqual(3);
  });

  test.each([
    ["max-age=0", 60],
    ["public, max-age=60", 60],
    ["max-age=315360000", 86_400],
    ["no-cache", 3_600],
    ["max-age=soon", 3_600],
  ])("K11 %s means fresh for %d s", async (cacheControl, seconds) => {
    issuer.publish([issuer.key.jwk], cacheControl);
    const keys = cache();
    await keys.find("key-1");
    pass(seconds - 1);
    await keys.find("key-1");
    expect(issuer.downloads()).toBe(1);
    pass(1);
    await keys.find("key-1");
    expect(issuer.downloads()).toBe(2);
  });

  test("K13 a clock that jumps ahead past the grace fails closed while nobody answers", async () => {
    const keys = cache();
    await keys.find("key-1");
    outage();
    pass(30 * 3_600);
    expect(await outcome(keys.find("key-1"))).toBe("IDENTITY_PROVIDER_UNAVAILABLE");
  });

  test("K13 a clock that jumps back makes the set be read again", async () => {
    const keys = cache();
    await keys.find("key-1");
    pass(-3_600);
    expect(await outcome(keys.find("key-1"))).toBe("found");
    expect(issuer.downloads()).toBe(2);
  });
});
