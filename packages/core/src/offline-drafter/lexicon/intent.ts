/** Words by which a clinician commits to something; the plan holds nothing that was said without one of them. */
export const INTENTS: readonly string[] = (
  "i want|i wan na|i wanna|i'd like|i would like|i'd also like|i also want|i also wan na|i do want|i do wan na|i'm going to|i'm gon na|i'm gonna|i am going to|i am gon na|" +
  "i'm also going to|i'm also gon na|i'm just going to|i'm just gon na|we're going to|we're gon na|we're gonna|we are going to|we are gon na|we're also going to|we're also gon na|we'll|we will|i'll|i will|let's|let us|lets|" +
  "let me|go ahead|i recommend|i would recommend|i'd recommend|we want|we wan na|we'd like|we would like|i need you|please|you should|you need to|" +
  "you'll need|you're going to|you're gon na|dragon|continue|keep taking|i have ordered|i've ordered|follow up with|follow up in|follow up as|i'm ordering|i'm prescribing|i'm referring|i'm starting|" +
  "i'm increasing|i'm decreasing|i'm stopping|my recommendation is|the plan is|i am ordering|i am prescribing|i am referring|i am starting"
).split("|");

/**
 * What is done with a drug, by the word that says it, as the status of the planned drug; the record's fold reads these
 * words (`private.record_synonyms`, kind `medication_status`). Words about taking a drug count only after an intent.
 */
export const DRUG_ACTIONS: ReadonlyMap<string, string> = new Map(
  [
    ["started", "start starting begin prescribe prescribing add order ordering give put take taking use using try"],
    ["continued", "continue continuing keep refill"],
    ["restarted", "resume restart"],
    ["increased", "increase increasing raise double"],
    ["decreased", "decrease decreasing reduce lower taper wean"],
    ["stopped", "stop stopping discontinue"],
    ["held", "hold"],
    ["changed", "switch switching change"],
  ].flatMap(([status = "", words = ""]) => words.split(" ").map((word) => [word, status] as const)),
);

/** Actions after which a drug is neither plainly started nor plainly continued: only the clinician can say what was meant. */
export const UNDECIDED_ACTIONS: ReadonlySet<string> = new Set("try switch switching change".split(" "));
