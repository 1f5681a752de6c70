import { feature } from "../learning/feature-hash.ts";
import { lowerHash } from "../text/words.ts";
import type { Statement } from "../statement.ts";
import type { Act } from "./act.ts";
import type { Candidate } from "./candidate.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { calibrated, type CommissiveWeights, logOddsOf } from "./commissive-model.ts";
import type { ConditionSpan } from "./condition-spans.ts";
import { isDoubtful } from "./doubtful.ts";
import type { Window } from "./window.ts";
import type { TokenRange, Words } from "./words.ts";
import { isNoun, isPunctuation, sentenceEnd, sentenceStart } from "./words.ts";

/**
 * How sure it is that a candidate presents somebody as bound, planning, offering or refusing to act: the share of those that labels call a commitment, of all
 * with these odds. Null where it is none, or too unlikely to be told.
 */
export function commissiveConfidence(candidate: Candidate): number | null {
  const { model } = candidate.data;
  if (model === null || isRuled(candidate)) return byRule(candidate) ? RULED : null;
  if (isRefused(candidate)) return null;
  const part = candidate.statement.kind === "own" ? model.own : model.reported;
  const odds = commissiveOdds(candidate, part) + bonusOf(candidate);
  const isRefusal = refuses(candidate);
  const bonus = isRefusal ? REFUSED : gives(candidate) ? GIVEN : 0;
  // a refusal in so many words is told even where the model passes it over
  if (odds + (isRefusal ? REFUSED : 0) < part.threshold) return null;
  const confidence = calibrated(model.calibration, odds + bonus);
  return isDoubtful(candidate) ? Math.min(confidence, DOUBTED) : confidence;
}

/** At most so sure is a candidate in a form that is too often none: a judgement, below the default. */
const DOUBTED = 0.4;

/** What rules say is a commitment: a judgement, for labels have one such candidate. */
const RULED = 0.6;

/** Too rare to be learned, so that rules decide. */
function isRuled({ act, conditions, data }: Candidate): boolean {
  return act.frame === "gerund" || (data.rareCues.has(act.cue) && conditions.length > 0);
}

/** Forms that are none, whatever their odds. */
function isRefused(candidate: Candidate): boolean {
  return accuses(candidate) || isNoAct(candidate);
}

/** The odds decide on it. */
export function isWeighed(candidate: Candidate): boolean {
  return !isRuled(candidate) && !isRefused(candidate);
}

/** What is added to a candidate's log odds. */
export function bonusOf({ conditions }: Candidate): number {
  return conditions.length > 0 ? CONDITIONED : 0;
}

/** What an act waits for speaks for its being an act that somebody means to do. In log odds; chosen on PolNeAR dev and half of our own labels. */
const CONDITIONED = 0.6;

/** A refusal in so many words ("we will never give up the coast") is one, though those whom the model learned from seldom refused. In log odds, by judgement on press releases, as the next. */
const REFUSED = 1.5;

/** "We will not sign", "Kestria would never give up its coast": an act that one can refuse, and somebody who refuses it. */
function refuses({ words, act, subject, data }: Candidate): boolean {
  if (act.polarity !== "not" || act.passive || words.tag[act.cueStart] !== "MD" || act.negation < 0) return false;
  // "make no concession"
  const yields = words.lower.slice(act.verb + 1, act.verb + 4).some((word) => /^(concession|compromise)s?$/.test(word));
  if ((!data.refusable.has(words.lower[act.verb] ?? "") && !yields) || subject === undefined) return false;
  const head = words.lower[subject.end - 1] ?? "";
  const kind = data.pronouns.get(head);
  if (kind !== undefined) return kind !== "you" && kind !== "none" && kind !== "they";
  return (words.analysis.tokens.name[subject.end - 1] ?? 0) > 0 || data.actors.has(head);
}

/** That a country or body will give is said where it is settled. */
const GIVEN = 0.7;

