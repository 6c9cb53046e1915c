import { buildLexiconFromLines, type Lexicon } from "../lexicon.ts";

/**
 * Drugs in common use, after the most prescribed outpatient drugs (https://clincalc.com/DrugStats/) and the groups of the
 * ATC classification (https://atcddd.fhi.no/atc_ddd_index/): US generic name (as an RxNorm ingredient, https://www.nlm.nih.gov/research/umls/rxnorm/), then brand names
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
potassium chloride
meperidine|demerol
oxymorphone|opana
tapentadol|nucynta
propoxyphene|darvocet|darvon
piroxicam|feldene
sulindac|clinoril
oxaprozin|daypro
ketoprofen
salsalate
metaxalone|skelaxin
orphenadrine|norflex
dantrolene|dantrium
fosinopril|monopril
moexipril|univasc
perindopril|aceon
trandolapril|mavik
azilsartan|edarbi
eprosartan|teveten
losartan hydrochlorothiazide|hyzaar
irbesartan hydrochlorothiazide|avalide
bisoprolol hydrochlorothiazide|ziac
amlodipine benazepril|lotrel
amlodipine valsartan|exforge
felodipine|plendil
nisoldipine|sular
isradipine
pindolol
acebutolol|sectral
indapamide|lozol
metolazone|zaroxolyn
triamterene|dyazide|maxzide
amiloride|midamor
eplerenone|inspra
acetazolamide|diamox
finerenone|kerendia
doxazosin|cardura
terazosin|hytrin
prazosin|minipress
alfuzosin|uroxatral
silodosin|rapaflo
minoxidil|rogaine|loniten
methyldopa|aldomet
guanfacine|intuniv|tenex
midodrine|proamatine
fludrocortisone|florinef
isosorbide dinitrate|isordil
isosorbide
ivabradine|corlanor
vericiguat|verquvo
propafenone|rythmol
quinidine
mexiletine
dronedarone|multaq
pitavastatin|livalo
ezetimibe simvastatin|vytorin
bempedoic acid|nexletol
alirocumab|praluent
icosapent ethyl|vascepa
niacin|niaspan
cholestyramine|questran
colesevelam|welchol
colestipol|colestid
edoxaban|savaysa
fondaparinux|arixtra
cilostazol|pletal
dipyridamole|persantine|aggrenox
pentoxifylline|trental
repaglinide|prandin
nateglinide|starlix
saxagliptin|onglyza
alogliptin|nesina
ertugliflozin|steglatro
exenatide|byetta|bydureon
lixisenatide|adlyxin
pramlintide|symlin
acarbose|precose
rosiglitazone|avandia
sitagliptin metformin|janumet
glyburide metformin|glucovance
insulin degludec|tresiba
insulin glulisine|apidra
insulin nph|humulin|novolin
propylthiouracil|ptu
armour thyroid|desiccated thyroid
desmopressin|ddavp
cabergoline|dostinex
bromocriptine|parlodel
octreotide|sandostatin
cinacalcet|sensipar
calcitriol|rocaltrol
teriparatide|forteo
romosozumab|evenity
zoledronic acid|reclast|zometa
raloxifene|evista
betamethasone|celestone|diprolene
fluocinonide|lidex
fluocinolone
halobetasol|ultravate
desonide
desoximetasone|topicort
calcipotriene|dovonex
pimecrolimus|elidel
crisaborole|eucrisa
dupilumab|dupixent
beclomethasone|qvar
ciclesonide|alvesco
mometasone formoterol|dulera
fluticasone vilanterol|breo
umeclidinium vilanterol|anoro
fluticasone umeclidinium vilanterol|trelegy
umeclidinium|incruse
albuterol ipratropium|combivent|duoneb
salmeterol|serevent
formoterol|foradil
roflumilast|daliresp
theophylline|theo-dur
omalizumab|xolair
zafirlukast|accolate
cromolyn
desloratadine|clarinex
azelastine|astelin|astepro
olopatadine|patanol|pataday
ketotifen|zaditor
chlorpheniramine
brompheniramine
doxylamine|unisom
cyproheptadine|periactin
phenylephrine
oxymetazoline|afrin
meclizine|antivert
scopolamine
dexlansoprazole|dexilant
nizatidine|axid
cimetidine|tagamet
misoprostol|cytotec
aluminum hydroxide|maalox|mylanta
prochlorperazine|compazine
diphenoxylate|lomotil
hyoscyamine|levsin
glycopyrrolate|robinul
linaclotide|linzess
lubiprostone|amitiza
lactulose
magnesium citrate|milk of magnesia
rifaximin|xifaxan
ursodiol|actigall
budesonide rectal|uceris
balsalazide|colazal
vedolizumab|entyvio
ustekinumab|stelara
fluvoxamine|luvox
vilazodone|viibryd
levomilnacipran|fetzima
nefazodone
imipramine|tofranil
desipramine|norpramin
clomipramine|anafranil
doxepin|sinequan|silenor
phenelzine|nardil
selegiline|emsam
esketamine|spravato
lurasidone|latuda
paliperidone|invega
brexpiprazole|rexulti
cariprazine|vraylar
asenapine|saphris
chlorpromazine|thorazine
perphenazine
fluphenazine|prolixin
chlordiazepoxide|librium
oxazepam|serax
triazolam|halcion
midazolam|versed
suvorexant|belsomra
ramelteon|rozerem
zaleplon|sonata
modafinil|provigil
armodafinil|nuvigil
dexmethylphenidate|focalin
dextroamphetamine|dexedrine
phentermine|adipex
naltrexone bupropion|contrave
orlistat|xenical
varenicline|chantix
disulfiram|antabuse
acamprosate|campral
nicotine patch|nicoderm
nicotine gum|nicorette
zonisamide|zonegran
phenobarbital
primidone|mysoline
ethosuximide|zarontin
brivaracetam|briviact
clobazam|onfi
perampanel|fycompa
rufinamide|banzel
galantamine|razadyne
rivastigmine|exelon
entacapone|comtan
rasagiline|azilect
amantadine|symmetrel
benztropine|cogentin
trihexyphenidyl
riluzole|rilutek
eletriptan|relpax
zolmitriptan|zomig
naratriptan|amerge
rimegepant|nurtec
ubrogepant|ubrelvy
erenumab|aimovig
fremanezumab|ajovy
galcanezumab|emgality
butalbital|fioricet|fiorinal
botulinum toxin|botox
ampicillin sulbactam|unasyn
piperacillin tazobactam|zosyn
nafcillin
dicloxacillin
cefadroxil|duricef
cefazolin|ancef
cefprozil|cefzil
cefixime|suprax
cefpodoxime|vantin
cefepime|maxipime
cefotaxime|claforan
meropenem|merrem
ertapenem|invanz
gentamicin|garamycin
tobramycin|tobradex
amikacin
fosfomycin|monurol
methenamine|hiprex
trimethoprim
tinidazole|tindamax
rifampin|rifadin
isoniazid
ethambutol
pyrazinamide
dapsone
itraconazole|sporanox
voriconazole|vfend
clotrimazole|lotrimin
miconazole|monistat
ciclopirox|loprox|penlac
griseofulvin
famciclovir|famvir
permethrin|elimite
albendazole|albenza
mebendazole|vermox
atovaquone|malarone|mepron
chloroquine
primaquine
emtricitabine tenofovir|truvada|descovy
bictegravir|biktarvy
dolutegravir|tivicay
abacavir|ziagen
lamivudine|epivir
zidovudine|retrovir
sofosbuvir|sovaldi|epclusa|harvoni
molnupiravir|lagevrio
remdesivir|veklury
certolizumab|cimzia
golimumab|simponi
abatacept|orencia
tocilizumab|actemra
rituximab|rituxan
secukinumab|cosentyx
ixekizumab|taltz
guselkumab|tremfya
risankizumab|skyrizi
tofacitinib|xeljanz
baricitinib|olumiant
upadacitinib|rinvoq
apremilast|otezla
cyclophosphamide|cytoxan
sirolimus|rapamune
probenecid
solifenacin|vesicare
darifenacin|enablex
trospium|sanctura
fesoterodine|toviaz
bethanechol|urecholine
dutasteride|avodart
vardenafil|levitra
conjugated estrogens|premarin
norethindrone ethinyl estradiol|loestrin
drospirenone ethinyl estradiol|yaz|yasmin
levonorgestrel|plan b|mirena
etonogestrel|nexplanon|nuvaring
clomiphene|clomid
exemestane|aromasin
leuprolide|lupron
bicalutamide|casodex
enzalutamide|xtandi
abiraterone|zytiga
megestrol|megace
testosterone cypionate|depo-testosterone
imatinib|gleevec
lenalidomide|revlimid
bortezomib|velcade
trastuzumab|herceptin
pembrolizumab|keytruda
nivolumab|opdivo
paclitaxel|taxol
docetaxel|taxotere
carboplatin|paraplatin
cisplatin
oxaliplatin
fluorouracil
capecitabine|xeloda
gemcitabine|gemzar
doxorubicin|adriamycin
hydroxyurea|hydrea
epoetin|procrit|epogen
darbepoetin|aranesp
filgrastim|neupogen
sevelamer|renvela
sodium bicarbonate
patiromer|veltassa
tranexamic acid|lysteda
bimatoprost|lumigan
travoprost|travatan
brimonidine|alphagan
dorzolamide|cosopt|trusopt
prednisolone acetate|pred forte
cyclosporine ophthalmic|restasis
lifitegrast|xiidra
adapalene|differin
azelaic acid|finacea
salicylic acid
silver sulfadiazine|silvadene
bacitracin|neosporin
imiquimod|aldara
selenium sulfide|selsun
bupivacaine|marcaine
ropivacaine|naropin
propofol|diprivan
ketamine
hyaluronic acid|synvisc|euflexxa
menthol|biofreeze|icy hot|bengay
camphor
epsom salt
dronabinol|marinol
cannabidiol|epidiolex|cbd oil
folate
vitamin e
vitamin a
vitamin k
cyanocobalamin|b12
cholecalciferol|vitamin d3
multivitamin|multivitamins
omega 3
turmeric
coenzyme q10|coq10
biotin
iron supplement|iron supplements|iron pills
calcium supplement|calcium supplements
potassium supplement|potassium supplements|klor-con|k-dur
magnesium supplement|magnesium supplements|magnesium glycinate
probiotic|probiotics
elderberry
st john's wort
ginkgo
echinacea
red yeast rice`;

/** Drugs known by one name only. */
const GENERICS =
  "morphine codeine methadone heparin insulin propylthiouracil cortisone betamethasone melatonin ampicillin " +
  "erythromycin tetracycline nystatin norethindrone capsaicin glucosamine";

/** Drug names; the value is the generic name, so that a brand and its generic are known to be one drug. */
export const MEDICATION_LEXICON: Lexicon<string> = buildLexiconFromLines(
  [MEDICATIONS, ...GENERICS.split(" ")].join("\n"),
  (generic) => generic,
);
