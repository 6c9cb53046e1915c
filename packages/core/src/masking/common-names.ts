/**
 * Names that are everyday words as well: they are masked only where they are written as a name, or a drug that "may help"
 * would lose its "may". From the frequent names of the US census (https://www.census.gov/topics/population/genealogy.html)
 * that stand in an English dictionary.
 */
export const NAMES_THAT_ARE_WORDS: ReadonlySet<string> = new Set(
  (
    "may will mark rose grace hope faith joy june april august summer dawn eve ivy lily daisy violet iris olive ruby pearl amber jade crystal " +
    "art bill bob chase chance chip chuck cliff dale dean drew earl frank gene grant guy hank harry jack jay jean jimmy joe john josh ken lane lance " +
    "lee major max miles nick pat peter ray rich rob robin rod rusty sandy skip sonny stone sue tad ted terry van victor wade ward " +
    "young old long short black white brown green gray grey king price cook baker butler carter hunter mason miller page parker porter potter " +
    "rice reed rivers woods wood hill hall lake field fields best bright day moore case cross curry banks barber bell berry bird bond bush " +
    "cash church coffee cotton duke english fish ford fox french frost german good golden greene hand hart head heart holiday house hunt " +
    "knight lamb law little love lynch marsh may mills moody moon nail park pace pain patient payne penny pool pope power powers provider " +
    "quick rush salt savage shields sharp small snow sparks spears stark steel strong sweet swift temple town wells west winter wise worth example"
  ).split(" "),
);
