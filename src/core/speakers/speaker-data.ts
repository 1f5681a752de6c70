import type { SpeakerKind } from "../statement.ts";

export type Gender = "male" | "female";

/** What the speaker stage must know of a language. All words in lower case, straight apostrophes. */
export interface SpeakerData {
  readonly pronouns: ReadonlyMap<string, Pronoun>;
  /** "Mr.", "Mrs.", "Sir": before a name, no office. */
  readonly honorifics: ReadonlyMap<string, Gender | null>;
  /** Nouns of office and occupation, with the gender they tell: "minister", "spokeswoman", "Sen." */
  readonly roleNouns: ReadonlyMap<string, Gender | null>;
  /** "Senators", "Presidents": titles of several names that follow. */
  readonly pluralTitles: ReadonlySet<string>;
  /** Nouns that tell whose somebody is and name no office: "brother", "rival". */
  readonly relationNouns: ReadonlySet<string>;
  /** Their plurals, and other words for several people: "officials", "voters", "critics". */
  readonly groupNouns: ReadonlySet<string>;
  /** Words for one person that name no office: "man", "source", "resident". */
  readonly personNouns: ReadonlySet<string>;
  /** Lower-case words that may stand between a determiner and a noun of office: "national security", "former". */
  readonly roleModifiers: ReadonlySet<string>;
  /** "poll", "report": they speak for themselves. */
  readonly documentNouns: ReadonlySet<string>;
  /** Those that a name makes a name of their own: "a Harbour Gazette poll". */
  readonly namedDocuments: ReadonlySet<string>;
  /** "statement", "letter": their author speaks. */
  readonly wordsNouns: ReadonlySet<string>;
  /** "government", "company", "court": bodies. */
  readonly bodyNouns: ReadonlySet<string>;
  /** Words that show a name to be a body's: "Party", "University", "Times". */
  readonly bodyNames: ReadonlySet<string>;
  readonly knownBodies: ReadonlySet<string>;
  /** Words that stand alone, with a capital, for the one body that has them in its name: "the Department". */
  readonly sharedNames: ReadonlySet<string>;
  /** Nouns for lands and places that govern: "city". */
  readonly placeNouns: ReadonlySet<string>;
  /** Nouns that stand behind a body's name only to say what it is: "agency", "newspaper". */
  readonly bodyKinds: ReadonlySet<string>;
  /** Nouns for a newspaper that are as well ones for a document: "paper". */
  readonly papers: ReadonlySet<string>;
  /** Words that end the name of a newspaper: "Herald". */
  readonly pressNames: ReadonlySet<string>;
  /** Words of a body's name that a number may follow: "Channel 12". */
  readonly numbered: ReadonlySet<string>;
  readonly firstNames: ReadonlyMap<string, Gender>;
  readonly countries: ReadonlyMap<string, string>;
  readonly placeNames: ReadonlySet<string>;
  /** Top domains of countries: "ua" to the key of `countries`. */
  readonly countryCodes: ReadonlyMap<string, string>;
  /** Parts of the addresses at which an office publishes, with what its holder leads: "president" in president.gov.ua. */
  readonly houseSites: ReadonlyMap<string, "state" | "government">;
  readonly nationalities: ReadonlySet<string>;
  /** "von", "de", "bin": within a name, lower case. */
  readonly particles: ReadonlySet<string>;
  /** "of", "for", "and": within the name of a body or the title of an office. */
  readonly joiners: ReadonlySet<string>;
  readonly suffixes: ReadonlySet<string>;
  readonly determiners: ReadonlySet<string>;
  readonly possessives: ReadonlyMap<string, Gender | null>;
  readonly prepositions: ReadonlySet<string>;
  /** Words that begin sentences and no name: "however", "when", "according". */
  readonly functionWords: ReadonlySet<string>;
  /** Words that point at no particular people: "some", "many", "most". */
  readonly quantifiers: ReadonlySet<string>;
  readonly calendarWords: ReadonlySet<string>;
  /** What "the leader", "the lawmaker", "the candidate" may refer back to. */
  readonly roleKinds: ReadonlyMap<string, ReadonlySet<string>>;
  readonly sayingVerbs: ReadonlySet<string>;
  /** "was", "were", "been" */
  readonly passiveAuxiliaries: ReadonlySet<string>;
  /** Participles whose subject hears and does not speak: "was told", "were asked". */
  readonly passiveTelling: ReadonlySet<string>;
  readonly circumstances: CircumstanceData;
  readonly own: OwnWordsData;
}

export interface Pronoun {
  readonly kind: "third" | "neuter" | "plural" | "first" | "second" | "relative" | "indefinite";
  readonly gender: Gender | null;
}

/** Words of occasions and addressees. */
export interface CircumstanceData {
  /** "briefing", "interview", "rally", "speech": an act of speech in public. */
  readonly occasions: ReadonlySet<string>;
  /** "post", "tweet", "statement": where something was written. */
  readonly writings: ReadonlySet<string>;
  /** "Twitter", "Telegram", "Truth Social" by their first word. */
  readonly networks: ReadonlySet<string>;
  readonly occasionPrepositions: ReadonlySet<string>;
  /** Past and present forms of verbs that take an addressee: "told", "tells". */
  readonly tellingVerbs: ReadonlySet<string>;
  readonly speakingVerbs: ReadonlySet<string>;
  readonly addresseeNouns: ReadonlySet<string>;
}

/** What shows that a document is one person's own words, and which of its sentences take a position. */
export interface OwnWordsData {
  readonly titles: ReadonlySet<string>;
  readonly firstPerson: ReadonlySet<string>;
  /** Verbs and modals that commit, refuse or demand. */
  readonly commits: ReadonlySet<string>;
  /** Those that take a position. */
  readonly positions: ReadonlySet<string>;
  readonly conditions: ReadonlySet<string>;
  /** Words of greeting and thanks, which open sentences that take no position. */
  readonly thanks: ReadonlySet<string>;
  /** What stands for a name before the colon of a turn: "Question". */
  readonly unnamedTurns: ReadonlySet<string>;
  /** What "I" and "we" take a stand by in the present: "need", "demand", "continue". */
  readonly stands: ReadonlySet<string>;
  /** What is done by saying it, or goes on: "am opening", "are preparing". */
  readonly doing: ReadonlySet<string>;
  /** What it is a stand not to do: "do not recognise". */
  readonly refusable: ReadonlySet<string>;
  /** What only leads in: "want to thank", "need to say". */
  readonly leadsIn: ReadonlySet<string>;
}

export type { SpeakerKind };
