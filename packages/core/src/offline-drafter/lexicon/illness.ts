/** Questions and the element of the history of present illness their answers belong to (CMS 1997 documentation guidelines). */
export const HPI_QUESTIONS = [
  ["duration", "how long|for how long|going on for"],
  [
    "onset",
    "when did|when was the first|how did it start|how did this start|how did it happen|how did this happen|when did you first|start suddenly|come on suddenly",
  ],
  [
    "location",
    "where is|where does|where do you|which side|which knee|which leg|which arm|which ear|point to|show me where|what part",
  ],
  [
    "character",
    "what does it feel like|what does the pain feel like|describe|what kind of pain|sharp or|dull or|what type of pain",
  ],
  [
    "aggravating_factors",
    "makes it worse|make it worse|anything worsen|worse with|worse when|brings it on|trigger|triggers",
  ],
  [
    "relieving_factors",
    "makes it better|make it better|anything help|helps|have you tried|have you taken|tried anything|taken anything|taken for|relieve|relieves|did that help|has that helped",
  ],
  ["timing", "how often|how frequently|comes and goes|come and go|constant|all the time|time of day"],
  ["severity", "scale of|zero to ten|one to ten|out of ten|how bad|how severe|rate your pain|rate the pain"],
  ["associated_symptoms", "any other symptoms|other symptoms|anything else going on"],
] as const;

/** Questions that ask why the patient came. */
export const REASON_QUESTIONS: readonly string[] = (
  "what brings you|brings you in|what's going on|what is going on|what's been going on|how can i help|what can i do for you|what can we do for you|what seems to be|" +
  "what's the problem|what's bothering you|tell me what|tell me why|tell me about what|why are you here|reason for your visit|what are you here for"
).split("|");

/** Words after which the reason for the visit follows. The longest match counts. */
export const REASON_LEADS: readonly string[] = (
  "presents today for|presents today with|presents for|presents with|presenting with|presenting for|presents today for evaluation of|presents for evaluation of|presents with complaints of|" +
  "presents today with complaints of|presenting today with|here today for|here for|here today with|here with|comes in for|comes in with|came in for|came in with|coming in for|coming in with|" +
  "comes in today for|comes in today with|complaining of|complains of|complaint of|complaints of|i'm here for|i'm here because|i came in for|i came in because|" +
  "here today because|chief complaint is|chief complaint of|here for evaluation of|here to follow up on|here for follow-up of|in today for|in today with|here because"
).split("|");

/** Words that name a complaint without being a symptom of one system. */
export const COMPLAINT_WORDS: readonly string[] =
  "pain|hurt|hurts|hurting|ache|aches|aching|sore|swollen|swelling|itch|itchy|itching|bleeding|injured|injury|fell|twisted|popped|lump|burns|burning|bite|infection|sick".split(
    "|",
  );

/** Words that mark a patient's clause as part of the illness and not of the conversation. */
export const ILLNESS_WORDS: readonly string[] = (
  "pain|painful|hurt|hurts|hurting|ache|aches|aching|sore|swollen|swelling|swells|burning|throbbing|stabbing|sharp|dull|stiff|itch|itchy|itching|bleeding|blood|sick|tired|" +
  "symptom|symptoms|worse|worsening|better|started|woke|wakes|sleep|sleeping|breathe|breathing|walk|walking|fell|fall|falling|twisted|popped|pop|injured|injury|hit|accident|" +
  "weight|appetite|eating|stress|stressed|medication|medications|medicine|pill|pills|ice|iced|emergency room|hospital|er|doctor|sugar|sugars|blood pressure|fever|" +
  "weeks|week|days|months|month|cramps|dizzy|numb|tingling|weak|diet|exercise|exercising|flare|episode|episodes|attack|rash|lump|infection|urinate|pee|stool|bowel|vomit|throw up"
).split("|");
