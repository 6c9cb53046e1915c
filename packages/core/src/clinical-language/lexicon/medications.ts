import { buildLexiconFromLines, type Lexicon } from "../lexicon.ts";

/**
 * Common drugs: US generic name (as an RxNorm ingredient, https://www.nlm.nih.gov/research/umls/rxnorm/), then brand names
 * (https://dailymed.nlm.nih.gov/). Left out: names that in speech are mostly laboratory values (iron, calcium), and classes.
 */
const MEDICATIONS = `acetaminophen|tylenol|paracetamol
acetaminophen codeine|tylenol with codeine|tylenol number three|tylenol three|tylenol 3
ibuprofen|advil|motrin
naproxen|aleve|naprosyn
aspirin|ecotrin|bayer aspirin|baby aspirin
meloxicam|mobic
diclofenac|voltaren
celecoxib|celebrex
ketorolac|toradol
indomethacin|indocin
etodolac|lodine
nabumetone|relafen
tramadol|ultram
oxycodone|percocet|oxycontin|roxicodone
hydrocodone|vicodin|norco|lortab
hydromorphone|dilaudid
fentanyl|duragesic
buprenorphine|suboxone
naloxone|narcan
naltrexone|vivitrol
gabapentin|neurontin
pregabalin|lyrica
cyclobenzaprine|flexeril
methocarbamol|robaxin
baclofen|lioresal
tizanidine|zanaflex
carisoprodol|soma
lisinopril|zestril|prinivil
enalapril|vasotec
ramipril|altace
benazepril|lotensin
captopril|capoten
quinapril|accupril
losartan|cozaar
valsartan|diovan
irbesartan|avapro
candesartan|atacand
olmesartan|benicar
telmisartan|micardis
sacubitril valsartan|entresto
amlodipine|norvasc
nifedipine|procardia|adalat
diltiazem|cardizem
verapamil|calan
metoprolol|lopressor
metoprolol succinate|toprol xl|toprol
metoprolol tartrate
atenolol|tenormin
carvedilol|coreg
propranolol|inderal
bisoprolol|zebeta
labetalol|trandate
nebivolol|bystolic
nadolol|corgard
sotalol|betapace
hydrochlorothiazide|hctz|microzide
chlorthalidone|thalitone
furosemide|lasix
torsemide|demadex
bumetanide|bumex
spironolactone|aldactone
clonidine|catapres
hydralazine|apresoline
isosorbide mononitrate|imdur
nitroglycerin|nitrostat
ranolazine|ranexa
digoxin|lanoxin
amiodarone|pacerone
flecainide|tambocor
dofetilide|tikosyn
atorvastatin|lipitor
simvastatin|zocor
rosuvastatin|crestor
pravastatin|pravachol
lovastatin|mevacor
ezetimibe|zetia
fenofibrate|tricor
gemfibrozil|lopid
evolocumab|repatha
warfarin|coumadin
apixaban|eliquis
rivaroxaban|xarelto
dabigatran|pradaxa
clopidogrel|plavix
ticagrelor|brilinta
prasugrel|effient
enoxaparin|lovenox
metformin|glucophage
glipizide|glucotrol
glyburide|diabeta
glimepiride|amaryl
sitagliptin|januvia
linagliptin|tradjenta
empagliflozin|jardiance
dapagliflozin|farxiga
canagliflozin|invokana
semaglutide|ozempic|rybelsus|wegovy
liraglutide|victoza|saxenda
dulaglutide|trulicity
tirzepatide|mounjaro|zepbound
pioglitazone|actos
insulin glargine|lantus|basaglar|toujeo
insulin lispro|humalog
insulin aspart|novolog
insulin detemir|levemir
levothyroxine|synthroid|levoxyl
liothyronine|cytomel
methimazole|tapazole
prednisone|deltasone
prednisolone|orapred
methylprednisolone|medrol|medrol dosepak|solu-medrol
dexamethasone|decadron
hydrocortisone|cortef
triamcinolone|kenalog
clobetasol|temovate
mometasone|nasonex
fluticasone|flonase|flovent
budesonide|pulmicort
budesonide formoterol|symbicort
fluticasone salmeterol|advair
albuterol|ventolin|proair|proventil
levalbuterol|xopenex
tiotropium|spiriva
ipratropium|atrovent
montelukast|singulair
cetirizine|zyrtec
loratadine|claritin
fexofenadine|allegra
levocetirizine|xyzal
diphenhydramine|benadryl
hydroxyzine|atarax|vistaril
pseudoephedrine|sudafed
guaifenesin|mucinex|robitussin
dextromethorphan|delsym
benzonatate|tessalon
epinephrine|epipen
omeprazole|prilosec
esomeprazole|nexium
pantoprazole|protonix
lansoprazole|prevacid
rabeprazole|aciphex
famotidine|pepcid
ranitidine|zantac
calcium carbonate|tums
sucralfate|carafate
ondansetron|zofran
promethazine|phenergan
metoclopramide|reglan
loperamide|imodium
bismuth subsalicylate|pepto-bismol|pepto bismol
polyethylene glycol|miralax
docusate|colace
senna|senokot
bisacodyl|dulcolax
psyllium|metamucil
dicyclomine|bentyl
mesalamine|asacol
simethicone|gas-x
sertraline|zoloft
fluoxetine|prozac
paroxetine|paxil
citalopram|celexa
escitalopram|lexapro
venlafaxine|effexor
desvenlafaxine|pristiq
duloxetine|cymbalta
bupropion|wellbutrin
mirtazapine|remeron
trazodone|desyrel
vortioxetine|trintellix
amitriptyline|elavil
nortriptyline|pamelor
buspirone|buspar
alprazolam|xanax
lorazepam|ativan
clonazepam|klonopin
diazepam|valium
temazepam|restoril
zolpidem|ambien
eszopiclone|lunesta
quetiapine|seroquel
aripiprazole|abilify
risperidone|risperdal
olanzapine|zyprexa
ziprasidone|geodon
haloperidol|haldol
clozapine|clozaril
lithium|lithobid
lamotrigine|lamictal
levetiracetam|keppra
valproate|depakote|valproic acid
topiramate|topamax
carbamazepine|tegretol
oxcarbazepine|trileptal
phenytoin|dilantin
lacosamide|vimpat
methylphenidate|ritalin|concerta
amphetamine|adderall
lisdexamfetamine|vyvanse
atomoxetine|strattera
donepezil|aricept
memantine|namenda
carbidopa levodopa|sinemet
ropinirole|requip
pramipexole|mirapex
sumatriptan|imitrex
rizatriptan|maxalt
amoxicillin|amoxil
amoxicillin clavulanate|augmentin
penicillin|pen vk
cephalexin|keflex
cefdinir|omnicef
cefuroxime|ceftin
ceftriaxone|rocephin
azithromycin|zithromax|z-pak|z pack|zpack
clarithromycin|biaxin
doxycycline|vibramycin
minocycline|minocin
ciprofloxacin|cipro
levofloxacin|levaquin
moxifloxacin|avelox
clindamycin|cleocin
sulfamethoxazole trimethoprim|trimethoprim sulfamethoxazole|bactrim|septra
nitrofurantoin|macrobid
metronidazole|flagyl
vancomycin|vancocin
linezolid|zyvox
fluconazole|diflucan
terbinafine|lamisil
ketoconazole|nizoral
acyclovir|zovirax
valacyclovir|valtrex
oseltamivir|tamiflu
nirmatrelvir|paxlovid
ivermectin|stromectol
hydroxychloroquine|plaquenil
methotrexate|trexall
sulfasalazine|azulfidine
leflunomide|arava
adalimumab|humira
etanercept|enbrel
infliximab|remicade
azathioprine|imuran
mycophenolate|cellcept
tacrolimus|prograf
cyclosporine|neoral
allopurinol|zyloprim
febuxostat|uloric
colchicine|colcrys
alendronate|fosamax
risedronate|actonel
ibandronate|boniva
denosumab|prolia
tamsulosin|flomax
finasteride|proscar|propecia
oxybutynin|ditropan
tolterodine|detrol
mirabegron|myrbetriq
phenazopyridine|pyridium
sildenafil|viagra
tadalafil|cialis
estradiol|estrace
medroxyprogesterone|provera|depo-provera
progesterone|prometrium
tamoxifen|nolvadex
anastrozole|arimidex
letrozole|femara
latanoprost|xalatan
timolol|timoptic
tretinoin|retin-a
isotretinoin|accutane
benzoyl peroxide
mupirocin|bactroban
lidocaine|lidoderm
ferrous sulfate
folic acid
vitamin d
vitamin b12
vitamin c
fish oil
magnesium oxide
potassium chloride`;

/** Drugs known by one name only. */
const GENERICS =
  "morphine codeine methadone heparin insulin propylthiouracil cortisone betamethasone melatonin ampicillin " +
  "erythromycin tetracycline nystatin norethindrone capsaicin glucosamine";

/** Drug names; the value is the generic name, so that a brand and its generic are known to be one drug. */
export const MEDICATION_LEXICON: Lexicon<string> = buildLexiconFromLines(
  [MEDICATIONS, ...GENERICS.split(" ")].join("\n"),
  (generic) => generic,
);
