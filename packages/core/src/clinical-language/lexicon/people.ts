/**
 * Blood relatives as patients name them: the subjects of a family history
 * (HL7 v3 FamilyMember, https://terminology.hl7.org/ValueSet-v3-FamilyMember.html).
 */
export const RELATIVES: readonly string[] = (
  "mother|father|mom|mum|dad|mama|papa|parent|sister|brother|sibling|twin|grandmother|grandfather|grandma|grandpa|grandparent|" +
  "aunt|uncle|cousin|niece|nephew|son|daughter|child|children|grandson|granddaughter|grandchild|half sister|half brother|" +
  "maternal grandmother|maternal grandfather|paternal grandmother|paternal grandfather|maternal aunt|maternal uncle|" +
  "paternal aunt|paternal uncle|mother's side|father's side|mom's side|dad's side"
).split("|");

/** Everybody else a patient may speak of: what they have is nobody's history here. */
export const OTHER_PEOPLE: readonly string[] = (
  "wife|husband|spouse|partner|girlfriend|boyfriend|fiance|friend|buddy|neighbor|neighbour|coworker|co-worker|colleague|boss|" +
  "roommate|kid|kids|baby|stepmother|stepfather|stepson|stepdaughter|mother-in-law|father-in-law|mother in law|father in law|" +
  "sister-in-law|brother-in-law|sister in law|brother in law|in-laws|teammate|classmate|student|teacher|dog|cat|family|" +
  "somebody else|someone else|everyone|everybody|anybody|anyone|another patient|other patients|my patient|my patients|other people"
).split("|");
