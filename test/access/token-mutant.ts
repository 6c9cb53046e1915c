import fc from "fast-check";

/** How a token is made that differs from an honest one in a few ways, or in none. */
export type TokenMutant = {
  readonly claims: Readonly<Record<string, unknown>>;
  readonly header: Readonly<Record<string, unknown>>;
  /** Whose key signs: the one named, another of the set, a stranger's, or nobody's. */
  readonly signer: "named" | "second" | "stranger" | "none";
  /** Members repeated at the end of header or payload, as no serialiser writes them. */
  readonly repeated: { readonly part: "header" | "payload"; readonly member: string } | undefined;
  /** Characters of the finished token to change: where (a fraction of its length), to what. */
  readonly edits: readonly { readonly at: number; readonly to: string }[];
};

const ABSENT = Symbol("absent");

/** Values that claims are mistaken for; times are offsets in seconds from the moment of the run. */
const oddValue = (project: string) =>
  fc.oneof(
    fc.constantFrom<unknown>(ABSENT, null, "", " ", true, false, 0, -1, 1e308, 0.5, [], {}, [project], [project, "x"]),
    fc.string({ maxLength: 12 }),
    fc.jsonValue({ maxDepth: 1 }),
  );

function oddTime(nowSeconds: number) {
  const offsets = [-315_360_000, -3_601, -3_600, -60, -6, 0, 6, 60, 3_600, 3_605, 3_606, 86_400, 315_360_000];
  return fc.oneof(
    fc.constantFrom(...offsets).map((offset) => nowSeconds + offset),
    fc.integer({ min: -4_000, max: 4_000 }).map((offset) => nowSeconds + offset + 0.5),
    fc.constantFrom(...offsets).map((offset) => String(nowSeconds + offset)),
  );
}

function oddClaims(project: string, nowSeconds: number) {
  const value = oddValue(project);
  const time = fc.oneof(oddTime(nowSeconds), value);
  const name = fc.oneof(
    value,
    fc.constantFrom(`${project}x`, project.toUpperCase(), "other-clinic", "x".repeat(128), "x".repeat(129), "a\u0000b"),
  );
  const issuer = fc.oneof(
    value,
    fc.constantFrom(
      "https://securetoken.google.com/other-clinic",
      `https://securetoken.google.com/${project}/`,
      `http://securetoken.google.com/${project}`,
      `https://session.firebase.google.com/${project}`,
    ),
  );
  const claim = fc.oneof(
    fc.tuple(fc.constant("iss"), issuer),
    fc.tuple(fc.constantFrom("aud", "sub", "user_id", "role"), name),
    fc.tuple(fc.constantFrom("exp", "iat", "auth_time", "nbf"), time),
    fc.tuple(fc.constant("firebase"), fc.oneof(value, fc.constant({ sign_in_provider: "anonymous" }))),
    fc.tuple(fc.constant("event_type"), fc.constantFrom("beforeSendSms", "beforeSendEmail")),
  );
  return fc.array(claim, { minLength: 1, maxLength: 2 }).map((entries) => Object.fromEntries(entries));
}

const oddHeader = fc.record(
  {
    alg: fc.constantFrom<unknown>("none", "None", "HS256", "RS384", "PS256", "ES256", "rs256", "", null, ABSENT),
    kid: fc.constantFrom<unknown>("key-2", "key-3", "__proto__", "constructor", "", null, 7, [], {}, ABSENT),
    typ: fc.constantFrom<unknown>("JOSE", "at+jwt", "jwt", null, ABSENT),
    crit: fc.constantFrom<unknown>(["exp"], ["b64"], [], "b64"),
    b64: fc.boolean(),
    jwk: fc.constant({ kty: "RSA", n: "AQAB", e: "AQAB" }),
  },
  { requiredKeys: [] },
);

/**
 * Draws tokens that are honest, or wrong in one to a few ways.
 *
 * @param project - Firebase project of an honest token
 * @param nowSeconds - the moment of the run, in seconds since the epoch
 */
export function tokenMutant(project: string, nowSeconds: number): fc.Arbitrary<TokenMutant> {
  const mostly = <Value>(usual: Value, odd: fc.Arbitrary<Value>, weight = 3): fc.Arbitrary<Value> =>
    fc.oneof({ arbitrary: fc.constant(usual), weight }, { arbitrary: odd, weight: 1 });
  const edit = fc.record({
    at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
    to: fc.constantFrom("", "=", ".", " ", "A", "B", "Q", "g", "w", "-", "_", "+", "/", "é"),
  });
  const repeated = fc.record({
    part: fc.constantFrom("header" as const, "payload" as const),
    member: fc.constantFrom('"aud":"other-clinic"', `"aud":"${project}"`, '"exp":1', '"alg":"none"', '"sub":"bob-uid"'),
  });
  return fc.record<TokenMutant>({
    claims: mostly({}, oddClaims(project, nowSeconds), 1),
    header: mostly({}, oddHeader),
    signer: mostly("named", fc.constantFrom("second", "stranger", "none")),
    repeated: mostly(undefined, repeated),
    edits: mostly([], fc.array(edit, { minLength: 1, maxLength: 2 })),
  });
}

/**
 * Serialises a part of a token, without the members that are to be absent.
 *
 * @param honest - the members of an honest token
 * @param odd - laid over them
 * @param repeated - text of a member to write once more
 */
export function serialise(honest: object, odd: object, repeated: string | undefined): string {
  const members = Object.entries({ ...honest, ...odd }).filter(([, value]) => value !== ABSENT);
  const json = JSON.stringify(Object.fromEntries(members));
  return repeated === undefined ? json : json.replace(/\}$/, `${json === "{}" ? "" : ","}${repeated}}`);
}