/** "Veldania would provide shelter", "the Union will continue to send aid", "assured that they would help". */
function gives({ words, window, act, subject, data }: Candidate): boolean {
  if (
    act.polarity === "not" ||
    act.passive ||
    act.frame !== "modal" ||
    act.strength !== "will" ||
    subject === undefined
  )
    return false;
  if (boundBy(words, window, data) === 1) return true;
  const verb = words.lower[act.verb] ?? "";
  const given = verb === "continue" && words.lower[act.verb + 1] === "to" ? (words.lower[act.verb + 2] ?? "") : verb;
  const head = words.lower[subject.end - 1] ?? "";
  const acts =
    data.actors.has(head) || ((words.analysis.tokens.name[subject.end - 1] ?? 0) > 0 && !data.pronouns.has(head));
  return acts && data.giving.has(given);
}

/** Log odds that the candidate is a commitment. */
export function commissiveOdds(candidate: Candidate, weights: CommissiveWeights): number {
  const room = new Int32Array(MOST_FEATURES);
  return logOddsOf(weights, room, commissiveFeatures(candidate, room));
}

/** "Brandt would ruin the harbour", said by somebody else, is an accusation; "it would take two weeks" is a reckoning. */
function accuses({ words, statement, act, subject, data }: Candidate): boolean {
  if (
    words.lower[act.verb] === "take" &&
    words.lower[(subject?.end ?? 0) - 1] === "it" &&
    words.tag[act.verb + 1] === "CD"
  )
    return true;
  if (!data.accusing.has(words.lower[act.verb] ?? "") || act.byStatement || act.passive || subject === undefined)
    return false;
  const kind = data.pronouns.get(words.lower[subject.end - 1] ?? "");
  return statement.kind !== "own" && kind !== "I" && kind !== "we";
}

/**
 * Forms that bind nobody, whatever the words in them are.
 *
 *     I would like to stress that nobody came.      Kestria will have every right to think so.
 *     They spoke about how to guarantee the wells.  We are sure that the answer will not be reached.
 *     It is drafted by the states which will later enter the circle.
 */
function isNoAct({ words, act, subject, statement, data }: Candidate): boolean {
  const { lower, tag } = words;
  const verb = lower[act.verb] ?? "";
  const last = (subject?.end ?? 0) - 1;
  const kind = data.pronouns.get(lower[last] ?? "");
  if (data.formulas.has(verb) && (kind === "I" || kind === "we")) return true;
  // "the sooner we act, the better": a law and no plan
  if (isCorrelative(words, act)) return true;
  if (!act.byStatement && (asks(words, act) || isAsked(words, act, subject, data))) return true;
  // "we will be able to hold it": foreseen; "we are able to send" offers
  if (tag[act.cueStart] === "MD" && lower[act.cueEnd - 1] === "to" && lower[act.cueEnd - 2] === "able") return true;
  // "we hope they will be able to", "I am confident that we will win": foreseen
  if (!act.byStatement && isHoped(words, act, subject, data)) return true;
  if (
    data.chances.has(lower.slice(act.verb + 1, act.verb + 4).find((word) => data.chances.has(word)) ?? "") &&
    verb === "have"
  )
    return true;
  // in one's own words even such forms promise: "a government that will build"
  if (statement.kind === "own") return false;
  if (verb === "have" && lower.slice(act.verb + 1, act.verb + 4).includes("right")) return true;
  if (data.manners.has(lower[act.cueStart - 1] ?? "") || data.manners.has(lower[act.cueStart - 2] ?? "")) return true;
  if (act.byStatement) return false;
  return /^W(?:DT|P)$/.test(tag[last] ?? "") || ((act.copular || act.passive) && isBelieved(words, act, data));
}

/** The clause that a "the sooner" opens, up to its comma. */
function isCorrelative(words: Words, act: Act): boolean {
  const { lower, tag } = words;
  let at = act.finite;
  for (const start = sentenceStart(words, act.finite); at > start && lower[at] !== ","; at -= 1)
    if (lower[at - 1] === "the" && (/^(?:JJR|RBR)$/.test(tag[at] ?? "") || lower[at] === "sooner")) return true;
  return false;
}

