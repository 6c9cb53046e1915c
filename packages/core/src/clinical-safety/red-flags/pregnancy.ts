import type { RedFlagRule } from "../red-flag-rule.ts";
import { PREGNANT } from "./phrases.ts";

/** Dangers to a pregnancy. */
export const PREGNANCY: readonly RedFlagRule[] = [
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
];
