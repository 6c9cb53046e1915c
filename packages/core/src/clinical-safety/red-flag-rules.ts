/** Version of the table: raised whenever a rule changes what is found. */
export const RED_FLAGS_VERSION = "2026-11-1";

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

const CHEST_PAIN = [
  "chest pain/pains/pressure/tightness/discomfort/heaviness/ache/hurts/hurting/aches/aching/burning/tight/squeezing/cramping",
  "chest (is/was/feels/felt/gets/got/been/has_been) (really/very/so/all/like) tight/heavy/hurting/painful/aching/squeezed/crushed/sore/pressured",
  "pain/pains/pressure/tightness/discomfort/heaviness/ache/squeezing/burning/elephant/weight/fullness/band/tight (feeling/sensation) in/on/across/around/over/behind/into/through/sitting_on (my/the/your/her/his) (left/right/middle/center/side) (of) (my/the/your) chest/breastbone/sternum",
  "chest * hurts/hurting/hurt/tightens/tightened",
  "tight chest",
  "angina",
];
const PREGNANT = [
  "i'm/i_am/im/currently/be (now/about/almost/only/like) (*) pregnant",
  "pregnant",
  "weeks/months along/gestation",
  "my/this/the pregnancy",
  "first/second/third trimester",
  "expecting a baby",
];
const BREATHLESS = [
  "short of breath",
  "shortness of breath",
  "out of breath",
  "can't/cannot/couldn't/hardly/barely/struggling_to/trouble/difficulty/hard_to/difficult_to/unable_to/not_able_to/can_hardly/can_barely (really/even) breathe/breathing/catch_my_breath/get_air/get_enough_air/get_a_breath/get_a_full_breath/take_a_deep_breath/take_a_breath",
  "gasping (for)",
  "breathless/breathlessness/winded",
  "wheezing/wheezy/wheeze",
];
const FEVER = [
  "fever/fevers/feverish/febrile",
  "temperature/temp (of/was/is/at/up_to/hit/reached) (a/about/around/over) 38/39/40/41/101/102/103/104/105/100/38.5/39.5/101.5/102.5/103.5/one/hundred/thirty",
  "running a temperature",
];