/** What it is or whether it is so is the question: "whether they will come", "this is how we will come to it". */
function isAsked({ lower, tag }: Words, act: Act, subject: TokenRange | undefined, data: CommitmentData): boolean {
  const i = (subject?.start ?? act.finite) - 1;
  if (lower[i] === "whether" || (lower[i] === "if" && data.askers.has(lower[i - 1] ?? ""))) return true;
  return tag[i] === "WRB" || (tag[i] === "WP" && lower[i] === "what");
}

/** Its clause is what somebody is sure of, or hopes for: "I hope (that) we will return". */
function isHoped({ lower, tag }: Words, act: Act, subject: TokenRange | undefined, data: CommitmentData): boolean {
  let i = (subject?.start ?? act.finite) - 1;
  while (
    i > 0 &&
    /^(?:IN|,|RB|RBR|TO|``|NN|NNS|DT|JJ|CD)$/.test(tag[i] ?? "") &&
    i > act.finite - 14 &&
    !data.hoping.has(lower[i] ?? "")
  )
    i -= 1;
  return data.hoping.has(lower[i] ?? "");
}

/** Somebody is said to be sure of it, or to hope it, before the clause of the act. */
function isBelieved({ lower, analysis }: Words, act: Act, data: CommitmentData): boolean {
  const start = analysis.sentences.start[analysis.tokens.sentence[act.finite] ?? 0] ?? 0;
  for (let i = act.finite - 1; i >= Math.max(start, act.finite - 14); i--)
    if (data.believing.has(lower[i] ?? "")) return true;
  return false;
}

/** What decides before a model is trained. */
function byRule({ words, act, subject, data }: Candidate): boolean {
  const verb = words.lower[act.verb] ?? "";
  if (act.frame === "bare") return false;
  if (act.frame === "gerund") return true;
  if (act.frame !== "object" && data.notActs.has(verb)) return false;
  if (act.copular || verb === "be") return act.passive && act.strength !== "may";
  const kind = subject === undefined ? undefined : data.pronouns.get(words.lower[subject.end - 1] ?? "");
  if (!act.byStatement && (kind === "you" || kind === "none")) return false;
  if (asks(words, act)) return false;
  if (sentenceStart(words, act.finite) === act.finite && act.frame === "modal") return false;
  return act.frame !== "modal" || act.strength !== "may";
}

function asks(words: Words, act: Act): boolean {
  const end = sentenceEnd(words, act.verb);
  for (let i = Math.max(act.verb, end - 3); i < end; i++) if (words.lower[i] === "?") return true;
  return false;
}

/** Bound on how many features one candidate has; documents of one's own words add one for each of their first words. */
export const MOST_FEATURES = 320;

/** Words of a sentence that are read as a bag, in documents of one's own words. */
const BAG = 60;

