const ICD10 = /^[A-Z][0-9][0-9A-Z][0-9A-Z]{0,4}$/;

/**
 * @param text - as a note has it
 * @returns the ICD-10-CM code in upper case without its dot; null for none and for what is no code, such as "unknown"
 */
export function icd10Code(text: string | null | undefined): string | null {
  const code = (text ?? "").normalize("NFKC").toUpperCase().replace(/[.\s]/g, "");
  return ICD10.test(code) ? code : null;
}
