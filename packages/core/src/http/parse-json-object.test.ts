import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { ApiError } from "./api-error.ts";
import { parseJsonObject } from "./parse-json-object.ts";

function parse(body: string | Uint8Array): unknown {
  try {
    return parseJsonObject(typeof body === "string" ? new TextEncoder().encode(body) : body);
  } catch (error) {
    return error instanceof ApiError ? error.code : error;
  }
}

describe("parseJsonObject() refuses", () => {
  test.each(["", " ", "\n\t", "\uFEFF", '\uFEFF{"a":1}'])("I01 %j", (body) => {
    expect(parse(body)).toBe("INVALID_JSON");
  });

  test.each(['{"a":1,}', '{"a":NaN}', "{'a':1}", "{a:1}", '{"a":01}', '{"a":1} {}', "//\n{}"])("I02 %j", (body) => {
    expect(parse(body)).toBe("INVALID_JSON");
  });

  test("I02 a body cut off at any byte", () => {
    const whole = new TextEncoder().encode('{"encounter_id":"é🔑","n":[1,{"a":null}]}');
    for (let end = 0; end < whole.length; end++) expect(parse(whole.slice(0, end))).toBe("INVALID_JSON");
  });

  test.each(["null", "[]", '"text"', "7", "true", "[{}]"])("I03 %s at the top", (body) => {
    expect(parse(body)).toBe("INVALID_REQUEST");
  });

  test.each([65, 100, 10_000, 1_000_000])("I09 %d levels of nesting", (depth) => {
    expect(parse(`${'{"a":'.repeat(depth)}1${"}".repeat(depth)}`)).toBe("INVALID_REQUEST");
    expect(parse(`{"a":${"[".repeat(depth)}`)).toBe("INVALID_REQUEST");
  });

  test.each(['{"a":"x\\u0000"}', '{"x\\u0000":1}', '{"a":[{"b":"\\u0000"}]}'])("I14 U+0000 in %s", (body) => {
    expect(parse(body)).toBe("INVALID_REQUEST");
  });

  test.each(['{"a":"\\ud800"}', '{"a":"\\udc00\\ud800"}', '{"\\ud800":1}'])("I15 a lone surrogate in %s", (body) => {
    expect(parse(body)).toBe("INVALID_REQUEST");
  });

  test.each([[0xff], [0xc3, 0x28], [0xed, 0xa0, 0x80], [0xf5, 0x80, 0x80, 0x80]])(
    "I15 invalid UTF-8 %#",
    (...bytes) => {
      const around = new TextEncoder().encode('{"a":""}');
      expect(parse(Uint8Array.of(...around.slice(0, 6), ...bytes, ...around.slice(6)))).toBe("INVALID_JSON");
    },
  );

  test.each(["1e400", "-1e400"])("I18 the number %s", (number) => {
    expect(parse(`{"a":${number}}`)).toBe("INVALID_REQUEST");
  });
});

describe("parseJsonObject() accepts", () => {
  test("I09 64 levels of nesting, brackets in text aside", () => {
    const body = `${'{"a":'.repeat(63)}{"b":"${"[".repeat(100)}\\"${"{".repeat(100)}"}${"}".repeat(63)}`;
    expect(parse(body)).toBeTypeOf("object");
  });

  test("I08 keys of Object.prototype as plain keys, polluting nothing", () => {
    expect(parse('{"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}}')).toBeTypeOf("object");
    expect(Object.hasOwn(Object.prototype, "polluted")).toBe(false);
  });

  test("I25 repeated keys, the last one counts", () => {
    expect(parse('{"a":1,"a":2}')).toEqual({ a: 2 });
  });

  test("I16 any well-formed text without U+0000, unchanged", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string({ unit: "grapheme" }), fc.string({ unit: "grapheme" })), (object) => {
        fc.pre(!JSON.stringify(object).includes("\\u0000"));
        expect(parse(JSON.stringify(object))).toEqual(object);
      }),
    );
  });
});
