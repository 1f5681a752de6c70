import { countries } from "../languages/en/countries.ts";

/**
 * Words that name one thing or act in news of politics, one line a sense. They bring statements on one subject together that use
 * other words ("deploy instructors", "send troops to train"); whether they say the same is for the comparison and a person.
 */
const SENSES = `
send deploy dispatch station
train instruct teach instructor trainer training
troop soldier army military force forces personnel serviceman servicemen
ceasefire truce armistice
war conflict fighting hostility invasion
weapon arms armament ammunition missile
aid assistance help support assist
guarantee assurance safeguard
agreement treaty deal accord pact memorandum
sanction embargo
negotiate talks negotiation dialogue
peace settlement
build construct erect
rebuild reconstruct restore reconstruction restoration
home house housing flat apartment
raise increase hike
cut reduce lower slash reduction
ban prohibit outlaw
tax levy duty
vote ballot poll referendum
resign quit
buy purchase
sell sale
migrant refugee immigrant asylum
school education teacher pupil
hospital health doctor nurse
job work employment unemployment
wage salary pay
border frontier
member membership join accession
law bill legislation act
money fund funding budget
harbour port harbor
road motorway highway
rail railway train-line
gas oil fuel energy
attack strike assault
prisoner captive hostage
occupy occupation seize
release free liberate
`;

const senseOf: ReadonlyMap<string, string> = new Map(
  SENSES.trim()
    .split("\n")
    .flatMap((line) => {
      const words = line.split(" ");
      return words.flatMap((word) => [word, `${word}s`].map((form) => [form, words[0] ?? word] as const));
    }),
);

/** One form for a word and its like: the sense's first word, the country of a people, or the word without its ending. */
export function themeOf(word: string): string {
  const country = countries.get(word) ?? countries.get(word.replace(/s$/, ""));
  if (country !== undefined) return country;
  const known = senseOf.get(word);
  if (known !== undefined) return known;
  const stem = stemOf(word);
  return senseOf.get(stem) ?? senseOf.get(`${stem}e`) ?? stem;
}

/** Cuts English endings, roughly: "promised", "promises" and "promising" meet. */
export function stemOf(word: string): string {
  const bare = word.length > 4 ? word.replace(/(?:ings?|ed|es|s|ly|ments?|ions?)$/, "") : word;
  return bare.length >= 3 ? bare : word;
}
