import { buildLexicon, type Lexicon } from "../lexicon.ts";

/** Operations as they are said aloud, after the root operations of ICD-10-PCS (https://www.cms.gov/medicare/coding-billing/icd-10-codes). */
const PROCEDURES = `appendectomy|cholecystectomy|hysterectomy|tonsillectomy|adenoidectomy|mastectomy|lumpectomy|lobectomy|thyroidectomy|
  splenectomy|nephrectomy|prostatectomy|colectomy|gastrectomy|vasectomy|laminectomy|discectomy|meniscectomy|parathyroidectomy|
  craniotomy|tracheostomy|colostomy|ileostomy|thoracotomy|laparotomy|laparoscopy|tubal ligation|c-section|c section|cesarean|cesarean section|
  caesarean|bypass|bypass surgery|gastric bypass|gastric sleeve|bariatric surgery|open heart surgery|heart surgery|valve replacement|
  aortic valve replacement|pacemaker|defibrillator|stent|stents|coronary stent|angioplasty|ablation|carotid endarterectomy|aneurysm repair|
  knee replacement|hip replacement|shoulder replacement|total knee replacement|total hip replacement|knee surgery|hip surgery|back surgery|
  shoulder surgery|neck surgery|spinal fusion|rotator cuff repair|acl repair|acl reconstruction|meniscus repair|carpal tunnel release|
  carpal tunnel surgery|arthroscopy|bunionectomy|hernia repair|cataract surgery|lasik|sinus surgery|septoplasty|rhinoplasty|skin graft|
  kidney transplant|liver transplant|heart transplant|lung transplant|bone marrow transplant|corneal transplant|gallbladder removed|
  gall bladder removed|appendix removed|appendix out|gallbladder out|gall bladder out|tonsils out|tonsils removed|wisdom teeth removed|
  amputation|gallbladder surgery|prostate surgery|brain surgery|thyroid surgery|breast reduction|breast augmentation|hemorrhoidectomy|cystectomy|orif`;

/** "My gallbladder was taken out": what is told whole, without a "had". */
const ORGANS =
  "gallbladder|gall bladder|appendix|tonsils|adenoids|spleen|uterus|ovaries|thyroid|wisdom teeth|prostate|kidney".split(
    "|",
  );
const TAKEN_OUT =
  "taken out|was taken out|were taken out|was removed|were removed|was out|is out|are out|came out|got removed|got taken out".split(
    "|",
  );

/** Operations told as what became of an organ. */
export const REMOVAL_LEXICON: Lexicon<true> = buildLexicon(
  ORGANS.flatMap((organ) => TAKEN_OUT.map((ending) => [`${organ} ${ending}`, true] as const)),
);

/** Common operations, as a set of names. */
export const PROCEDURE_LEXICON: Lexicon<true> = buildLexicon(
  PROCEDURES.split("|").map((phrase) => [phrase.trim(), true] as const),
);
