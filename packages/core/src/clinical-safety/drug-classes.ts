/** Version of the table: raised whenever an entry changes. */
export const DRUG_CLASSES_VERSION = "2026-11-1";

/** Drugs that share an allergy. */
export interface DrugClass {
  readonly id: string;
  /** How the class is named aloud or on record. */
  readonly names: readonly string[];
  /** Ingredients with their brand names. */
  readonly members: readonly string[];
  readonly source: string;
  /** Classes to be careful with in an allergy to this one, and why. */
  readonly crosses?: readonly { readonly to: string; readonly note: string }[];
  /** Two drugs of the class at once are a double treatment. */
  readonly noPair?: true;
}

const list = (text: string): readonly string[] => text.split("|").map((name) => name.trim());
const atc = (code: string): string => `WHO ATC/DDD index ${code}, https://atcddd.fhi.no/atc_ddd_index/?code=${code}`;
/** Drug allergy practice parameter of the AAAAI and ACAAI, 2022. */
const KHAN = "Khan et al. 2022, https://doi.org/10.1016/j.jaci.2022.08.028";

/** Classes of drugs by which a recorded allergy concerns more than the drug it names. */
export const DRUG_CLASSES: readonly DrugClass[] = [
  {
    id: "penicillins",
    names: list("penicillins|penicillin|pcn|penicillin antibiotics|penicillin class"),
    members: list(
      "penicillin|penicillin v|penicillin g|penicillin vk|amoxicillin|amoxil|trimox|amoxicillin clavulanate|amoxicillin-clavulanate|co-amoxiclav|augmentin|ampicillin|ampicillin sulbactam|unasyn|piperacillin|piperacillin tazobactam|zosyn|dicloxacillin|flucloxacillin|nafcillin|oxacillin|cloxacillin|ticarcillin|bicillin|pivmecillinam",
    ),
    source: atc("J01C"),
    crosses: [
      { to: "cephalosporins", note: `cross-reactivity is rare and depends on the side chain (${KHAN})` },
      { to: "carbapenems", note: `cross-reactivity is below 1 % (${KHAN})` },
    ],
  },
  {
    id: "cephalosporins",
    names: list("cephalosporins|cephalosporin|cephalosporin antibiotics"),
    members: list(
      "cephalexin|cefalexin|keflex|cefadroxil|duricef|cefazolin|ancef|cefuroxime|ceftin|cefaclor|ceclor|cefprozil|cefzil|cefdinir|omnicef|cefixime|suprax|cefpodoxime|vantin|ceftriaxone|rocephin|cefotaxime|ceftazidime|fortaz|cefepime|maxipime|cefoxitin|cefotetan|ceftaroline|teflaro|cefditoren",
    ),
    source: atc("J01D"),
    crosses: [{ to: "penicillins", note: `cross-reactivity is rare and depends on the side chain (${KHAN})` }],
  },
  {
    id: "carbapenems",
    names: list("carbapenems|carbapenem"),
    members: list("meropenem|merrem|imipenem|imipenem cilastatin|primaxin|ertapenem|invanz|doripenem"),
    source: atc("J01DH"),
    crosses: [{ to: "penicillins", note: `cross-reactivity is below 1 % (${KHAN})` }],
  },
  {
    id: "sulfonamide antibiotics",
    names: list(
      "sulfonamide antibiotics|sulfonamides|sulfonamide|sulphonamides|sulfa|sulfa drugs|sulfa drug|sulfa antibiotics|sulpha|sulfas",
    ),
    members: list(
      "sulfamethoxazole|sulfamethoxazole trimethoprim|sulfamethoxazole-trimethoprim|trimethoprim sulfamethoxazole|trimethoprim-sulfamethoxazole|bactrim|bactrim ds|septra|co-trimoxazole|cotrimoxazole|tmp-smx|sulfadiazine|silver sulfadiazine|silvadene|sulfisoxazole|sulfacetamide|sulfasalazine|azulfidine",
    ),
    source: atc("J01E"),
    crosses: [{ to: "celecoxib", note: "the label forbids it in sulfonamide allergy (https://dailymed.nlm.nih.gov/)" }],
  },
  {
    id: "celecoxib",
    names: list("celecoxib|celebrex"),
    members: list("celecoxib|celebrex"),
    source: atc("M01AH"),
    crosses: [{ to: "NSAIDs", note: `a selective COX-2 inhibitor is often tolerated (${KHAN})` }],
  },
  {
    id: "NSAIDs",
    names: list(
      "nsaids|nsaid|non-steroidal anti-inflammatory drugs|nonsteroidal anti-inflammatory drugs|anti-inflammatories|aspirin|acetylsalicylic acid|asa|salicylates",
    ),
    members: list(
      "ibuprofen|advil|motrin|naproxen|naproxen sodium|aleve|naprosyn|aspirin|acetylsalicylic acid|ecotrin|baby aspirin|bayer|diclofenac|voltaren|ketorolac|toradol|meloxicam|mobic|indomethacin|indocin|etodolac|lodine|nabumetone|relafen|piroxicam|feldene|sulindac|clinoril|oxaprozin|daypro|ketoprofen|flurbiprofen|diflunisal|salsalate|mefenamic acid|tolmetin|fenoprofen|goody's|excedrin|alka-seltzer",
    ),
    source: `${atc("M01A")}; cross-reactivity of COX-1 inhibitors: ${KHAN}`,
    crosses: [{ to: "celecoxib", note: `a selective COX-2 inhibitor is often tolerated (${KHAN})` }],
    noPair: true,
  },
  {
    id: "ACE inhibitors",
    names: list("ace inhibitors|ace inhibitor|acei"),
    members: list(
      "lisinopril|zestril|prinivil|enalapril|vasotec|ramipril|altace|benazepril|lotensin|captopril|capoten|quinapril|accupril|fosinopril|perindopril|trandolapril|moexipril|lisinopril hydrochlorothiazide|zestoretic",
    ),
    source: atc("C09A"),
    crosses: [
      { to: "sacubitril", note: "forbidden after angioedema to an ACE inhibitor (https://dailymed.nlm.nih.gov/)" },
      { to: "ARBs", note: "angioedema can recur, rarely (https://dailymed.nlm.nih.gov/)" },
    ],
    noPair: true,
  },
  {
    id: "ARBs",
    names: list("arbs|arb|angiotensin receptor blockers|sartans"),
    members: list(
      "losartan|cozaar|valsartan|diovan|irbesartan|avapro|candesartan|atacand|olmesartan|benicar|telmisartan|micardis|azilsartan|losartan hydrochlorothiazide|hyzaar",
    ),
    source: atc("C09C"),
    noPair: true,
  },
  {
    id: "sacubitril",
    names: list("sacubitril|entresto"),
    members: list("sacubitril|sacubitril valsartan|entresto"),
    source: atc("C09DX"),
  },
  {
    id: "statins",
    names: list("statins|statin"),
    members: list(
      "atorvastatin|lipitor|rosuvastatin|crestor|simvastatin|zocor|pravastatin|pravachol|lovastatin|mevacor|fluvastatin|pitavastatin|livalo",
    ),
    source: atc("C10AA"),
    noPair: true,
  },
  {
    id: "macrolides",
    names: list("macrolides|macrolide|mycins"),
    members: list("azithromycin|zithromax|z-pak|z pack|z-pack|clarithromycin|biaxin|erythromycin"),
    source: atc("J01FA"),
    noPair: true,
  },
  {
    id: "fluoroquinolones",
    names: list("fluoroquinolones|fluoroquinolone|quinolones|quinolone"),
    members: list(
      "ciprofloxacin|cipro|levofloxacin|levaquin|moxifloxacin|avelox|ofloxacin|norfloxacin|gemifloxacin|delafloxacin",
    ),
    source: atc("J01MA"),
    noPair: true,
  },
  {
    id: "tetracyclines",
    names: list("tetracyclines|tetracycline"),
    members: list("tetracycline|doxycycline|vibramycin|minocycline|minocin|omadacycline|tigecycline"),
    source: atc("J01AA"),
    noPair: true,
  },
  {
    id: "aminoglycosides",
    names: list("aminoglycosides|aminoglycoside"),
    members: list("gentamicin|tobramycin|amikacin|neomycin|streptomycin"),
    source: atc("J01GB"),
  },
  {
    id: "opioids",
    names: list("opioids|opioid|opiates|opiate|narcotics"),
    members: list(
      "morphine|ms contin|codeine|oxycodone|percocet|oxycontin|roxicodone|hydrocodone|vicodin|norco|lortab|hydromorphone|dilaudid|fentanyl|duragesic|tramadol|ultram|methadone|tapentadol|meperidine|demerol|tylenol with codeine|tylenol 3",
    ),
    source: atc("N02A"),
    noPair: true,
  },
  {
    id: "aromatic anticonvulsants",
    names: list("aromatic anticonvulsants|anticonvulsants"),
    members: list(
      "phenytoin|dilantin|carbamazepine|tegretol|oxcarbazepine|trileptal|lamotrigine|lamictal|phenobarbital|fosphenytoin|eslicarbazepine",
    ),
    source: `${atc("N03A")}; cross-reactivity: ${KHAN}`,
  },
  {
    id: "amide local anesthetics",
    names: list("local anesthetics|caine drugs|lidocaine"),
    members: list("lidocaine|lidoderm|xylocaine|bupivacaine|marcaine|mepivacaine|ropivacaine|prilocaine|articaine"),
    source: atc("N01BB"),
  },
  {
    id: "iodinated contrast",
    names: list("iodinated contrast media|iodinated contrast|contrast dye|iv contrast|iv dye|contrast|contrast media"),
    members: list(
      "iohexol|omnipaque|iopamidol|isovue|iodixanol|visipaque|iopromide|ultravist|iv contrast|contrast dye",
    ),
    source: atc("V08A"),
  },
  {
    id: "proton pump inhibitors",
    names: list("proton pump inhibitors|ppis|ppi"),
    members: list(
      "omeprazole|prilosec|esomeprazole|nexium|pantoprazole|protonix|lansoprazole|prevacid|rabeprazole|aciphex|dexlansoprazole|dexilant",
    ),
    source: atc("A02BC"),
    noPair: true,
  },
  {
    id: "SSRIs",
    names: list("ssris|ssri|selective serotonin reuptake inhibitors"),
    members: list(
      "fluoxetine|prozac|sertraline|zoloft|paroxetine|paxil|citalopram|celexa|escitalopram|lexapro|fluvoxamine",
    ),
    source: atc("N06AB"),
    noPair: true,
  },
  {
    id: "benzodiazepines",
    names: list("benzodiazepines|benzodiazepine|benzos"),
    members: list(
      "alprazolam|xanax|lorazepam|ativan|diazepam|valium|clonazepam|klonopin|temazepam|restoril|chlordiazepoxide",
    ),
    source: atc("N05BA"),
    noPair: true,
  },
  {
    id: "beta blockers",
    names: list("beta blockers|beta blocker|beta-blockers"),
    members: list(
      "metoprolol|lopressor|toprol|toprol xl|metoprolol succinate|metoprolol tartrate|atenolol|tenormin|carvedilol|coreg|propranolol|inderal|bisoprolol|zebeta|labetalol|nebivolol|bystolic|nadolol",
    ),
    source: atc("C07A"),
    noPair: true,
  },
  {
    id: "oral anticoagulants",
    names: list("anticoagulants|blood thinners"),
    members: list("warfarin|coumadin|apixaban|eliquis|rivaroxaban|xarelto|dabigatran|pradaxa|edoxaban|savaysa"),
    source: atc("B01A"),
    noPair: true,
  },
  {
    id: "sulfonylureas",
    names: list("sulfonylureas|sulfonylurea"),
    members: list("glipizide|glucotrol|glyburide|diabeta|glimepiride|amaryl"),
    source: atc("A10BB"),
    noPair: true,
  },
];
