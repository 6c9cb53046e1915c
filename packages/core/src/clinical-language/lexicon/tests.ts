import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** Laboratory tests, imaging and other studies as they are said aloud, after LOINC component names (https://loinc.org). */
const TESTS = `hemoglobin a1c|hemoglobin a1 c|a1c|a1 c|hba1c|blood glucose|glucose|blood sugar|cbc|complete blood count|full blood count|blood count|white blood cell count|white count|
  hemoglobin|hematocrit|platelets|platelet count|metabolic panel|basic metabolic panel|comprehensive metabolic panel|cmp|bmp|lipid panel|
  cholesterol|total cholesterol|good cholesterol|bad cholesterol|ldl|hdl|triglycerides|tsh|thyroid panel|thyroid labs|liver function tests|kidney function tests|thyroid function tests|iron studies|stool test|stool sample|urine sample|liver enzymes|kidney function|creatinine|gfr|bun|
  urinalysis|urine culture|urine test|blood culture|blood test|blood tests|blood work|bloodwork|routine labs|psa|vitamin d level|ferritin|troponin|bnp|d-dimer|
  inr|esr|sed rate|crp|rheumatoid factor|uric acid|strep test|rapid strep|throat swab|throat culture|covid test|flu test|hiv test|pregnancy test|
  ekg|ecg|electrocardiogram|echocardiogram|echo|stress test|angiogram|ct angiogram|holter monitor|cardiac catheterization|x-ray|x-rays|xray|xrays|x ray|x rays|
  chest x-ray|chest x ray|knee x-ray|mri|ct|ct scan|cat scan|cta|pet scan|ultrasound|arterial ultrasound|doppler|mammogram|dexa|dexa scan|
  bone density|bone scan|colonoscopy|endoscopy|upper endoscopy|egd|biopsy|pap smear|pulmonary function test|pulmonary function tests|pft|pfts|
  spirometry|sleep study|emg|nerve conduction study|eeg|allergy testing|patch test|skin test|fasting glucose|microalbumin|protein in your urine|
  urine protein|peak flow|audiogram|labs|lab work|potassium|sodium level|calcium level|magnesium level|phosphorus|bilirubin|alt|ast|albumin|ejection fraction`;

/** Studies that can be ordered or resulted. */
export const TEST_LEXICON: Lexicon<true> = buildLexicon(
  TESTS.split("|").map((phrase) => [phrase.trim(), true] as const),
);