/** Writes the candidate's features and returns how many there are. */
export function commissiveFeatures(candidate: Candidate, into: Int32Array): number {
  const { words, statement, window, act, subject, conditions, place, data } = candidate;
  const { lower } = words.analysis.tokens;
  let count = 0;
  const add = (template: number, a: number, b = 0, c = 0): void => {
    if (count < into.length) into[count++] = feature(template, a, b, c);
  };
  const wordAt = (i: number): number => lower[i] ?? 0;
  const tagAt = (i: number): number => words.analysis.tokens.tag[i] ?? 99;
  const own = statement.kind === "own" ? 1 : 0;
  const frame = FRAMES.indexOf(act.frame);
  const cue = wordAt(act.cueStart);
  const verb = wordAt(act.verb);
  const who = subjectKind(words, subject, act, data);
  const kind = KINDS.indexOf(statement.kind);
  const strength = act.strength === "will" ? 0 : act.strength === "plan" ? 1 : 2;
  const verbClass = classOf(words.lower[act.verb] ?? "", data) + (act.copular ? 8 : 0) + (act.passive ? 16 : 0);

  add(0, own);
  add(1, cue, frame);
  add(2, frame, strength, own);
  add(3, cue, who);
  add(4, frame, who);
  add(5, verb);
  add(6, verb, who);
  add(7, verbClass, who);
  add(8, verbClass, frame);
  add(9, cue, verbClass);
  const giving = data.giving.has(words.lower[act.verb] ?? "") ? 1 : 0;
  add(62, giving, who);
  add(63, giving, frame, cue);
  if (act.cueEnd - act.cueStart > 1) add(10, wordAt(act.cueEnd - 1), wordAt(act.cueEnd - 2));
  for (const range of window.cue)
    for (let i = range.start; i < range.end && i < range.start + 8; i++) {
      add(11, wordAt(i));
      add(12, wordAt(i), cue);
      add(13, wordAt(i), act.byStatement ? 1 : 0);
    }
  if (window.cue.length === 0) add(11, 0);
  const bound = boundBy(words, window, data);
  add(48, bound, frame, who);
  add(49, bound, cue, frame);
  add(14, kind, cue);
  add(15, kind, frame, who);
  add(16, act.byStatement ? 1 : 0, frame);
  add(17, act.polarity === "not" ? 1 : 0, cue);
  add(18, act.polarity === "not" ? 1 : 0, verb);
  const first = conditions[0];
  const hypothetical = first === undefined ? 0 : past(words, first) ? 2 : 1;
  add(19, hypothetical, cue);
  add(20, hypothetical, own, who);
  if (asks(words, act)) {
    add(21, 1);
    add(21, cue);
  }
  // how the clause is introduced: "that", "whether", "how", a relative pronoun
  const clause = subject?.start ?? act.cueStart;
  const begins = sentenceStart(words, act.cueStart);
  add(22, clause <= begins ? 1 : wordAt(clause - 1));
  add(23, clause <= begins ? 99 : tagAt(clause - 1), cue);
  for (let i = Math.max(begins, clause - 4); i < clause; i++)
    if (/^(WP|WDT|WRB)$/.test(words.tag[i] ?? "") || /^(if|whether|that|because)$/.test(words.lower[i] ?? ""))
      add(24, wordAt(i), frame);
  if (subject !== undefined) {
    add(25, wordAt(subject.end - 1));
    add(26, wordAt(subject.end - 1), cue);
    add(27, tagAt(subject.end - 1), cue);
  }
  for (let i = act.cueStart + 1; i < act.verb && i < act.cueStart + 5; i++) add(28, wordAt(i));
  add(29, wordAt(act.cueStart - 1));
  add(30, wordAt(act.cueStart - 1), cue);
  add(31, wordAt(act.verb + 1), verb);
  add(32, wordAt(act.verb + 1));
  add(33, tagAt(act.verb + 1), tagAt(act.verb + 2), tagAt(act.verb));
  for (let i = act.verb + 1; i < act.end && i < act.verb + 6; i++) if (isNoun(words, i)) add(34, wordAt(i));
  const { quotation } = words.analysis.tokens;
  const quoted = (quotation[act.verb] ?? -1) >= 0 ? 1 : 0;
  add(35, quoted, cue);
  add(36, quoted, who, strength);
  add(37, speakerKind(statement), who, cue);
  add(38, Math.min(place, 2), frame);
  const opening = window.content[0];
  if (opening !== undefined) {
    add(39, wordAt(opening.start));
    add(40, wordAt(opening.start), frame);
    add(41, opening.start === act.cueStart ? 1 : opening.start === subject?.start ? 2 : 0, who);
  }
  const ruled = byRule(candidate) ? 1 : 0;
  add(45, ruled, frame);
  add(46, ruled, who, own);
  add(47, ruled);
  add(42, Math.min(4, Math.floor((act.end - act.start) / 4)), frame);
  if (hasAmount(words, act)) add(43, own, frame);
  if (own === 1) {
    add(44, verbClass, who, cue);
    const until = Math.min(sentenceEnd(words, act.verb), begins + BAG);
    for (let i = begins; i < until; i++) {
      if (isPunctuation(words, i)) continue;
      add(50, wordAt(i));
      add(51, wordAt(i), wordAt(i + 1));
    }
    const length = until - begins;
    add(55, Math.min(8, length >> 3));
    let amounts = 0;
    let past = 0;
    let futures = 0;
    for (let i = begins; i < until; i++) {
      const tag = words.tag[i];
      if (tag === "CD" || tag === "$") amounts++;
      if (tag === "VBD" || tag === "VBN") past++;
      if (tag === "MD") futures++;
    }
    add(56, Math.min(amounts, 3), frame);
    add(57, Math.min(past, 3), frame);
    add(58, Math.min(futures, 2), Math.min(past, 2));
    add(59, isPunctuation(words, begins) ? 1 : 0, frame, tagAt(begins + 1));
    add(60, words.tag[until - 1] === "." ? 1 : 0, frame);
    for (let i = begins; i < until; i++) {
      if (isPunctuation(words, i)) continue;
      const lower = words.lower[i] ?? "";
      if (lower.length > 5) add(61, lowerHash(lower.slice(0, 5)));
    }
    add(52, wordAt(begins), wordAt(begins + 1));
    add(53, tagAt(begins), tagAt(begins + 1), tagAt(begins + 2));
    add(54, tagAt(begins), wordAt(begins));
  }
  return count;
}

