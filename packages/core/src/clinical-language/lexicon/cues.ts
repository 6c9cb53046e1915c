import type { Cue } from "../clause.ts";
import { buildLexicon, type Lexicon } from "../lexicon.ts";
import { OTHER_PEOPLE, RELATIVES } from "./people.ts";

/**
 * Words that take a clause out of the patient's present, as in NegEx and ConText
 * (Chapman et al. 2001, https://doi.org/10.1006/jbin.2001.1029; Harkema et al. 2009,
 * https://doi.org/10.1016/j.jbi.2009.05.002), written for spoken encounters and read more strictly:
 * any cue anywhere in a clause silences it, because a wrong finding is worse than a missing one.
 */
const CUE_WORDS: Record<Cue, string> = {
  hypothetical: `if|unless|in case|in the event|whether|would|could|might|may|when you get|whenever|should you|risk of|at risk|
    risk for|high risk|prevent|prevents|preventing|prevention|watch for|watch out|look out for|keep an eye|worry about|
    worried about|concern for|concerned about|concern about|afraid of|scared of|rule out|ruled out|rule that out|make sure|
    side effect|can cause|can lead|causes|sign of|signs of|symptoms of|screen for|screening for|test for|
    check for|looking for|look for|for example|for instance|such as|supposed to|want to avoid|avoid|in order to|in theory|
    imagine|let's say|pretend|until|goal|target|versus|instead of|rather than|alternative|alternatively|
    anyone who|people who|people with|patients with|patients who|some people|most people|a lot of people|can be|can get|
    can have|can happen|can make|may cause|eventually|down the road|later on|in the future|next time|hope|hopefully|wish|assuming|as long as|we can try|you can try`,
  uncertain: `maybe|perhaps|possibly|possible|probably|likely|unlikely|think|thinking|thought|guess|guessing|suppose|assume|suspect|
    suspected|suspicion|suspicious|wonder|wondering|not sure|unsure|i don't know|i do n't know|don't remember|do n't remember|
    seem|seems|seemed|appears to|looks like|look like|sounds like|sound like|feels like|feel like|felt like|almost|consider|
    considering|considered|option|options|discuss|talk about|talked about|talking about|think about|question of|borderline|
    read about|heard|googled|internet|online|told me i|said i|they said|they thought|he said|she said|kind of like|differential|like this|
    consistent with|compatible with|concerning for|either|or something|could be`,
  past: `used to|in the past|years ago|year ago|months ago|month ago|weeks ago|ago|last year|last month|last time|last visit|previously|
    previous|before|stopped|quit|resolved|went away|gone away|gone|no longer|any more|anymore|as a child|as a kid|
    when i was a kid|when i was a child|when i was a baby|when i was|got better|growing up|back then|at the time|at that time|had been|was having|once had|history of|days back|weeks back|going away|
    cleared up|ended up|healed|recovered|over with|cured|ran out|remission|improved`,
  others: [...RELATIVES, ...OTHER_PEOPLE].join("|"),
  negation: `no|not|n't|never|none|nothing|nobody|without|deny|denies|denied|denying|negative|don't|doesn't|didn't|haven't|hasn't|
    hadn't|isn't|aren't|wasn't|weren't|can't|couldn't|won't|wouldn't|shouldn't|ain't|dont|doesnt|didnt|havent|hasnt|isnt|arent|
    wasnt|cant|cannot|wont|neither|nor|free of|except|excluding|absent|absence|lack|lacks|stay off|hold off|refuse|refused|
    decline|declined|rather not`,
};

/** Phrases that contain a cue word and mean nothing of the kind. */
const HARMLESS = `would like|would love|i think we should|i think you should|if not before|if not sooner|i think you have|i think that you have|thank you|no problem|why don't we|why do n't we|baby aspirin|cat scan|
  before bed|before bedtime|before meals|before breakfast|before lunch|before dinner|before you go|not only|no matter|no doubt|
  allergic to cats|allergic to dogs|cat dander|dog dander|family doctor|family medicine|family physician`;

/** Finds the cues of a clause; a harmless phrase is found as `null`, so that the cue word inside it does not count. */
export const CUES: Lexicon<Cue | null> = buildLexicon(cueEntries());

function* cueEntries(): Generator<readonly [string, Cue | null]> {
  for (const phrase of HARMLESS.split("|")) yield [phrase.trim(), null];
  const cues: Cue[] = ["hypothetical", "uncertain", "past", "others", "negation"];
  for (const cue of cues) for (const phrase of CUE_WORDS[cue].split("|")) yield [phrase.trim(), cue];
}
