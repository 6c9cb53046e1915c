/** Pain of the chest, in the words of a patient. */
export const CHEST_PAIN = [
  "chest pain/pains/pressure/tightness/discomfort/heaviness/ache/hurts/hurting/aches/aching/burning/tight/squeezing/cramping",
  "chest (is/was/feels/felt/gets/got/been/has_been) (really/very/so/all/like) tight/heavy/hurting/painful/aching/squeezed/crushed/sore/pressured",
  "pain/pains/pressure/tightness/discomfort/heaviness/ache/squeezing/burning/elephant/weight/fullness/band/tight (feeling/sensation) in/on/across/around/over/behind/into/through/sitting_on (my/the/your/her/his) (left/right/middle/center/side) (of) (my/the/your) chest/breastbone/sternum",
  "chest * hurts/hurting/hurt/tightens/tightened",
  "tight chest",
  "angina",
];
/** A pregnancy, told anywhere in the talk. */
export const PREGNANT = [
  "i'm/i_am/im/currently/be (now/about/almost/only/like) (*) pregnant",
  "pregnant",
  "weeks/months along/gestation",
  "my/this/the pregnancy",
  "first/second/third trimester",
  "expecting a baby",
];
/** Shortness of breath of any degree. */
export const BREATHLESS = [
  "short of breath",
  "shortness of breath",
  "out of breath",
  "can't/cannot/couldn't/hardly/barely/struggling_to/trouble/difficulty/hard_to/difficult_to/unable_to/not_able_to/can_hardly/can_barely (really/even) breathe/breathing/catch_my_breath/get_air/get_enough_air/get_a_breath/get_a_full_breath/take_a_deep_breath/take_a_breath",
  "gasping (for)",
  "breathless/breathlessness/winded",
  "wheezing/wheezy/wheeze",
];
/** A fever, felt or measured. */
export const FEVER = [
  "fever/fevers/feverish/febrile",
  "temperature/temp (of/was/is/at/up_to/hit/reached) (a/about/around/over) 38/39/40/41/101/102/103/104/105/100/38.5/39.5/101.5/102.5/103.5/one/hundred/thirty",
  "running a temperature",
];
