import type { SpeakerData } from "../speakers/speaker-data.ts";
import type { CommissiveModel } from "./commissive-model.ts";

/** What the commitment stage must know of a language: its words, and a model that weighs candidates. */
export interface CommitmentData {
  /** By word form in lower case, apostrophes straight. */
  readonly cues: ReadonlyMap<string, CommitmentCue>;
  /** Cues that in the passive tell what somebody was given to hope for: "promised". */
  readonly promisedTo: ReadonlySet<string>;
  /** Cues too rare to be learned; they count where the act waits for a condition ("support to widen the mission after a truce"). */
  readonly rareCues: ReadonlySet<string>;
  readonly negations: ReadonlySet<string>;
  /** Markers of a condition by their first word, longest first. */
  readonly conditionMarkers: ReadonlyMap<string, readonly ConditionMarker[]>;
  /** Words after which "if" opens a question, no condition ("asked if"). */
  readonly askers: ReadonlySet<string>;
  /** Verbs that name no act in anybody's hands ("win", "know", "become"). */
  readonly notActs: ReadonlySet<string>;
  /** Verbs of harm, which nobody but an enemy says of somebody ("ruin"), and of what stocks do by themselves ("last"). */
  readonly accusing: ReadonlySet<string>;
  /** Verbs whose doing nobody can measure ("improve", "support", "work"). */
  readonly vagueActs: ReadonlySet<string>;
  /** Verbs whose success hangs on somebody else ("seek", "push", "negotiate"). */
  readonly actsOnOthers: ReadonlySet<string>;
  /** Houses and services that act, yet open, close and begin as things do: "school", "hospital". */
  readonly facilities: ReadonlySet<string>;
  /** What a thing does: "open", "begin". */
  readonly happening: ReadonlySet<string>;
  /** Verbs of phrases that only lead in: "I would like to stress". */
  readonly formulas: ReadonlySet<string>;
  /** "how": what follows is a topic. */
  readonly manners: ReadonlySet<string>;
  /** "sure", "hope": what follows is foreseen, not undertaken. */
  readonly believing: ReadonlySet<string>;
  /** "hope", "confident": the clause right behind it is foreseen, whoever is to act. */
  readonly hoping: ReadonlySet<string>;
  /** What one has without doing anything: "opportunity", "right". */
  readonly chances: ReadonlySet<string>;
  /** Verbs whose "for" names no one who gains: "vote". */
  readonly choosing: ReadonlySet<string>;
  /** Things whose plural ends as people's do: "borders". */
  readonly things: ReadonlySet<string>;
  /** What one refuses by saying that one will not: "sign", "accept", "give". */
  readonly refusable: ReadonlySet<string>;
  /** Verbs of those to whom something is given: "receive", "get". */
  readonly receiving: ReadonlySet<string>;
  /** What the given are: "eligible", "entitled". */
  readonly entitled: ReadonlySet<string>;
  /** Things somebody acts by: "plan", "policy", "bill", "ad". Their owner is the committer. */
  readonly instruments: ReadonlySet<string>;
  /** What is expected at a known time: "election", "debate". "Before the election" is a time, no condition. */
  readonly scheduled: ReadonlySet<string>;
  /** Those by which something can be done: "by the election". */
  readonly dated: ReadonlySet<string>;
  /** What is waited for and has no date: "ceasefire", "victory", "approval". "After a ceasefire" is a condition. */
  readonly awaited: ReadonlySet<string>;
  readonly pronouns: ReadonlyMap<string, PronounKind>;
  /** Who always speaks for somebody else: "spokesman", "aide". */
  readonly spokespeople: ReadonlySet<string>;
  /** Who speaks for somebody else when one of `owners` is near: "her lawyer", "the mayor's wife". */
  readonly belonging: ReadonlySet<string>;
  readonly owners: ReadonlySet<string>;
  /** Words that multiply: "double", "triple", "half". */
  readonly multiples: ReadonlySet<string>;
  /** Verbs that hand something to somebody: "give", "send", "provide". */
  readonly giving: ReadonlySet<string>;
  readonly written: ReadonlySet<string>;
  readonly signed: ReadonlySet<string>;
  readonly spoken: ReadonlySet<string>;
  /** Nouns for people and bodies who can act: "government", "senators". */
  readonly actors: ReadonlySet<string>;
  /** What says when without being a date ("soon", "as soon as possible"), as words by the first of them, longest first. */
  readonly timePhrases: ReadonlyMap<string, readonly (readonly string[])[]>;
  /** For names and pronouns of committers. */
  readonly speakers: SpeakerData;
  /** Null before it is trained: rules decide. */
  readonly model: CommissiveModel | null;
}

/** A word that presents an act as bound, planned, possible or refused. */
export interface CommitmentCue {
  readonly strength: "will" | "plan" | "may";
  readonly polarity: "do" | "not";
  readonly frames: readonly CueFrame[];
}

/**
 * What follows the cue: `modal` a bare verb ("will send"), `to` an infinitive ("plans to send"), `ing` a gerund with its preposition
 * ("is considering sending", "committed to sending"), `object` the thing itself ("promised guarantees").
 */
export type CueFrame = "modal" | "to" | "ing" | "object";

export interface ConditionMarker {
  readonly words: readonly string[];
  /** `clause`: a clause follows ("if"); `phrase`: a noun phrase follows ("pending"); `event`: only an event that is no date ("after"). */
  readonly opens: "clause" | "phrase" | "event";
}

/** Whom a pronoun can point at. */
export type PronounKind = "I" | "we" | "he" | "she" | "it" | "they" | "you" | "none";
