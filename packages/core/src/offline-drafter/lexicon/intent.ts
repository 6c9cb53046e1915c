import { buildLexicon, type Lexicon } from "../../clinical-language/lexicon.ts";

/** Words by which a clinician commits to something; the plan holds nothing that was said without one of them. */
export const INTENTS: readonly string[] = (
  "i want|i wan na|i wanna|i'd like|i would like|i'd also like|i also want|i also wan na|i do want|i do wan na|i'm going to|i'm gon na|i'm gonna|i am going to|i am gon na|" +
  "i'm also going to|i'm also gon na|i'm just going to|i'm just gon na|we're going to|we're gon na|we're gonna|we are going to|we are gon na|we're also going to|we're also gon na|we'll|we will|i'll|i will|let's|let us|lets|" +
  "let me|go ahead|i recommend|i would recommend|i'd recommend|we want|we wan na|we'd like|we would like|i need you|please|you should|you need to|" +
  "you'll need|you're going to|you're gon na|dragon|continue|keep taking|i have ordered|i've ordered|follow up with|follow up in|follow up as|i'm ordering|i'm prescribing|i'm referring|i'm starting|" +
  "i'm increasing|i'm decreasing|i'm stopping|you can stop|you can come off|you can quit|my recommendation is|here's a|here is a|you'll take|you will take|you'll be taking|you'll start|i sent|i've sent|i have sent|i already sent|i called in|i've called in|i wrote you|i've written|i gave you a|i've given you a|the plan is|i am ordering|i am prescribing|i am referring|i am starting"
).split("|");

/** What a clinician can decide about a drug, as the status of the planned drug (`private.record_synonyms`, kind `medication_status`). */
export type DrugDecision =
  | "started"
  | "continued"
  | "restarted"
  | "increased"
  | "decreased"
  | "stopped"
  | "held"
  | "changed";

const ACTION_PHRASES: readonly (readonly [DrugDecision, string])[] = [
  [
    "started",
    "sent|called in|start|starting|begin|initiate|initiating|prescribe|prescribing|add|adding|order|ordering|give|giving|put you on|putting you on|place you on|placing you on|write you|" +
      "write you a prescription|prescription for|prescription of|script for|script of|prescriptions for|call you in|calling you in|write for|writing for|writing you|writing|started on|sending over|send over|sending|send|get you started on|getting you started on|call in|calling in|send in|sending in|send you|take|taking|use|using|try|trying|get you on|treat you with|treat this with|treat it with|treat that with|treating this with|treating it with|treating you with|treating that with",
  ],
  [
    "continued",
    "continue|continuing|keep|keep you on|keep taking|keep using|stay on|staying on|leave you on|remain on|refill|refilling|continue to take|continue taking|continue to use|continue using|carry on with|stick with|leave|no changes to|no change to|no change in|no changes in",
  ],
  ["restarted", "resume|restart|restarting|resuming|go back on|put you back on|get you back on"],
  [
    "increased",
    "increase|increasing|raise|raising|double|doubling|go up on|going up on|bump up|bump|bumping|bumping up|up your|titrate up|step up",
  ],
  [
    "decreased",
    "decrease|decreasing|reduce|reducing|lower|lowering|taper|tapering|wean|cut back|cut down|cutting back|go down on|come down on|back off|halve|cut|cutting|drop|dropping|bring down",
  ],
  [
    "stopped",
    "stop|stop taking|stop using|stopping|discontinue|discontinuing|come off|get off|get you off|take you off|taking you off|quit taking|wean off|wean you off|get rid of|no more",
  ],
  ["held", "hold|holding|hold off on|pause|skip"],
  ["changed", "switch|switching|change|changing|swap|swapping|replace|replacing"],
];

/** What is done with a drug, by the words that say it. Words about taking a drug count only after an intent. */
export const DRUG_ACTIONS: Lexicon<DrugDecision> = buildLexicon(
  ACTION_PHRASES.flatMap(([decision, list]) => list.split("|").map((phrase) => [phrase, decision] as const)),
);

/** Words before an action that leave it open. */
export const OPEN_DECISIONS: readonly string[] = (
  "if|unless|could|might|may|maybe|perhaps|possibly|consider|considering|option|options|talk about|talked about|discuss|discussed|think about|thought about|thinking about|eventually|" +
  "down the road|later on|in the future|can try|can always|could always|would be|would have|would need|might need|may need|may have|might have|was thinking|wonder|whether|don't know|" +
  "do n't know|not sure|when you get|in case|until|before we|before i|alternatively|alternative|next step|what about|how about|how do you feel about|what do you think about"
).split("|");

/** Words before an action that turn it down. */
export const TURNED_DOWN: ReadonlySet<string> = new Set(
  "no not n't never don't won't wouldn't didn't doesn't can't cannot shouldn't couldn't without avoid avoiding instead rather dont wont need'nt needn't".split(
    " ",
  ),
);

/** Words with which a patient tells that a drug is no longer taken. */
export const STOPPED_TAKING: readonly string[] = (
  "stopped taking|stopped using|stopped the|stopped my|stopped|quit taking|quit using|quit|came off|come off|went off|got off|been off|off of|off my|off the|ran out of|run out of|ran out|" +
  "used to take|used to be on|used to use|was taking|was on|were taking|no longer take|no longer taking|no longer on|no longer use|took me off|taken off|discontinued|gave up|given up|threw out|threw away"
).split("|");

/** Words with which a patient turns a drug down. */
export const REFUSALS_OF_DRUGS: readonly string[] = (
  "don't want|do n't want|didn't want|did n't want|dont want|rather not|would rather not|refuse|refused|refusing|not going to take|not gonna take|not gon na take|won't take|wo n't take|" +
  "not interested in|don't like taking|do n't like taking|won't be taking|decline|declined|not comfortable taking|not comfortable with|afraid to take|scared to take|don't wanna|do n't wanna|do n't wan na|not willing to"
).split("|");

/** A decision under one of these right after the drug is one for later: "stop the lisinopril if you get a cough". */
export const LATER_CONDITIONS: readonly string[] = "if|unless|whenever|in case|should you|when you get|once you".split(
  "|",
);

/** Questions that propose a drug; others ("did you start it?") ask what was done, and a no to them refuses nothing. */
export const PROPOSALS: readonly string[] = (
  "should we|shall we|shall i|can we|could we|would you|do you want|you want to|you want me to|how about|what about|how do you feel|how would you feel|what do you think|what would you think|" +
  "are you okay with|are you ok with|okay with|ok with|are you open to|open to|are you willing|willing to|interested in|what if we|why don't we|why do n't we|thoughts on"
).split("|");

/** Words with which a patient tells that a drug was begun by somebody and is taken since. */
export const BEGUN_TAKING: readonly string[] = (
  "put me on|started me on|placed me on|has me on|have me on|got me on|keeps me on|started taking|began taking|started using|went back on|gone back on|i'm back on|am back on|been put on|was put on|got put on|" +
  "just started|recently started|started back on"
).split("|");