/** Whether the statement's own cue commits: "promised that they would" 1, "plans", "could" 2 and 3, "said" 0. */
function boundBy(words: Words, window: Window, data: CommitmentData): number {
  for (const range of window.cue)
    for (let i = range.start; i < range.end; i++) {
      const cue = data.cues.get(words.lower[i] ?? "");
      if (cue !== undefined && !cue.frames.includes("modal")) return 1 + ["will", "plan", "may"].indexOf(cue.strength);
    }
  return 0;
}

const FRAMES: readonly Act["frame"][] = ["modal", "to", "ing", "object", "title", "gerund", "bare"];
const KINDS: readonly Statement["kind"][] = ["direct", "mixed", "indirect", "own"];

/** Who is to act, as a class: 0 nobody, 1 to 8 pronouns, then names and nouns. */
function subjectKind(words: Words, subject: TokenRange | undefined, act: Act, data: CommitmentData): number {
  if (act.byStatement) return 20;
  if (subject === undefined) return 0;
  const head = words.lower[subject.end - 1] ?? "";
  const pronoun = data.pronouns.get(head);
  if (pronoun !== undefined && subject.end - subject.start === 1) return 1 + PRONOUNS.indexOf(pronoun);
  if (data.instruments.has(head)) return 10;
  if (data.actors.has(head)) return 11;
  const label = words.analysis.tokens.name[subject.end - 1] ?? 0;
  if (label > 0) return 12 + Math.floor((label - 1) / 2);
  const tag = words.tag[subject.end - 1] ?? "";
  return tag === "NNS" ? 17 : tag === "NNP" ? 18 : 19;
}

const PRONOUNS: readonly string[] = ["I", "we", "he", "she", "it", "they", "you", "none"];

function classOf(verb: string, data: CommitmentData): number {
  return (data.notActs.has(verb) ? 1 : 0) + (data.vagueActs.has(verb) ? 2 : 0) + (data.actsOnOthers.has(verb) ? 4 : 0);
}

/** "If he had", "if they were": a condition in the past tense. */
function past(words: Words, condition: ConditionSpan): boolean {
  for (let i = condition.start; i < condition.end; i++) {
    const tag = words.tag[i];
    if (tag === "VBD") return true;
    if (tag === "VBZ" || tag === "VBP" || tag === "MD") return false;
  }
  return false;
}

/** Who speaks, as a class. Whose own words a document is, the labelled sentences do not tell. */
function speakerKind({ kind, speaker }: Statement): number {
  if (speaker === null || kind === "own") return 0;
  return ["person", "organisation", "group", "document", "unknown"].indexOf(speaker.kind) + (speaker.named ? 10 : 1);
}

function hasAmount(words: Words, act: Act): boolean {
  for (let i = act.start; i < act.end; i++) if (words.tag[i] === "CD" || words.tag[i] === "$") return true;
  return false;
}