/** The rules, by what they protect from. */
export const RED_FLAG_RULES: readonly RedFlagRule[] = [
  {
    id: "chest-pain-serious",
    label: "Chest pain on exertion, or with breathlessness, sweating, faintness or spread to arm, jaw or back",
    severity: "critical",
    source: "aha",
    any: CHEST_PAIN,
    near: [
      [
        "walk/walking/walked/climb/climbing/climbed/stairs/steps/uphill/hill/hills/exercise/exercising/exertion/exert/exertional/run/running/jog/jogging/lift/lifting/mowing/mow/shoveling/shovel/gardening/carrying/treadmill/gym/hurry/rush/strain/active/bike/biking/cycling/activity",
        "arm/arms/jaw/shoulder/shoulders/neck/radiates/radiating/radiated/spreads/spreading",
        "sweat/sweats/sweating/sweaty/clammy/cold_sweat/cold_sweats/diaphoretic",
        ...BREATHLESS,
        "faint/fainted/faintness/lightheaded/light-headed/light_headed/pass_out/passed_out/passing_out/dizzy/nauseous/nausea/vomiting/throwing_up",
        "crushing/squeezing/elephant/vise/vice/tearing/ripping/at_rest/while_resting/wakes_me",
      ],
    ],
  },
  {
    id: "chest-pain",
    label: "Chest pain",
    severity: "warning",
    source: "aha",
    any: CHEST_PAIN,
    unless: "chest-pain-serious",
  },
  {
    id: "aortic-dissection",
    label: "Tearing pain of the chest or back",
    severity: "critical",
    source: "nhs_999",
    any: [
      "tearing/ripping/knife-like/stabbing_tearing (*) pain/sensation/feeling * chest/back/shoulder_blades",
      "chest/back * tearing/ripping",
    ],
  },
  {
    id: "syncope",
    label: "Loss of consciousness",
    severity: "warning",
    source: "nhs_999",
    any: [
      "passed/passing/pass/blacked/blacking/black out",
      "fainted/faints/fainting/collapsed/collapse/unconscious/syncope",
      "lost/losing/lose/loss_of consciousness",
    ],
  },
  {
    id: "stroke",
    label: "Stroke signs: face, arm, speech, sight or balance lost suddenly",
    severity: "critical",
    source: "asa",
    any: [
      "face/mouth/smile/eyelid/lip/cheek (is/was/started/has/looks/looked/feels/felt/went/been/has_been/on) (*) droop/drooping/droopy/drooped/droops/sagging/sagged/lopsided/crooked/uneven/numb/weak/paralyzed/slack",
      "facial droop/drooping/weakness/numbness/paralysis/palsy",
      "droop/drooping/drooped/droopy (on/of) (my/the/one) (left/right/one) (side) (of) (my/the) face/mouth/smile",
      "one/left/right side/half (of) (my/the) (body/face) (is/was/has/feels/felt/went/has_gone/goes/got/just/suddenly/been) (*) numb/weak/paralyzed/heavy/dead/drooping/limp/tingling",
      "numb/numbness/weakness/weak/paralyzed/paralysis/tingling/heavy/limp on/in/down/of/all_down (my/the/one/just) (entire/whole) one/left/right (side/arm/leg/half/hand)",
      "can't/cannot/couldn't/unable_to/not_able_to/hard_to/trouble/difficulty/won't/wouldn't (really/even) (feel/move/moving/lift/lifting/raise/raising/use/using/moving) (my/the/one) (left/right/one) arm/arms/leg/hand/side/foot",
      "arm/leg/hand/side (is/was/feels/felt/went/has_gone/goes/got/suddenly/just/became/all_of_a_sudden) (*) numb/weak/limp/paralyzed/heavy/dead/useless",
      "slurred/slurring/slurs/slurry/garbled (my/the/his/her) (speech/words)",
      "speech/words (is/was/are/were/came_out/coming_out/come_out/sounded/sounds/got) (*) slurred/slurring/garbled/jumbled/funny/wrong/gibberish",
      "can't/cannot/couldn't/trouble/difficulty/hard_to/unable_to/difficult_to (even/suddenly) speak/speaking/talk/talking/find_words/find_my_words/find_the_words/finding_words/finding_my_words/get_my_words_out/get_words_out/get_the_words_out/understand_speech/understanding_people/form_words",
      "lost/losing/loss_of (my/the/his/her) (ability_to) speech/speak/talk",
      "sudden/suddenly/all_of_a_sudden (*) blind/double_vision/confused/confusion/loss_of_balance/lost_my_balance/couldn't_see/can't_see/couldn't_walk/can't_walk/off_balance",
      "weakness/numbness of/in (my/the) face/arm",
      "lost (all) feeling/sensation/strength on/in (my) (one/left/right) one/left/right/side/arm/leg/face",
      "double_vision/confusion/blindness/dizziness (*) all_of_a_sudden/suddenly",
      "hemiparesis/hemiplegia/aphasia",
    ],
  },
  {
    id: "vision-loss",
    label: "Sudden loss of sight, flashes or a curtain over the eye",
    severity: "critical",
    source: "aao",
    any: [
      "lost/losing/loss_of/lose (*) vision/sight/eyesight",
      "vision/sight/eyesight (in/of) (*) went_black/went_dark/went_out/disappeared/is_gone/was_gone/gone/blacked_out/went_away",
      "can't/cannot/couldn't see out/anything/from",
      "can't/cannot/couldn't see * eye",
      "blind in * eye",
      "curtain/shade/veil * vision/eye/sight",
      "flashes/flashing_lights * floaters",
      "new/sudden/lots_of/shower_of floaters",
    ],
  },
  {
    id: "thunderclap-headache",
    label: "Sudden or worst-ever headache",
    severity: "critical",
    source: "nice_headache",
    any: [
      "worst/most_severe/most_painful/most_intense (*) headache/migraine/head_pain/pain_in_my_head",
      "headache/migraine/head_pain (*) worst (*) life/ever/had/experienced",
      "thunderclap",
      "headache * came_on/hit_me/started/hit/exploded/began (*) sudden/suddenly/out_of_nowhere/like_a_bat/instantly/within_seconds/all_at_once/like_lightning/in_seconds",
      "sudden/suddenly/explosive/instant/out_of_nowhere/all_of_a_sudden (*) severe/terrible/awful/intense/excruciating/horrible/bad (*) headache",
      "sudden/explosive headache",
      "severe headache * sudden/suddenly",
      "like (*) hit * head * bat/hammer",
      "head * going_to/gonna/about_to/gon_na explode",
    ],
  },
  {
    id: "meningitis",
    label: "Headache or fever with a stiff neck, or a rash that does not fade",
    severity: "critical",
    source: "nice_meningitis",
    any: [
      "stiff/stiffness (of/in) (my/the) neck",
      "neck (is/feels/was/so/really/very/got/has_been/been) (*) stiff/rigid",
      "neck stiffness/rigidity",
      "can't/cannot/couldn't/hurts_to (even) bend/touch/put/move (my) neck/chin",
    ],
    near: [
      [
        ...FEVER,
        "headache/headaches/head_hurts/head_is_pounding",
        "light/lights bother/bothers/hurt/hurts",
        "sensitive/sensitivity to light",
        "rash/vomiting/confused/drowsy",
      ],
    ],
  },
  {
    id: "purpura",
    label: "Rash that does not fade under pressure",
    severity: "critical",
    source: "nice_meningitis",
    any: [
      "rash/spots/dots (*) doesn't/don't/won't/not/does_not/do_not fade/blanch/fading/blanching/disappear/go_away_when",
      "non-blanching/nonblanching (rash)",
      "purple/purplish/bruise-like/blood-like/dark_red (*) rash/spots/dots/blotches",
    ],
  },
  {
    id: "giant-cell-arteritis",
    label: "Headache with jaw pain on chewing or scalp tenderness",
    severity: "critical",
    source: "nice_gca",
    any: [
      "jaw (*) hurts/pain/aches/tired/cramps/sore (*) chew/chewing/eat/eating",
      "scalp (is/feels/so/really/very/was) (*) tender/sore/hurts",
      "hurts to comb/brush my hair",
      "pain/tender/tenderness (in/at/of) (my) temple/temples",
    ],
    near: [["headache/headaches/head_hurts/vision/chew/chewing/sight"]],
  },
  {
    id: "suicide",
    label: "Thoughts of suicide or self-harm",
    severity: "critical",
    source: "cssrs",
    includesPast: true,
    any: [
      "kill/killing/hang/hanging/shoot/shooting/drown/drowning/cut/cutting/hurt/hurting/harm/harming/poison myself/yourself",
      "suicide/suicidal",
      "self-harm/self-harming/self_harm/self-injury",
      "end/ending/take/taking/took/ended my/your (own) life",
      "end/ending it all",
      "want/wanted/wanna/going to end it",
      "end my suffering",
      "better off dead/without_me/if_i_was_dead/if_i_were_dead/if_i_wasn't_here/if_i_weren't_here/if_i_was_gone",
      "everyone/everybody/family/kids/they (*) better off without me",
      "don't/do_not/dont/didn't/no_longer/not (really/even) want/wanna/wan_na (to) live/be_alive/be_here/exist/wake_up/be_here_anymore/go_on_living/be_around",
      "want/wanted/wanna/wan_na/wish/wishing/wished/ready/going/rather (to) (i/just) (was/were/could/to/be) (just) die/dead/disappear_forever/never_wake_up/not_wake_up/not_be_alive/never_been_born/not_be_here",
      "not wake up (again/tomorrow)",
      "no/the/a/much reason/point (to/in/of) live/living/go_on/going_on",
      "don't/can't/do_not/cannot see/have (*) reason/point (to/in/of) live/living/go_on/going_on",
      "life isn't/is_not/not/no_longer/is_no_longer/hardly (really) worth living/it",
      "not worth living",
      "nothing (left) to live for",
      "thoughts/thinking/thought/think/plan/planned/planning/considered/considering/idea of/about/to/on (*) overdose/overdosing/jumping_off/jump_off/being_dead/my_own_death/suicide",
      "jump off (a/the) bridge/building/roof",
      "swallow/take/swallowed/took (all) (of) (my/the) (whole) pills/bottle to die",
      "can't/cannot go on (like_this/anymore/living/any_more)",
      "overdosed on purpose",
      "took/swallowed (*) overdose",
    ],
  },
  {
    id: "violence-to-others",
    label: "Thoughts of harming others",
    severity: "critical",
    source: "nhs_999",
    any: [
      "homicidal",
      "(want/going/gonna/thoughts/thinking/thought/like) (to/of/about) kill/killing/hurt/hurting/harm/harming/stab/shoot (my/the) him/her/them/someone/somebody/people/others/wife/husband/baby/boss/neighbor/kids/children/mother/father",
    ],
  },
  {
    id: "psychosis",
    label: "Voices that command, or loss of touch with reality",
    severity: "critical",
    source: "nhs_999",
    any: ["voices * tell/telling/told/command/say/saying", "hear/hearing/heard voices"],
  },
  {
    id: "abuse",
    label: "Violence or fear at home",
    severity: "critical",
    source: "nice_abuse",
    any: [
      "he/she/husband/wife/partner/boyfriend/girlfriend (*) hits/hit/beats/beat/punched/punches/kicked/choked/chokes/strangled/slapped/slaps/threatens/threatened me",
      "he's/she's/been (been) hitting/beating/punching/kicking/choking/slapping/threatening me",
      "don't/do_not/not/never feel/feeling (very/really) safe (at) (home/with_him/with_her)",
      "afraid/scared of (my) husband/wife/partner/boyfriend/girlfriend/him/her",
      "being/been abused",
    ],
  },
  {
    id: "anaphylaxis",
    label: "Signs of a severe allergic reaction",
    severity: "critical",
    source: "wao",
    any: [
      "throat/airway (is/was/feels/felt/started/keeps/kept/feels_like_it's/feels_like_it_is/like_it's/like_it_is/it_is/it's/starts/started_to/just/are) (*) closing/closed/closes/swelling/swollen/swells/swelled/tightening/tight/constricting/constricted/close/swell/tighten",
      "throat closing/closed/swelling/swollen/tightness",
      "tongue/lips/lip/face/mouth/eyes (is/are/was/were/got/started/feels/feel/has/have/just/suddenly/starting_to/keeps/getting/been/began/has_been) (*) swelling/swollen/swelled/swells/swell/puffy/puffed/puffing/swole/blew_up",
      "swelling/swollen (of/in) (my/the) tongue/lips/lip/face/throat/mouth",
      "swollen tongue/lips/lip/face/throat",
      "anaphylaxis/anaphylactic",
      "used/using/needed/gave_myself/had_to_use (my/the/an) epipen/epi-pen/epi_pen/epinephrine",
      "angioedema",
    ],
  },
  {
    id: "anaphylaxis-hives-breathing",
    label: "Hives or itching with trouble breathing or vomiting",
    severity: "critical",
    source: "wao",
    any: ["hives/welts/urticaria/itchy_all_over/itching_all_over/broke_out/rash_all_over"],
    near: [
      [
        ...BREATHLESS,
        "vomiting/throwing_up/vomited/faint/fainted/lightheaded/dizzy/passed_out/dropping",
        "throat/tongue/lips/lip swelling/swollen/tight/closing",
      ],
    ],
  },
  {
    id: "sepsis",
    label: "Sepsis signs: fever or infection with confusion, rigors, mottled skin, or a fast heart or breathing",
    severity: "critical",
    source: "sepsis_trust",
    any: [...FEVER, "infection/infected/septic/uti/pneumonia/wound"],
    near: [
      [
        "confused/confusion/disoriented/delirious/not_making_sense/out_of_it/drowsy/hard_to_wake/hallucinating/incoherent",
        "shaking/shivering/teeth_chattering/rigors/rigor/uncontrollable_shivering/shivers",
        "mottled/blotchy/bluish/clammy/gray/ashen",
        "heart (is/was/has_been/keeps/been/feels/felt) (*) racing/pounding/fast",
        "breathing (is/was/really/very/so/has_been/been) (*) fast/rapid/quick/hard",
        "haven't/hasn't/not/no/barely/hardly (*) peed/urinated/passed_urine/urine/peeing/urinating",
        "going_to/gonna/might/about_to/like_i'm_going_to/gon_na die",
        "blood pressure (is/was/dropped/dropping/has_been/very/really) (*) low",
        "low blood pressure",
        "lethargic/limp/very_weak/can't_stay_awake/cannot_stay_awake/won't_wake/floppy",
      ],
    ],
  },
  {
    id: "sepsis-named",
    label: "Sepsis signs: severe shivering, mottled skin or no urine",
    severity: "critical",
    source: "sepsis_trust",
    any: [
      "sepsis/septic",
      "skin/legs/hands/feet/lips (is/are/was/were/looks/look/turned/turning/got/has/all) (*) mottled/blotchy",
      "haven't/hasn't/not/no (*) peed/urinated/passed_urine/passed_any_urine (*) day/today/hours/yesterday/morning",
      "shaking/shivering uncontrollably",
      "uncontrollable shaking/shivering/chills",
      "shaking chills/rigors",
      "feel/felt/feeling (*) like/that (*) going_to/gonna/might/about_to/gon_na die",
    ],
  },
  {
    id: "pregnancy-bleeding",
    label: "Bleeding or severe pain in pregnancy",
    severity: "critical",
    source: "acog_bleeding",
    any: [
      "bleeding/bled/bleed/spotting/spotted/hemorrhaging",
      "passing/passed/lost/losing/seeing/noticed/saw/having (*) blood/clots/clot",
      "there's/there_is/there_was (some/a_lot_of/bright_red/a_little) blood",
      "blood (*) underwear/pad/pads/toilet/vagina/down_there/wiped/wipe",
      "severe/bad/sharp/terrible/intense/one-sided (*) cramps/cramping/abdominal_pain/belly_pain/stomach_pain/pelvic_pain/pain",
    ],
    ever: PREGNANT,
  },
  {
    id: "labour",
    label: "Contractions or broken waters",
    severity: "critical",
    source: "acog_bleeding",
    any: ["contractions", "water/waters broke/broken/leaking"],
  },
  {
    id: "fetal-movement",
    label: "Fewer movements of the unborn baby",
    severity: "critical",
    source: "nhs_movements",
    any: [
      "baby/fetus hasn't/isn't/not/has_not/is_not/stopped/not_been/hasn't_been/barely/hardly/isn't_really (*) moving/moved/kicking/kicked/move/kick",
      "haven't/have_not/can't/not/don't/cannot/stopped/couldn't (*) felt/feel/feeling (*) baby/kicks/movement/movements/kick/move/moving",
      "less/fewer/decreased/reduced/no/not_as_many/not_much (fetal/baby's/baby) movement/movements/kicks/kicking/moving",
    ],
  },
  {
    id: "preeclampsia",
    label: "Headache, changed sight, swelling or upper belly pain in pregnancy",
    severity: "critical",
    source: "acog_preeclampsia",
    any: [
      "headache/headaches/blurry_vision/blurred_vision/seeing_spots/seeing_stars/flashing_lights/upper_abdominal_pain/right_upper/vision_changes",
      "face/hands (*) swollen/swelling/puffy",
    ],
    ever: PREGNANT,
  },
  {
    id: "breathing",
    label: "Severe trouble breathing, blue lips or coughing blood",
    severity: "critical",
    source: "nhs_999",
    any: [
      "can't/cannot/couldn't/can_hardly/can_barely/could_hardly/could_barely/hardly/barely/struggling_to/fighting_to/unable_to/not_able_to (really/even/seem_to) breathe/catch_my_breath/get_my_breath/get_air/get_enough_air/get_any_air/get_a_breath",
      "gasping (for)",
      "suffocating/smothering/choking",
      "can't/cannot/couldn't/can_only/hardly/barely/too_breathless_to/too_short_of_breath_to (even) finish/speak/talk/say/get_through (a/in) (few/full/complete) sentence/sentences",
      "short/shortness/out of breath (*) at_rest/sitting/resting/lying/just_sitting/doing_nothing/talking/speak/lie_down/lie_flat/lying_flat/sentence",
      "trouble/difficulty breathing (*) at_rest/sitting/resting/lying/just_sitting/lie_down/lie_flat",
      "short/shortness/out of breath (that) (i) can't/cannot/couldn't (even) lie/lay/sleep/speak/talk/walk/finish",
      "severe/severely/extremely/really_bad/terrible/worsening/very/sudden/suddenly (*) shortness_of_breath/short_of_breath/breathless/trouble_breathing/difficulty_breathing/breathlessness",
      "lips/fingers/fingertips/nails/fingernails/face (are/is/were/was/turned/turning/look/looks/looked/went/got/going/gone) (*) blue/bluish/purple/gray",
      "blue/bluish lips",
      "turned/turning/went/going blue",
      "cough/coughing/coughed/coughs/spit/spitting (*) blood",
      "blood when i cough",
      "hemoptysis",
    ],
  },
  {
    id: "thrombosis",
    label: "One leg swollen or painful, or sudden breathlessness with it",
    severity: "critical",
    source: "nice_vte",
    any: [
      "one/left/right/only_one (of) (my/the) (leg/calf/legs/calves) (is/got/has/was/looks/feels) (*) swollen/swelling/swelled/bigger/red/swells/warm",
      "calf/calves (is/are/was/got/has/feels/been/hurts/has_been) (*) swollen/swelling/swelled/red/warm/tender/painful/hurts/hot",
      "calf pain/swelling/tenderness",
      "pain/swelling/redness in (my/one/the) (left/right/one) (of) (my) calf/calves",
      "swelling in (just/only) (my) one/left/right/just_one (leg/calf)",
      "sharp/stabbing (*) chest/side (*) breathe/breath/inhale/breathing",
      "hurts/pain/painful (*) take_a_deep_breath/breathe_in/breathe_deeply/deep_breath/inhale",
      "pleuritic",
    ],
  },
  {
    id: "gi-bleeding",
    label: "Vomiting blood, black stools or bleeding from the bowel",
    severity: "critical",
    source: "nice_gi_bleed",
    any: [
      "vomit/vomiting/vomited/throw/throwing/threw/throws/puke/puking/puked (up) (*) blood/coffee_grounds",
      "vomit (*) coffee_grounds/blood/bloody",
      "coffee ground/grounds/coffee-ground",
      "blood in (my/the) vomit",
      "hematemesis/melena/hematochezia",
      "black/tarry/maroon/tar-like/bloody (*) stool/stools/poop/poops/bowel_movement/bowel_movements/feces/diarrhea",
      "stool/stools/poop/poops/bowel_movements (is/are/was/were/looks/look/has/have/been/turned/came_out/has_been/have_been) (*) black/tarry/bloody/maroon/tar/blood",
      "blood (*) stool/stools/poop/toilet/bowel_movement/bowel_movements/diarrhea",
      "rectal bleeding",
      "blood per/from (my/the) rectum",
      "bleeding from (my/the) rectum/bottom/bowels/anus",
      "pooping/passing/pooped blood",
    ],
  },
  {
    id: "acute-abdomen",
    label: "Sudden or severe pain of the belly",
    severity: "critical",
    source: "nhs_999",
    any: [
      "severe/sudden/worst/excruciating/unbearable/intense/terrible/horrible/agonizing/sudden_severe (*) abdominal/stomach/belly/abdomen/tummy/gut (*) pain/pains/ache/cramps",
      "severe/sudden/worst/excruciating/unbearable/agonizing (*) pain in/of (my/the) (lower/upper/right/left) abdomen/stomach/belly/tummy/side",
      "stomach/belly/abdomen (is/feels/was/so/got/really/very) (*) rigid/hard_as_a_board/rock_hard/board",
      "pain/hurts/hurt (*) moved/started/settled (*) lower_right/right_lower",
      "lower right/right_lower (*) pain/abdomen/side/belly hurts/pain/severe",
      "right lower quadrant (*) pain/painful/tender/tenderness",
    ],
  },
  {
    id: "cauda-equina",
    label: "Numbness of the saddle area or loss of bladder or bowel control",
    severity: "critical",
    source: "cks_sciatica",
    any: [
      "numb/numbness/no_feeling/can't_feel/lost_feeling/loss_of_feeling/tingling (*) groin/saddle/genitals/buttocks/private_parts/privates/between_my_legs/inner_thighs/bottom/perineum",
      "saddle anesthesia/numbness/area",
      "groin/genitals/bottom/privates/buttocks (is/are/feels/went/has_gone/all/feel/area) (*) numb",
      "lost/losing/lose/loss_of/no/can't/cannot/couldn't/don't_have (*) control (of/over) (my) bladder/bowel/bowels/pee/stool/urine",
      "lost/losing/lose (my) bladder/bowel control",
      "can't/cannot/couldn't control/hold (my) bladder/bowels/bowel/pee/urine/stool",
      "wet/wetting/soiled/soiling/peed/pooped myself",
      "can't/cannot/couldn't/unable_to/not_able_to/haven't_been_able_to pee/urinate/pass_urine/empty_my_bladder",
      "both (my/of_my) legs (are/feel/went/got/have) (*) weak/numb/giving_out",
      "incontinent/incontinence (of) (stool/bowel/bowels/feces)",
    ],
    near: [["back/spine/leg/legs/sciatica/groin/saddle/numb/buttocks/privates/genitals/bottom/bowels/bowel/thighs"]],
  },
  {
    id: "seizure",
    label: "Seizure",
    severity: "critical",
    source: "nhs_999",
    any: [
      "had/having/have/has/another/first/new (a/an) (first/bad/big/another/new/grand_mal) seizure/seizures/convulsion/convulsions/fit",
      "seized/convulsing/convulsed",
      "whole body (*) shaking/jerking (*) bit_my_tongue/passed_out/couldn't_control",
    ],
  },
  {
    id: "head-injury",
    label: "Head injury with vomiting, drowsiness, blackout or blood thinners",
    severity: "critical",
    source: "nice_head_injury",
    any: [
      "hit/hitting/bumped/banged/struck/smacked/whacked (*) head",
      "head injury/trauma/got_hit/was_hit",
      "fell * head",
    ],
    near: [
      [
        "vomiting/vomited/throwing_up/threw_up/throw_up/drowsy/sleepy/confused/passed_out/blacked_out/knocked_out/unconscious/lost_consciousness/seizure/blurry/double_vision/blood_thinner/blood_thinners/warfarin/coumadin/eliquis/xarelto/apixaban/rivaroxaban/plavix/can't_remember/don't_remember/worse/clear_fluid",
      ],
    ],
  },
  {
    id: "torsion",
    label: "Sudden pain of a testicle",
    severity: "critical",
    source: "aua_torsion",
    any: [
      "testicle/testicles/testicular/scrotum/balls/ball (*) pain/hurts/hurting/swollen/swelling/ache/aching/hurt/killing_me",
      "pain/swelling (*) testicle/testicles/scrotum/balls",
    ],
  },
  {
    id: "overdose",
    label: "Overdose or poisoning",
    severity: "critical",
    source: "nhs_999",
    any: [
      "took/taken/swallowed/take/taking/swallow/had (*) too_many/whole_bottle/entire_bottle/bottle_of/handful_of (*) pills/tablets/medication/tylenol/medicine/ibuprofen/aspirin/xanax/ambien",
      "too many (of) (my/the) pills/tablets/tylenol",
      "overdose/overdosed/overdosing",
      "drank/swallowed/ate/drunk (*) bleach/antifreeze/poison/battery/batteries/detergent",
    ],
  },
  {
    id: "infant-fever",
    label: "Fever or lethargy of a small baby",
    severity: "critical",
    source: "nice_fever",
    any: [
      "newborn/infant/week_old/weeks_old/week-old/weeks-old/month_old/one_month_old/two_month_old/two_months_old/2_months_old/one_month-old (*) fever/temperature/limp/lethargic/floppy/won't_feed/not_feeding/won't_wake/blue",
      "fever/temperature/limp/lethargic/floppy (*) newborn/infant",
    ],
    anyone: true,
  },
  {
    id: "neutropenic-fever",
    label: "Fever during chemotherapy or with suppressed immunity",
    severity: "critical",
    source: "nice_neutropenia",
    any: FEVER,
    near: [["chemo/chemotherapy/neutropenic/transplant/immunosuppressed/immunosuppressant"]],
  },
  {
    id: "ketoacidosis",
    label: "Vomiting, fruity breath or ketones with diabetes",
    severity: "critical",
    source: "ada_dka",
    any: [
      "fruity (*) breath",
      "breath (*) fruity",
      "ketones/ketoacidosis/dka",
      "blood_sugar/glucose/sugar/sugars (*) over/above/reading/is/are/was/were/at (*) 400/410/420/430/440/450/460/470/480/490/500/550/600/high_on_the_meter/five_hundred/six_hundred/four_hundred",
    ],
  },
  {
    id: "cancer-signs",
    label: "Unexplained weight loss, night sweats or a new lump",
    severity: "warning",
    source: "nice_cancer",
    any: [
      "unexplained/unintentional/unintended weight loss",
      "lost/losing/dropped (*) pounds/weight/kilos/lbs (*) without/not/no_reason/not_trying/didn't_try/wasn't_trying",
      "losing weight without/for_no_reason",
      "lump in/on (my/the) (left/right) breast/neck/armpit/testicle/throat",
      "breast lump/mass",
      "drenching/soaking night sweats",
    ],
  },
];
