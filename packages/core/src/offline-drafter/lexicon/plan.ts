/** Actions of a plan and the category each belongs to; a study's name decides for ordering words. */
export const PLAN_RULES = [
  [
    "referral",
    "refer you|referral|refer him|refer her|consult|referring you|see a specialist|send you to|set you up with a specialist|get you in to see|see the cardiologist|see a cardiologist|see cardiology",
  ],
  [
    "follow_up",
    "follow up|follow-up|see you back|see you again|come back|return in|return to the clinic|return visit|see me back|see me again|see you in|check back|recheck in|touch base",
  ],
  [
    "therapy",
    "physical therapy|occupational therapy|speech therapy|counseling|therapist|cognitive behavioral therapy|brace|splint|sling|crutches|ice|elevate|compression|heating pad|rehab|nebulizer|cpap|boot|cast",
  ],
  [
    "lifestyle",
    "diet|exercise|exercising|salt|sodium|lose weight|weight loss|stop smoking|quit smoking|smoking cessation|drink plenty|fluids|hydrated|avoid|stretching|cut back|sleep hygiene|rest|stay off|no weight bearing|limit",
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
  "order|ordering|ordered|repeat|schedule|scheduled|get|check|recheck|draw|obtain|send|do|have you get|have you do|run|perform|due for|set up|need".split(
    "|",
  );

/** When something is due: the words said. */
export const DUE_LEADS: ReadonlySet<string> = new Set("in within after every".split(" "));
