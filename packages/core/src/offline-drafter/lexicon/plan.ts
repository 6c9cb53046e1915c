import { type Lexicon, lexiconOf } from "../../clinical-language/lexicon.ts";
import { INTENTS } from "./intent.ts";

/** Words by which a clinician commits to something of a plan. */
export const PLAN_INTENT: Lexicon<true> = lexiconOf([
  ...INTENTS,
  ...(
    "we should|we need to|you must|i'm sending|i am sending|we're sending|i'm putting in|i am putting in|i'm booking|we're booking|i'm scheduling|we're scheduling|" +
    "i'm arranging|i'm setting|i'm getting you|we're getting|we're ordering|we're doing|i suggest|i would suggest|i'd suggest|i advise|i'd advise|my advice is|remember to|make an appointment"
  ).split("|"),
]);

/** Verbs that are an order where they open a clause; others are too often words of a finding ("repeat x-ray showed"). */
export const IMPERATIVES: readonly string[] = (
  "come back|follow up|return to|return in|see|call|drink|cut back|cut down|rest and|rest your|rest it|rest for|rest until|ice|elevate|stay|limit|quit|stop smoking|lose|keep track|keep a log|record|write down|monitor|" +
  "check your|get|schedule|book|arrange|order|wear|exercise|do a|do the|do your|do some|eat|take it easy|go for|go to|have a|have an|have your|no lifting|no heavy lifting|no weight bearing|no driving"
).split("|");

/** Actions of a plan and the category each belongs to; a study's name decides for ordering words. */
export const PLAN_RULES = [
  [
    "referral",
    "refer you|referral|referring|refer him|refer her|consult|referring you|see a specialist|send you to|set you up with a specialist|get you in to see|see the cardiologist|see a cardiologist|see cardiology",
  ],
  [
    "follow_up",
    "follow up|follow-up|see you back|see you again|you come back|come back in|come back to see|come back to the|come back for|come back next|come back and see|come back sooner|come back on|come back after|return in|return to the clinic|return visit|see me back|see me in|see me next|see me again|see you in|see you next|check back|recheck in|touch base",
  ],
  [
    "therapy",
    "physical therapy|occupational therapy|speech therapy|counseling|therapist|cognitive behavioral therapy|brace|splint|sling|crutches|ice|elevate|compression|heating pad|rehab|nebulizer|cpap|boot|cast|bed rest|take it easy",
  ],
  [
    "lifestyle",
    "diet|exercise|exercising|salt|sodium|lose weight|weight loss|stop smoking|quit smoking|smoking cessation|drink plenty|fluids|hydrated|avoid|stretching|cut back|cut down|sleep hygiene|rest|stay off|stay home|no weight bearing|limit|no lifting|no heavy lifting|no driving",
  ],
  [
    "education",
    "educate|education|handout|information|pamphlet|keep track|record your|record them|keep a log|write down|monitor your|check your blood|blood pressure cuff|let me know|call me|call us|call the office|give me a call",
  ],
  [
    "procedure",
    "injection|inject|biopsy|surgery|surgical|procedure|excision|drain|catheterization|stent|colonoscopy|endoscopy|egd|cortisone shot|flu shot|vaccine|vaccination",
  ],
] as const;

/** Words that order a study. */
export const ORDER_WORDS: readonly string[] =
  "order|ordering|ordered|repeat|schedule|scheduled|scheduling|get|getting|check|recheck|draw|obtain|send|sending|do|doing|have you get|have you do|you to have|have a|have an|run|perform|due for|set up|need|book|booking|arrange|arranging|update|complete".split(
    "|",
  );

/** When something is due: the words said. */
export const DUE_LEADS: ReadonlySet<string> = new Set("in within after every".split(" "));
