import type {
  CommitmentCue,
  CommitmentData,
  ConditionMarker,
  CueFrame,
  PronounKind,
} from "../../commitments/commitment-data.ts";
import { readCommissiveModel } from "../../commitments/commissive-model.ts";
import { englishSpeakers } from "./speakers.ts";

/**
 * Cue words of commitments: strength, polarity, what may follow, and the words in every form. The table in
 * docs/commitments.md is checked against this list.
 */
export const COMMITMENT_CUES: readonly (readonly [
  strength: "will" | "plan" | "may",
  polarity: "do" | "not",
  frames: readonly CueFrame[],
  words: string,
])[] = [
  ["will", "do", ["modal"], "will 'll wo shall would 'd"],
  ["may", "do", ["modal"], "could may might"],
  ["will", "do", [], "assure assures assured assuring assurance assurances"],
  [
    "will",
    "do",
    ["to", "object"],
    "vow vows vowed vowing pledge pledges pledged pledging promise promises promised promising " +
      "swear swears swore sworn guarantee guarantees guaranteed guaranteeing",
  ],
  ["will", "do", ["to", "ing"], "commit commits committed committing commitment commitments"],
  [
    "will",
    "do",
    ["to"],
    "agree agrees agreed agreeing undertake undertakes undertook undertaking threaten threatens threatened threatening " +
      "threat threats resolve resolved decide decides decided decision decisions determined bound obliged obligated",
  ],
  [
    "plan",
    "do",
    ["to"],
    "intend intends intended intending intention intentions intent aim aims aimed aiming going gonna mean means " +
      "expected expects set due scheduled slated poised prepare prepares preparing want wants wanted wanting " +
      "seek seeks sought seeking hope hopes hoped hoping looking about",
  ],
  [
    "plan",
    "do",
    ["to", "ing", "object"],
    "plan plans planned planning propose proposes proposed proposing proposal proposals",
  ],
  ["plan", "do", ["ing"], "calling called calls call approve approves approved approving"],
  [
    "may",
    "do",
    ["to", "ing"],
    "consider considers considered considering weigh weighs weighed weighing mull mulls mulled mulling " +
      "contemplate contemplates contemplated contemplating discuss discusses discussed discussing discussions talks " +
      "explore explores exploring thinking open openness",
  ],
  [
    "may",
    "do",
    ["to"],
    "ready readiness willing willingness prepared inclined like eager happy glad offer offers offered offering able support",
  ],
  [
    "will",
    "not",
    ["to"],
    "refuse refuses refused refusing refusal decline declines declined declining reject rejects rejected rejecting",
  ],
  ["will", "not", ["ing", "object"], "rule ruled rules ruling"],
];

const MARKERS: readonly (readonly [opens: ConditionMarker["opens"], markers: string])[] = [
  [
    "clause",
    "if|unless|once|as long as|so long as|provided that|provided|providing that|assuming that|assuming|as soon as|" +
      "on condition that|on the condition that|in the event that|until|only when|only after|contingent on|" +
      "contingent upon|conditional on|conditional upon|depending on|dependent on|conditioned on|" +
      "upon the condition that|with the proviso that|on the understanding that|in case|except if|if and when|when and if",
  ],
  [
    "phrase",
    "pending|awaiting|subject to|in exchange for|in return for|in the event of|in case of|barring|only with|only under",
  ],
  ["event", "after|following|upon|before|without"],
];

const words = (text: string): ReadonlySet<string> => new Set(text.split(" "));

/** Groups phrases by their first word, the longest first, so that a text is asked once a word. */
function byFirstWord<T>(
  phrases: readonly T[],
  wordsOf: (phrase: T) => readonly string[],
): ReadonlyMap<string, readonly T[]> {
  const sorted = phrases.toSorted((a, b) => wordsOf(b).length - wordsOf(a).length);
  return Map.groupBy(sorted, (phrase) => wordsOf(phrase)[0] ?? "");
}

const PRONOUNS: readonly (readonly [PronounKind, string])[] = [
  ["I", "i me my myself mine"],
  ["we", "we us our ourselves ours"],
  ["he", "he him his himself"],
  ["she", "she her hers herself"],
  ["it", "it its itself"],
  ["they", "they them their themselves theirs"],
  ["you", "you your yourself"],
  ["none", "there this that who which what these those whoever nobody nothing everything anything something"],
];

/** English for the commitment stage. `model` is what `models/en/commitments.bin` holds, or undefined before it is trained. */
export function englishCommitments(model: Uint8Array | undefined): CommitmentData {
  return { ...DATA, model: model === undefined ? null : readCommissiveModel(model) };
}

