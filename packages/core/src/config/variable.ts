import { z } from "zod";

/** A value nobody replaced, as left in a copied example file. */
const PLACEHOLDER = /^(?:<.*>|changeme|change-me|todo|xxx+|your[-_].*)$/i;

/** The text of a variable that somebody set. */
export const value = z
  .string()
  .trim()
  .min(1)
  .refine((text) => !PLACEHOLDER.test(text));

/** An absolute HTTP address. */
export const httpUrl = z.url({ protocol: /^https?$/ }).transform((text) => new URL(text));
