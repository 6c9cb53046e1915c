/**
 * Words that decide what is said of a finding: whether it is there, whose it is, when, and whether it is real at all.
 * After NegEx (Chapman et al. 2001, https://doi.org/10.1006/jbin.2001.1029) and ConText (Harkema et al. 2009,
 * https://doi.org/10.1016/j.jbi.2009.05.002), with the forms of spoken encounters added. Every list is general: no word
 * stands here because of one recording.
 */
const words = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const phrases = (list: string): readonly string[] => list.split("|").map((phrase) => phrase.trim());

/** Words that deny what follows them, besides every `…n't` that is no inability. */
export const NEGATORS = words(`
  no not never without denies deny denied denying nor neither none negative absent dont doesnt didnt havent hasnt isnt
  wasnt n't zero ain't aint`);

/** "I can't shake this pain" does not deny the pain: an inability, a refusal or a wish is no denial of what follows. */
export const INABILITIES = words("can't cannot couldn't won't wouldn't shouldn't cant couldnt wont wouldnt shouldnt");

/** Phrases with a negator in them that deny nothing; their words are passed over. */
export const FALSE_NEGATIONS = phrases(`no change|not only|not just|no doubt|no wonder|no matter|not sure|not certain|
  no question|no problem|no idea|no relief|not getting better|not any better|no better|not improving|not improved|
  not going away|not gone|hasn't gone|hasn't gone away|won't go away|doesn't go away|never goes away|hasn't improved|
  hasn't helped|doesn't help|didn't help|not helping|don't know|do n't know|didn't know|not well|not feeling well|
  not right|not normal|no longer able|not able to|no pun|why not|not a good|don't get me wrong|
  not to mention|no joke|without warning|without any warning|for no reason|no reason|no apparent reason|out of nowhere`);

/** Words a denial does not reach across: a new subject, a turn, a cause, a verb that takes the finding as given. */
export const DENIAL_BLOCKERS = words(`
  but however although though except besides because since so then now yet still only instead otherwise
  i i'm i've i'd i'll he she it it's they we you're you've there's that's my his your our their
  like help helped stop stopped shake stand understand remember care mind work sleep slept eat walk treat
  improve relieve ease touch explain cause causes know believe think wait ignore blame due started starts woke`);

/** Subjects and verbs a denial of belief reaches across: "I don't think I have", "it's not that I feel". */
export const DISBELIEFS = words("think believe say feel recall notice remember want need");

/** Words after which a second negation undoes the first: "can't deny", "not without", "never without". */
export const UNDOABLE = words("without deny denies denying denied");

/** What right after a finding denies it: "chest pain, no", "fever was negative", "chest pain is denied". */
export const LATER_DENIALS =
  phrases(`no|none|nope|negative|is negative|was negative|denied|is denied|was denied|absent|is absent|
  not present|is not present|not really|not at all|ruled out|was ruled out|has been ruled out|is ruled out|not there|isn't there|none at all`);

/** What takes a sentence out of reality: conditions, warnings, risks, prevention, general talk. */
export const HYPOTHETICALS =
  phrases(`if|in case|in the event|should you|should your|should that|should it|when you get|whenever you|
  watch for|watch out for|look out for|keep an eye out|call us for|call me for|call for|return for|come back for|come in for|go to the er for|
  go to the emergency room for|emergency room for|emergency department for|er for|call 911 for|seek care for|let me know about|
  risk of|risk for|at risk|risks of|risks include|lead to|leads to|can cause|could cause|may cause|might cause|causes|can lead|side effect|side effects|
  sign of|signs of|signs include|symptoms of|symptoms include|warning signs|red flags|red flag|such as|for example|for instance|
  prevent|prevents|preventing|prevention|avoid|avoids|to rule out|rule out|screen for|screening for|check for|checking for|looking for|look for|test for|
  worried about|worry about|worrying about|afraid of|scared of|scared about|fear of|afraid i'll|afraid i'd|scared i'd|scared i'll|worried i'd|worried i'll|afraid i might|concerned about|unless|until|so you don't|so that you don't|so i don't|would be|would mean|
  could be|could get|could have|could develop|may get|may have|may develop|might get|might develop|you can get|you can have|you might have|you may have|
  can happen|people with|patients with|people who|patients who|someone with|anyone with|some people|anyone who|read about|heard about|
  saw on tv|the commercial|imagine|let's say|pretend|hypothetically|what happens when|brochure|handout|pamphlet|video about|article about|learned about|class on|training on|movie|the show|documentary|dreamed|dreamt|dream about|nightmare about`);

/** A condition in the patient's own words: "when I climb", "if I run" says when a finding comes, and so that it does. */
export const OWN_CONDITIONS = words("if when whenever unless");

/** Doubt of the speaker; the finding may be there all the same. */
export const DOUBTS =
  phrases(`maybe|perhaps|possibly|possible|probably|probable|likely|might|may be|could be|suspect|suspected|suspicion|suspicious for|
  concern for|concerning for|consider|considering|question of|rule out|versus|vs|differential|not sure|unsure|wonder|wondering|i think|don't think|
  do n't think|unlikely|doubt|appears to be|seems to be|looks like|sounds like|consistent with`);

/** What before a finding puts it into a past that is over. */
export const PASTS_BEFORE =
  phrases(`used to|history of|previously had|as a child|as a kid|as a teenager|when i was a|when i was young|
  when i was little|when i was younger|when i was in high school|when i was in college|when i was pregnant|back in|back when|years ago|
  in my twenties|in my thirties|in my forties|in high school|in college|growing up|in the past|past medical history|once had`);

/** What after a finding puts it into a past that is over; "for years" and "since last year" do not. */
export const PASTS_AFTER =
  phrases(`years ago|year ago|months ago|month ago|decades ago|decade ago|ages ago|long time ago|last year|as a child|as a kid|
  as a teenager|when i was a|when i was young|when i was little|when i was younger|when i was in high school|when i was in college|
  when i was pregnant|in my twenties|in my thirties|in my forties|in high school|in college|in the past|resolved|cleared up|but that's gone now|
  that has gone away|that went away years ago`);

/** Words of the patient's own person: the nearest subject before a finding says whose it is. */
export const OWN_SUBJECTS = words(`i i'm i've i'd i'll me my mine myself we we're we've our us`);

/** The patient as the clinician addresses them. */
export const ADDRESSED_SUBJECTS = words(`you you're you've you'd you'll your yours yourself patient patient's`);

/** Third persons: somebody else once anybody else was named, and in a clinician's dictation the patient. */
export const THIRD_PERSONS = words("he he's she she's his her hers him they they're their them");

/** What after a finding says it is another's: "stroke in my father", "chest pain runs in the family". */
export const LATER_OTHERS =
  phrases(`runs in the family|runs in my family|in the family|in my family|on my mother's side|on my father's side|
  on my mom's side|on my dad's side|that my|my mother had|my father had|my mom had|my dad had`);
