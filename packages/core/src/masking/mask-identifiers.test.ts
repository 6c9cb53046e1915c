import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { maskIdentifiers } from "./mask-identifiers.ts";

const KNOWN = {
  full_name: "Alicia Sorensen-Vega",
  dob: "1968-05-14",
  phone: "+1 (555) 010-0011",
  email: "alicia.vega@people.example",
  address: "12 Larkspur Street, Springfield, 62704",
  patient_number: "PT-004711",
  emergency_contact_name: "Erin Sorensen",
  emergency_contact_phone: "+15550100021",
};
const mask = maskIdentifiers(KNOWN);

describe("maskIdentifiers() leaves alone", () => {
  test.each([
    "I take 14 units in the morning and 5 at night.",
    "My blood pressure was 130 over 68.",
    "It started in May and the cough may come back.",
    "I turned 55 last year.",
    "Take 500 mg twice a day for 10 days.",
  ])("clinical words: %s", (text) => {
    expect(mask(text)).toBe(text);
  });

  test("everything where the record knows nothing", () => {
    expect(maskIdentifiers({})("I'm Alicia, born May 14th 1968.")).toBe("I'm Alicia, born May 14th 1968.");
    expect(maskIdentifiers({ full_name: null, dob: "unknown", phone: "", email: "x" })("x unknown")).toBe("x unknown");
  });

  test("an everyday word that is also the patient's name, unless it is written as a name", () => {
    const maskMay = maskIdentifiers({ full_name: "May Young" });
    expect(maskMay("you may feel young again")).toBe("you may feel young again");
    expect(maskMay("Hello May, Mrs Young")).toBe("Hello ███, Mrs █████");
    expect(maskMay("may young speaking")).toBe("███ █████ speaking");
  });
});

describe("L28 maskIdentifiers() removes", () => {
  test.each([
    ["the full name", "This is Alicia Sorensen-Vega speaking", "████████████"],
    ["the first name in lower case", "hi alicia how are you", "██████"],
    ["a possessive", "Alicia's knee", "████████"],
    ["the contact's name", "my daughter Erin drove me", "████"],
    ["the birth date as on record", "1968-05-14", "██████████"],
    ["the birth date in American figures", "born 05/14/1968", "██████████"],
    ["the birth date in European figures", "born 14.5.1968", "█████████"],
    ["the birth date with a month's name", "May 14th, 1968", "███ █████ ████"],
    ["the birth date as said", "may fourteenth nineteen sixty eight", "███ ██████████ ████████ █████ █████"],
    ["day and month alone", "my birthday is the fourteenth of May", "███"],
    ["the phone number in groups", "call 555-010-0011", "████████████"],
    ["the phone number digit by digit", "five five five oh one oh zero zero one one", "████ ████ ████"],
    ["the patient number", "PT-004711", "█████████"],
    ["the figures of the patient number", "number 0 0 4 7 1 1", "█ █ █ █ █ █"],
    ["the e-mail", "alicia.vega@people.example", "██████████████████████████"],
    ["the e-mail as spelled", "alicia dot vega at people dot example", "██████ ███ ████ ██"],
    ["the street", "I live on Larkspur Street", "████████ ██████"],
    ["the whole address", "12 Larkspur Street Springfield 62704", "██ ████████ ██████ ███████████ █████"],
  ])("%s", (_, text, blocks) => {
    expect(mask(text)).toContain(blocks);
    for (const part of ["licia", "orensen", "1968", "arkspur", "4711", "0011", "ourteenth"])
      expect(mask(text)).not.toContain(part);
  });

  test("and keeps every offset", () => {
    const words = fc.constantFrom(...Object.values(KNOWN), "alicia", "I take", "😀", "\n", "5 mg", "may 14", "Ünïcode");
    fc.assert(
      fc.property(fc.array(words), (parts) => {
        const text = parts.join(" ");
        const masked = mask(text);
        return masked.length === text.length && [...masked].every((one, at) => one === "█" || one === [...text][at]);
      }),
    );
  });
});
