/**
 * One red flag: words a clinician must not overlook.
 *
 * A pattern is a run of words: `a/b` either, `(a)` may be missing, `_` a space inside one alternative, `*` up to four
 * words in between. The rule fires on any of `any`, said of the patient, now, and really; where `near` is given, each of
 * its groups must be met within a few turns as well, and `ever` anywhere in the talk or the record.
 */
export interface RedFlagRule {
  readonly id: string;
  /** What the alert says. */
  readonly label: string;
  readonly severity: "warning" | "critical";
  readonly source: keyof typeof RED_FLAG_SOURCES;
  readonly any: readonly string[];
  readonly near?: readonly (readonly string[])[];
  readonly ever?: readonly string[];
  /** Left out where the rule of this id fires: it says more. */
  readonly unless?: string;
  /** Whoever has it: a small child's carer speaks of the patient as "my baby". */
  readonly anyone?: true;
  /** The past counts as well: an attempt on one's own life stays a risk. */
  readonly includesPast?: true;
}

/** Where the rules come from. */
export const RED_FLAG_SOURCES = {
  aha: "American Heart Association, Warning Signs of a Heart Attack, https://www.heart.org/en/health-topics/heart-attack/warning-signs-of-a-heart-attack",
  asa: "American Stroke Association, Stroke Symptoms (BE FAST), https://www.stroke.org/en/about-stroke/stroke-symptoms",
  nice_headache: "NICE CG150, Headaches in over 12s, https://www.nice.org.uk/guidance/cg150",
  nice_meningitis:
    "NICE NG240, Meningitis (bacterial) and meningococcal disease, https://www.nice.org.uk/guidance/ng240",
  nice_gca: "NICE CKS, Giant cell arteritis, https://cks.nice.org.uk/topics/giant-cell-arteritis/",
  cssrs: "Columbia-Suicide Severity Rating Scale, https://cssrs.columbia.edu/",
  wao: "World Allergy Organization anaphylaxis guidance 2020, https://doi.org/10.1016/j.waojou.2020.100472",
  sepsis_trust: "UK Sepsis Trust, symptoms of sepsis, https://sepsistrust.org/about-sepsis/",
  acog_bleeding: "ACOG, Bleeding During Pregnancy, https://www.acog.org/womens-health/faqs/bleeding-during-pregnancy",
  acog_preeclampsia:
    "ACOG, Preeclampsia and High Blood Pressure During Pregnancy, https://www.acog.org/womens-health/faqs/preeclampsia-and-high-blood-pressure-during-pregnancy",
  nhs_movements: "NHS, Your baby's movements, https://www.nhs.uk/pregnancy/keeping-well/your-babys-movements/",
  nhs_999:
    "NHS, When to call 999, https://www.nhs.uk/nhs-services/urgent-and-emergency-care-services/when-to-call-999/",
  nice_vte: "NICE NG158, Venous thromboembolic diseases, https://www.nice.org.uk/guidance/ng158",
  nice_gi_bleed: "NICE CG141, Acute upper gastrointestinal bleeding, https://www.nice.org.uk/guidance/cg141",
  cks_sciatica:
    "NICE CKS, Sciatica (red flags of cauda equina), https://cks.nice.org.uk/topics/sciatica-lumbar-radiculopathy/",
  nice_fever: "NICE NG143, Fever in under 5s, https://www.nice.org.uk/guidance/ng143",
  nice_head_injury: "NICE NG232, Head injury, https://www.nice.org.uk/guidance/ng232",
  aua_torsion:
    "Urology Care Foundation, Testicular Torsion, https://www.urologyhealth.org/urology-a-z/t/testicular-torsion",
  nice_cancer: "NICE NG12, Suspected cancer, https://www.nice.org.uk/guidance/ng12",
  nice_neutropenia: "NICE CG151, Neutropenic sepsis, https://www.nice.org.uk/guidance/cg151",
  nice_abuse: "NICE PH50, Domestic violence and abuse, https://www.nice.org.uk/guidance/ph50",
  aao: "American Academy of Ophthalmology, Detached Retina, https://www.aao.org/eye-health/diseases/detached-torn-retina",
  ada_dka:
    "American Diabetes Association, Diabetes & DKA, https://diabetes.org/about-diabetes/complications/ketoacidosis-dka/dka-ketoacidosis-ketones",
} as const;
