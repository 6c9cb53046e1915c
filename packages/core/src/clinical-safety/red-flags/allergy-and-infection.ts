import type { RedFlagRule } from "../red-flag-rule.ts";
import { BREATHLESS, FEVER } from "./phrases.ts";

/** Severe allergic reactions and infections. */
export const ALLERGY_AND_INFECTION: readonly RedFlagRule[] = [
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
];