const DATA: Omit<CommitmentData, "model"> = {
  cues: new Map(
    COMMITMENT_CUES.flatMap(([strength, polarity, frames, list]) =>
      list.split(" ").map((word): [string, CommitmentCue] => [word, { strength, polarity, frames }]),
    ),
  ),
  promisedTo: words("promised pledged guaranteed offered assured sworn"),
  rareCues: words("support"),
  negations: words("not n't never no neither nor without"),
  conditionMarkers: byFirstWord(
    MARKERS.flatMap(([opens, list]) =>
      list.split("|").map((marker): ConditionMarker => ({ words: marker.split(" "), opens })),
    ),
    (marker) => marker.words,
  ),
  askers: words(
    "ask asks asked asking know knows knew see seeing sees saw wonder wonders wondered wondering tell told " +
      "decide decided deciding question questions questioned questioning matter matters care determine find sure unsure " +
      "unclear clear doubt check as even what surprised surprise whether test determine",
  ),
  notActs: words(
    "win lose know think see believe feel seem appear become need have like love hate happen mean cost find understand " +
      "want wish remember forget die suffer fail succeed realize hear notice depend exist occur benefit result cause " +
      "agree prove lead prevail think rise fall grow come",
  ),
  accusing: words(
    "ruin wreck harm hurt damage devastate bankrupt endanger undermine cripple jeopardize jeopardise betray last suffice",
  ),
  vagueActs: words(
    "improve support work help strengthen address continue protect promote ensure encourage focus tackle try consider " +
      "make do be stand keep look fight go get take seek push urge care enhance boost foster develop pursue honor honour respect",
  ),
  actsOnOthers: words("seek push urge try negotiate lobby persuade convince ask press encourage call request pressure"),
  facilities: words(
    "school schools college colleges university hospital hospitals station stations church mission club website office offices market markets site",
  ),
  formulas: words(
    "emphasize emphasise stress note add thank mention remind congratulate highlight underline underscore recall reiterate repeat reaffirm",
  ),
  manners: words("how"),
  believing: words(
    "conviction confidence sure confident convinced certain believe believes believed hope hopes hoped hopeful think thinks thought",
  ),
  hoping: words("conviction sure confident certain convinced hope hopes hoped hopeful predict predicts predicted"),
  chances: words("opportunity opportunities chance chances"),
  choosing: words("vote oppose fight resist"),
  happening: words("open close begin start end last remain stay run resume reopen continue come go take happen air"),
  things: words(
    "borders rivers orders numbers powers papers towers corridors waters doors floors shelters computers letters matters layers " +
      "tankers markers sensors harbors quarters centers trailers generators reactors tractors transformers dinners posters rumors " +
      "errors mirrors factors sectors vectors fees trees committees guarantees",
  ),
  refusable: words(
    "accept agree allow let permit tolerate sign give surrender cede concede yield compromise exchange trade sell leave abandon betray desert " +
      "recognize recognise negotiate retreat withdraw submit disclose reveal join attend hand pay release cooperate bargain",
  ),
  receiving: words("receive get qualify gain benefit enjoy"),
  entitled: words("eligible entitled exempt allowed able"),
  instruments: words(
    "plan plans proposal proposals policy policies bill legislation law program programme package budget ad ads advertisement " +
      "agenda platform blueprint reform reforms order measure measures deal agreement initiative money funding fund benefit " +
      "credit relief cut cuts rate plan's",
  ),
  scheduled: words(
    "election elections debate debates convention inauguration meeting summit summer winter spring fall autumn primary primaries " +
      "caucus caucuses vote term season holiday holidays weekend christmas easter day night morning week month year years days weeks " +
      "months hours minutes campaign tuesday wednesday thursday friday saturday sunday monday conference speech talks negotiations ceremony visit trial hearing exam anniversary deadline",
  ),
  dated: words(
    "election elections convention inauguration summit summer winter spring fall autumn primary primaries vote term holiday holidays " +
      "weekend christmas easter night morning week month year season anniversary deadline",
  ),
  awaited: words(
    "war ceasefire cease-fire truce armistice peace victory end hostilities fighting approval ratification agreement deal treaty signing " +
      "request invitation decision ruling verdict audit review investigation inquiry completion conclusion restoration liberation " +
      "withdrawal return consultations settlement election-win confirmation permission consent resolution recovery",
  ),
  pronouns: new Map(
    PRONOUNS.flatMap(([kind, list]) => list.split(" ").map((word): [string, PronounKind] => [word, kind])),
  ),
  spokespeople: words(
    "spokesman spokeswoman spokesperson spokespeople aide aides adviser advisers advisor advisors strategist surrogate press communications campaign",
  ),
  belonging: words(
    "manager attorney attorneys lawyer lawyers daughter son wife husband brother sister source sources official officials ally allies friend chief",
  ),
  owners: words("s his her their for to"),
  multiples: words("double triple quadruple halve half twice doubling tripling"),
  giving: words(
    "give provide offer send grant lend supply deliver pay hand allow guarantee help protect support assist",
  ),
  written: words("written writing documented"),
  signed: words("sign signed signs signing signature"),
  spoken: words("said say says told tell tells promised vowed pledged added stated speaking speech announced assured"),
  actors: words(
    "president minister government administration campaign party parties company companies officials official leaders leader senators senator " +
      "lawmakers members member council committee commission court agency department ministry country countries nation states state union " +
      "alliance team board bank police troops forces army candidate candidates democrats republicans supporters voters workers teachers group " +
      "groups organization organisation association network aides advisers allies mayor governor secretary spokesman authorities partners side " +
      "parties delegation house senate congress parliament union people network firm city chairman director coalition others donors " +
      "guard guards crew crews town towns village villages municipality municipalities region regions province provinces district districts " +
      "provider providers clan tribe tribes gang gangs rebels insurgents settlers medics staff corps squad unit units brigade battalion fleet navy " +
      "peacekeepers observers monitors inspectors envoys mediators clergy church congregation family household households",
  ),
  timePhrases: byFirstWord(
    "on day one|from day one|as soon as possible|at this time|as quickly as possible|at the earliest opportunity|at any time|at any moment|anytime soon|any time soon|in due course|once a week|once a month|once a year|every year|every month|every week|soon|immediately|tonight|shortly|promptly"
      .split("|")
      .map((phrase) => phrase.split(" ")),
    (phrase) => phrase,
  ),
  speakers: englishSpeakers,
};
