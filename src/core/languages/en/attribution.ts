import type { AttributionData } from "../../attribution/attribute.ts";
import { factReader, type WordData } from "../../attribution/facts.ts";
import { readAttributionModel } from "../../attribution/model.ts";
import { lowerHash, lowerHashes } from "../../text/words.ts";
import { englishAssertion } from "./assertion.ts";
import { cueActs, sayingVerbs } from "./cues.ts";
import { lemmatizer } from "./lemma.ts";

/** Offices, titles and bodies that any country has: capitalised or not, they tell a source by what they mean. */
const ROLE_WORDS = `president vice prime minister chancellor king queen prince princess premier senator sen. sen governor gov. gov
  representative rep. rep congressman congresswoman mayor secretary ambassador general gen. colonel judge justice attorney
  chairman chairwoman chair chief director commissioner spokesman spokeswoman spokesperson leader candidate mr. mrs. ms. dr.
  mr mrs ms dr professor prof. sir lord lady pope bishop rabbi imam officer official analyst expert democrat republican
  democrats republicans democratic conservative liberal labour party campaign house senate congress parliament assembly
  council cabinet government ministry department office agency bureau committee commission court police army navy state
  white supreme federal national central bank union league association institute university foundation center centre
  company corporation group press news times post journal statement report poll survey study`;

/** What the facts must know of English. */
export const englishWords: WordData = {
  lemmaOf: lemmatizer(cueActs),
  sayingVerbs,
  acts: cueActs,
  roleWords: new Set(ROLE_WORDS.split(/\s+/)),
};

/** English for the attribution stage. `model` is what `models/en/attribution.bin` holds, or undefined before it is trained. */
export function englishAttribution(model: Uint8Array | undefined): AttributionData {
  return {
    ...englishWords,
    model: model && readAttributionModel(model),
    readFacts: factReader(englishWords),
    assertion: englishAssertion,
    confirming: [lowerHash("this"), lowerHash("was"), lowerHash("by")],
    according: [lowerHash("according"), lowerHash("to")],
    repairs: {
      addressing: new Set(["tell", "inform", "assure", "remind", "notify"]),
      grounding: new Set(["citing"]),
      that: "that",
      as: "as",
      participle: /ing$/,
      saying: new Set(["saying", "stating", "telling", "writing"]),
    },
    sourceEnds: {
      relatives: new Set(["who", "whom", "whose", "which", "that", "where", "when", "what"]),
      reflexives: new Set(["itself", "himself", "herself", "themselves"]),
      times: new Set(TIMES.split(" ")),
      afters: new Set(["later", "earlier", "ago", "afterwards", "yesterday", "today"]),
      occasions: new Set(OCCASIONS.split(" ")),
      of: "of",
    },
    connectives: lowerHashes(CONNECTIVES.split(" ")),
    contrasts: lowerHashes(["while", "whereas", "though", "although"]),
  };
}

/** What a time may end in that parts a subject from its verb. */
const TIMES =
  "january february march april june july august september october november december monday tuesday wednesday thursday friday saturday sunday day week weekend month year morning afternoon evening night";

const OCCASIONS =
  "statement interview email e-mail post tweet speech letter briefing conference call message remarks report memo";

const CONNECTIVES =
  "however but yet and still also this that these those they it he she there such then instead moreover furthermore additionally nevertheless otherwise";
