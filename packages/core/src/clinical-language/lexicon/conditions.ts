import { buildLexicon, type Lexicon } from "../lexicon.ts";

/**
 * Names of diseases as they are said aloud, after the chapter titles and three-character categories of ICD-10-CM
 * (https://www.cms.gov/medicare/coding-billing/icd-10-codes). Names only: a code is never derived from speech.
 */
const CONDITIONS = `hypertension|high blood pressure|hypotension|hyperlipidemia|high cholesterol|hypercholesterolemia|dyslipidemia|
  coronary artery disease|heart disease|congestive heart failure|heart failure|heart attack|myocardial infarction|atrial fibrillation|
  afib|a-fib|a fib|arrhythmia|aortic stenosis|mitral regurgitation|cardiomyopathy|peripheral artery disease|peripheral vascular disease|
  deep vein thrombosis|dvt|blood clots|blood clot|pulmonary embolism|stroke|tia|aneurysm|
  diabetes|type 1 diabetes|type 2 diabetes|type one diabetes|type two diabetes|type i diabetes|type ii diabetes|diabetes type 1|
  diabetes type 2|diabetes type two|diabetes mellitus|type 2 diabetes mellitus|type 1 diabetes mellitus|gestational diabetes|prediabetes|
  pre-diabetes|hypothyroidism|hyperthyroidism|thyroid disease|hashimoto's|graves disease|graves' disease|obesity|gout|osteoporosis|osteopenia|
  vitamin d deficiency|polycystic ovarian syndrome|polycystic ovary syndrome|pcos|
  asthma|copd|chronic obstructive pulmonary disease|emphysema|bronchitis|pneumonia|sleep apnea|obstructive sleep apnea|pulmonary fibrosis|
  tuberculosis|covid|covid-19|influenza|sinusitis|allergic rhinitis|seasonal allergies|upper respiratory infection|
  gerd|reflux|acid reflux|gastroesophageal reflux disease|esophagitis|gastritis|peptic ulcer disease|stomach ulcer|stomach ulcers|
  irritable bowel syndrome|ibs|crohn's disease|crohn's|ulcerative colitis|colitis|diverticulitis|diverticulosis|celiac disease|hepatitis|
  hepatitis b|hepatitis c|cirrhosis|fatty liver|fatty liver disease|pancreatitis|gallstones|hemorrhoids|hernia|hiatal hernia|appendicitis|
  chronic kidney disease|kidney disease|kidney failure|kidney stones|kidney stone|polycystic kidneys|polycystic kidney disease|urinary tract infection|uti|
  benign prostatic hyperplasia|bph|endometriosis|uterine fibroids|fibroids|ovarian cyst|ovarian cysts|
  arthritis|osteoarthritis|rheumatoid arthritis|psoriatic arthritis|degenerative arthritis|fibromyalgia|lupus|scoliosis|sciatica|tendinitis|
  tendonitis|bursitis|carpal tunnel syndrome|carpal tunnel|plantar fasciitis|rotator cuff tear|rotator cuff tendinitis|meniscus tear|
  herniated disc|spinal stenosis|degenerative disc disease|epicondylitis|lateral epicondylitis|tennis elbow|ankle sprain|
  psoriasis|scalp psoriasis|eczema|atopic dermatitis|contact dermatitis|dermatitis|acne|rosacea|cellulitis|shingles|melanoma|
  basal cell carcinoma|squamous cell carcinoma|skin cancer|
  migraine|migraines|epilepsy|seizure disorder|parkinson's|parkinson's disease|multiple sclerosis|dementia|alzheimer's|alzheimer's disease|
  neuropathy|peripheral neuropathy|diabetic neuropathy|concussion|restless leg syndrome|
  depression|anxiety|generalized anxiety disorder|major depressive disorder|bipolar disorder|bipolar|schizophrenia|adhd|attention deficit disorder|
  ptsd|panic disorder|insomnia|obsessive compulsive disorder|
  anemia|iron deficiency anemia|sickle cell disease|sickle cell anemia|leukemia|lymphoma|hemophilia|hiv|
  cancer|breast cancer|lung cancer|colon cancer|prostate cancer|ovarian cancer|cervical cancer|thyroid cancer|pancreatic cancer|
  kidney cancer|bladder cancer|brain tumor|glaucoma|cataracts|macular degeneration|diabetic retinopathy|hearing loss|
  strep throat|otitis media|ear infection|sinus infection|conjunctivitis|foot ulcer|allergies|lyme disease|mononucleosis`;

/** Common conditions, as a set of names. */
export const CONDITION_LEXICON: Lexicon<true> = buildLexicon(
  CONDITIONS.split("|").map((phrase) => [phrase.trim(), true] as const),
);

/** Words before a name that belong to it: leaving one out would name another condition. */
export const CONDITION_MODIFIERS: ReadonlySet<string> = new Set(
  (
    "acute chronic recurrent bilateral left right upper lower newly diagnosed new-onset stage type one two three four 1 2 3 4 i ii iii iv " +
    "primary secondary essential benign malignant metastatic diabetic seasonal gestational juvenile severe moderate mild nonhealing " +
    "non-healing uncontrolled controlled resolved active congenital familial borderline early advanced moderate-to-severe viral bacterial " +
    "allergic pulmonary portal intracranial ocular postpartum prenatal pregnancy-induced white-coat degenerative lumbar cervical knee hip " +
    "shoulder wrist elbow ankle foot non-cardiac postoperative systolic diastolic non-hodgkin hodgkin multiple latent prior"
  ).split(" "),
);

/** Conditions as they are said of a person: an adjective, or a noun for whoever has it. */
export const CONDITION_STATES: Lexicon<true> = buildLexicon(
  "diabetic|type 1 diabetic|type 2 diabetic|type one diabetic|type two diabetic|prediabetic|pre-diabetic|asthmatic|hypertensive|epileptic|anemic|schizophrenic"
    .split("|")
    .map((state) => [state, true] as const),
);
