import { describe, expect, test } from "vitest";
import { growthExponent, median, rounded } from "./statistics.ts";

describe("median()", () => {
  test("is the middle one, or the mean of the two in the middle", () => {
    expect(median([9, 1, 5])).toBe(5);
    expect(median([4, 1, 9, 2])).toBe(3);
  });
});

test("rounded() keeps two places", () => {
  expect([1.005, 2.345678, 7].map(rounded)).toEqual([1, 2.35, 7]);
});

describe("growthExponent()", () => {
  test("tells proportion from square", () => {
    const sizes = [50, 100, 200, 500];
    expect(growthExponent(sizes.map((size) => [size, 3 * size]))).toBeCloseTo(1);
    expect(growthExponent(sizes.map((size) => [size, size * size]))).toBeCloseTo(2);
  });
});
