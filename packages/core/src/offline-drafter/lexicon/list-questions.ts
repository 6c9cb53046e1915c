import type { z } from "zod";
import type { RecordList } from "../../soap-note/soap-note.ts";

type ListName = z.infer<typeof RecordList>;

/**
 * Questions that ask for the whole of a list, so that a plain "no" means "none known". They must be the last words of
 * the clinician's question: "any surgeries on your knee" asks for less.
 */
export const LIST_QUESTIONS: readonly (readonly [ListName, readonly string[]])[] = [
  [
    "allergies",
    (
      "any allergies|any known allergies|have allergies|allergic to anything|any drug allergies|any medication allergies|allergies to medications|allergies to any medications|" +
      "allergic to any medications|any known drug allergies|any allergies to medications|any allergies to any medications|any medicine allergies|allergic to any medicines|allergic to any drugs"
    ).split("|"),
  ],
  [
    "medications",
    (
      "taking any medications|take any medications|on any medications|taking any medicines|take any medicines|on any medicines|" +
      "taking any medication|take any medication|on any medication"
    ).split("|"),
  ],
  [
    "surgical_history",
    "any surgeries|had any surgeries|any prior surgeries|any previous surgeries|any past surgeries|any surgeries in the past|ever had surgery|ever had any surgery".split(
      "|",
    ),
  ],
  [
    "conditions",
    "any medical conditions|any medical problems|any health conditions|any chronic conditions|any chronic medical conditions|any health problems".split(
      "|",
    ),
  ],
];

/** Statements that deny every allergy. */
export const NO_ALLERGIES: readonly string[] = (
  "no known drug allergies|no known allergies|no allergies|no drug allergies|no medication allergies|not allergic to anything|n't have any allergies|n't have allergies|" +
  "don't have any allergies|don't have allergies|no known medication allergies|denies any allergies|denies allergies|denies drug allergies|denies any drug allergies|no allergies to medications"
).split("|");
