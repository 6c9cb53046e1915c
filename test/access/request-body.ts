import fc from "fast-check";
import { z } from "zod";

/** What a request schema says of itself: its fields, and the names each is sent under. */
const RequestShape = z.object({
  $defs: z.record(
    z.string(),
    z.object({
      properties: z.record(z.string(), z.unknown()),
      "x-aliases": z.record(z.string(), z.array(z.string())),
    }),
  ),
});

/** Text that has broken parsers, databases and logs. */
const NASTY_TEXT = [
  ...["", " ", "\u0000", "\ud800", "\u202e", "e\u0301", "🩺", "'; drop table users; --", "$$", "\\", "{a,b}", "$.*"],
  ...[
    "eq.x,or=(id.gt.0)",
    "<script>",
    "=1+1",
    "\r\n",
    "\u001b[31m",
    "__proto__",
    "00000000-0000-0000-0000-000000000000",
  ],
];

const NASTY_NUMBERS = [0, -0, -1, 0.5, 2 ** 53 + 1, 1e308, -1e308];

/** A change of the bytes of a body. */
const ByteEdit = fc.record({
  kind: fc.constantFrom("flip", "insert", "remove", "truncate", "repeat"),
  at: fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
  byte: fc.oneof(fc.constantFrom(0, 0x22, 0x5b, 0x5d, 0x7b, 0x7d, 0x5c, 0x2c, 0xff, 0xc0, 0xed), fc.nat(255)),
});

/**
 * Draws request bodies for a function: objects made from its schema's fields with honest and dishonest values, then a
 * few bytes changed in some.
 *
 * @param schema - the function's request schema
 * @param ids - ids that exist
 */
export function requestBody(schema: z.ZodType, ids: readonly string[]): fc.Arbitrary<Uint8Array<ArrayBuffer>> {
  const shape = RequestShape.parse(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }));
  const names = Object.values(shape.$defs).flatMap(({ properties, "x-aliases": aliases }) =>
    Object.keys(properties).flatMap((field) => aliases[field] ?? [field]),
  );
  const id = fc.oneof(
    fc.constantFrom(...ids),
    fc.uuid(),
    fc.constantFrom(...ids).map((one) => one.toUpperCase()),
  );
  const text = fc.oneof(fc.constantFrom(...NASTY_TEXT), fc.string({ unit: "binary", maxLength: 40 }));
  const number = fc.oneof(fc.constantFrom(...NASTY_NUMBERS), fc.integer());
  const turn = fc.record({ text, speaker: text, attendee_id: text, started_at: text }, { requiredKeys: [] });
  const value = fc.oneof(
    { arbitrary: id, weight: 4 },
    ...[
      text,
      number,
      fc.boolean(),
      fc.constant(null),
      fc.array(turn, { maxLength: 3 }),
      fc.jsonValue({ maxDepth: 3 }),
    ].map((arbitrary) => ({ arbitrary, weight: 1 })),
  );
  const name = fc.oneof(
    { arbitrary: fc.constantFrom(...names), weight: 8 },
    { arbitrary: fc.constantFrom("__proto__", "constructor", "toString", "userId", "role", "is_admin"), weight: 1 },
    { arbitrary: text, weight: 1 },
  );
  const object = fc.array(fc.tuple(name, value), { maxLength: 6 }).map((entries) => Object.fromEntries(entries));
  const json = fc.oneof(
    { arbitrary: object.map((body) => JSON.stringify(body)), weight: 9 },
    { arbitrary: fc.jsonValue({ maxDepth: 2 }).map((body) => JSON.stringify(body)), weight: 1 },
    { arbitrary: fc.nat(70).map((depth) => `${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`), weight: 1 },
  );
  const edits = fc.oneof(
    { arbitrary: fc.constant([]), weight: 1 },
    { arbitrary: fc.array(ByteEdit, { minLength: 1, maxLength: 3 }), weight: 1 },
  );
  return fc.tuple(json, edits).map(([body, changes]) => changes.reduce(edit, new TextEncoder().encode(body)));
}

function edit(
  body: Uint8Array<ArrayBuffer>,
  { kind, at, byte }: { readonly kind: string; readonly at: number; readonly byte: number },
): Uint8Array<ArrayBuffer> {
  const index = Math.floor(at * body.length);
  const [before, after] = [body.slice(0, index), body.slice(index)];
  switch (kind) {
    case "flip":
      return Uint8Array.of(...before, byte, ...after.slice(1));
    case "insert":
      return Uint8Array.of(...before, byte, ...after);
    case "remove":
      return Uint8Array.of(...before, ...after.slice(1));
    case "truncate":
      return before;
    default:
      return Uint8Array.of(...body, ...after);
  }
}
