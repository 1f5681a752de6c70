import type { AssertionData } from "../../attribution/assertion.ts";
import { cueActs } from "./cues.ts";
import { lemmatizer } from "./lemma.ts";

const list = (words: string): ReadonlySet<string> => new Set(words.trim().split(/\s+/));

const WITHHOLDING =
  list(`decline refuse fail avoid omit hesitate refrain resist neglect stop expect plan want hope intend prepare
  wait seek try attempt urge schedule set due likely unlikely able unable willing unwilling reluctant ready suppose about poise
  slate need ought wish aim agree threaten short prompt invite order instruct`);

/** Words that present words, beside those that training knows; nouns too, for cues such as "made clear", "gave an account". */
const ALSO_SPEAKING =
  list(`accord encourage estimate cite reference refer invoke rail credit label dub brand characterise
  characterize liken chant sing intimate posit preach ridicule chastise castigate deplore bemoan issue read voice sound
  indicate defend support oppose congratulate salute honour honor clear evidence clarification indication briefing conference
  announcement quip complaint case word warning view opinion point frustration satisfaction dissatisfaction
  rip paint bash trash rubbish disparage
  disappointment outrage anger gratitude thanks sorrow condolence opposition`);

/** With an object that is a thing, these name what was spoken of. */
const TOPICAL =
  list(`answer discuss debate talk speak comment describe explain detail outline address reflect respond react reply lecture
  interview touch focus communicate refer allude weigh narrate recount relay reference`);

/** With an object that is a thing or a person, these are as often acts. */
const AMBIGUOUS =
  list(`attack assault charge contend challenge recall reject dismiss press protest introduce release publish
  pitch counter offer slam contest support oppose defend write post tweet retweet blog draft type print author issue
  read sound credit honour honor salute identify maintain repeat sing signal instruct brief observe
  add volunteer threaten request swear refuse speculate compare return document sign-off`);

/** Objects that are words: "rejected the claim". */
const SAYINGS =
  list(`claim allegation accusation suggestion criticism assertion argument notion idea report proposal demand charge
  comparison statement speech comment remark condolence thanks apology case point opposition support congratulation concern
  doubt call warning view opinion promise vow pledge hope fear regret gratitude confidence rumour rumor theory
  characterisation characterization plan policy decision handling`);

/** English for telling what was said from what was done, thought or left unsaid. */
export const englishAssertion: AssertionData["assertion"] = {
  lemmaOf: lemmatizer({
    has: (word) =>
      cueActs.has(word) || [WITHHOLDING, ALSO_SPEAKING, TOPICAL, AMBIGUOUS, SAYINGS].some((words) => words.has(word)),
  }),
  negations: list("not n't never neither nor cannot"),
  limits: list("only just merely simply"),
  nobody: list("nobody none no neither few nothing"),
  withholding: WITHHOLDING,
  without: list("without than of from"),
  conditions: list("if unless whether lest until"),
  auxiliaries: list("do does did is are was were has have had will would can could should may might"),
  afterwards: list("later eventually subsequently often always sometimes go also then repeatedly"),
  denials: list("deny refute dispute disavow rebut contradict denial"),
  heard: list("tell ask inform warn advise notify urge remind assure brief order accuse instruct request invite"),
  rumoured: list(
    "say believe expect report allege think know rumour rumor estimate understand claim consider forecast predict",
  ),
  speaking: new Set([
    ...[...cueActs]
      .filter(([word, act]) => (act === "said" || act === "wrote") && word !== "refuse")
      .map(([word]) => word),
    ...ALSO_SPEAKING,
    "rule out",
    "ruling out",
  ]),
  committing: list("plan intend refuse aim undertake agree offer threaten"),
  topical: TOPICAL,
  answering: list("explain comment respond reply reflect react communicate relay"),
  about: list("about on of"),
  plain: list("say speak talk write tweet testify ask post blog inquire"),
  ambiguous: AMBIGUOUS,
  sayings: SAYINGS,
  finding: list("find conclude rule decide determine hold judge assess calculate"),
  showing: list("show put give"),
  findings:
    list(`poll survey study report data figures results research analysis statistics census audit review paper findings
    document record index number assessment test average transcript`),
  relatives: list("where what which who whom whose than"),
  questionWords: list("who whom whose which what when where why how whether"),
  predicating: list("describe refer speak"),
  complements: list("as for"),
  author: list("i we you"),
  others: list("he she they it you"),
  owners: list("my our your"),
  pictures: list("footage video videotape photo photograph picture image recording cctv"),
  citing: list("cite quote"),
  grounds: list(
    "source official group expert analyst witness person people spokesperson spokesman spokeswoman agency officer medium media",
  ),
  pleading: list("plead enter"),
  pleas: list("guilty contest plea pleas"),
  that: "that",
  to: "to",
};
