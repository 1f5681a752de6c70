import type { Candidate } from "./candidate.ts";
import { isPeople } from "./people-or-things.ts";
import type { Words } from "./words.ts";
import { isNoun, isQuotationMark, isVerb, sentenceStart } from "./words.ts";

/**
 * Forms that are too often no commitment of anybody the text shows, so that they are not kept as sure, whatever the model makes of them.
 *
 *     They proposed new tariffs.                    I will begin with the harvest.
 *     The treaty will help us.                      If we stay silent, we will disappear.
 *     They tell us: “We will feed you.”             The bill says that a fine will be imposed.
 */
export function isDoubtful(candidate: Candidate): boolean {
  return (
    isBareThing(candidate) ||
    announcesSpeech(candidate) ||
    isQuoted(candidate) ||
    isSaidOf(candidate) ||
    isEffect(candidate) ||
    befalls(candidate) ||
    isStipulated(candidate) ||
    isAgreedOn(candidate) ||
    isNeeded(candidate) ||
    isForeseen(candidate) ||
    isCutOff(candidate)
  );
}

/** "Proposed new tariffs", "guarantee peace": the thing itself and no act, unless an amount tells how much of it. */
function isBareThing({ words, act }: Candidate): boolean {
  if (act.frame !== "object" || isVerb(words, act.verb)) return false;
  const tag = words.tag[act.cueStart] ?? "";
  const before = words.tag[act.cueStart - 1] ?? "";
  // "we need to | guarantee peace", "can promise", "a | guaranteed income", "promise her that", "its commitment | to the treaty"
  if (tag === "VB" && (before === "TO" || before === "MD")) return true;
  if ((tag === "VBN" || tag === "JJ") && /^(?:DT|JJ|CC|IN|PRP\$)$/.test(before)) return true;
  if (words.lower[act.verb + 1] === "that" || words.lower[act.verb - 1] === "to") return true;
  if (!/^(?:guarante|propos|plan|commit|prepar|agree|approv|discuss|decid)/.test(act.cue)) return false;
  for (let i = act.start; i < act.end; i++) if (words.tag[i] === "CD" || words.tag[i] === "$") return false;
  return true;
}

/** "I will begin with", "I will explain later why", "let me say": kept in the same breath. */
function announcesSpeech({ words, act, subject, data }: Candidate): boolean {
  const kind = data.pronouns.get(words.lower[(subject?.end ?? 0) - 1] ?? "");
  if ((kind !== "I" && kind !== "we") || words.tag[act.cueStart] !== "MD") return false;
  const verb = words.lower[act.verb] ?? "";
  const next = words.lower[act.verb + 1] ?? "";
  if (kind === "I" && SPEAKING.test(verb)) return true;
  const utters = words.lower.slice(act.verb + 1, act.verb + 6).some((word) => UTTERANCES.test(word));
  if (utters && /^(?:give|put|name|show|read|begin|start)$/.test(verb)) return true;
  // "today we will discuss the harvest", "I will not go into detail"
  const here = words.lower.slice(sentenceStart(words, act.finite), act.end).some((word) => HERE.test(word));
  if ((here || act.polarity === "not") && AGENDA.test(verb)) return true;
  if (verb === "go" && next === "into") return true;
  return (
    (/^(?:begin|start|finish|conclude|end)$/.test(verb) && /^(?:with|by)$/.test(next)) ||
    (/^(?:move|go|pass|turn)$/.test(verb) && /^(?:on|to|over)$/.test(next))
  );
}

const HERE = /^(?:today|now|tonight|here)$/;
const AGENDA = /^(?:discuss|talk|speak|touch|dwell|mention|review|consider|hear|listen|elaborate)$/;
const SPEAKING = /^(?:say|tell|explain|cite|quote|list|outline|answer|ask|describe)$/;
const UTTERANCES = /^(?:speech|address|example|examples|question|questions|point|points|figure|figures)$/;

/** "I" or "we" in words that somebody quotes within their own: whose promise it is, nothing shows. */
function isQuoted({ words, statement, window, act, subject, data }: Candidate): boolean {
  const kind = data.pronouns.get(words.lower[(subject?.end ?? 0) - 1] ?? "");
  if (kind !== "I" && kind !== "we") return false;
  // "they told us: we will not leave", "it has one message: we will take it"; but "our stand is clear: we will not leave"
  for (let i = (subject?.start ?? 0) - 1; i >= sentenceStart(words, act.finite); i--) {
    if (words.lower[i] !== ":") continue;
    const first = sentenceStart(words, act.finite);
    return (
      !words.lower.slice(Math.max(first, i - 6), i).some((word) => /^(?:i|we|my|our)$/.test(word)) &&
      i > first + 1 &&
      isTelling(words, first, i)
    );
  }
  const { tokens, quotations } = words.analysis;
  const inner = tokens.quotation[act.verb] ?? -1;
  const quotation = quotations[inner];
  if (quotation === undefined) return false;
  if (statement.kind === "own") return quotation.end - quotation.start < QUOTED;
  const content = window.content.find(({ start, end }) => start <= act.verb && act.verb < end);
  return (
    statement.kind === "direct" &&
    content !== undefined &&
    (tokens.quotation[content.start] ?? -1) !== inner &&
    !isQuotationMark(words, content.start)
  );
}

/** Before the colon somebody is told to speak, or has something to say: "they said", "one idea". */
function isTelling(words: Words, from: number, colon: number): boolean {
  for (let i = Math.max(from, colon - 5); i < colon; i++)
    if (
      /^(?:say|says|said|tell|tells|told|answer|answers|answered|idea|message|signal|words)$/.test(words.lower[i] ?? "")
    )
      return true;
  return false;
}

/** A quotation of fewer tokens is one within somebody's own words; a longer one may hold all of them. */
const QUOTED = 80;

/** "Saying that we will never talk is easy", "the easiest thing to say is that I will not". */
function isSaidOf({ words, act, subject }: Candidate): boolean {
  const { lower, tag } = words;
  const that = (subject?.start ?? act.finite) - 1;
  if (lower[that] !== "that") return false;
  for (let i = that - 1; i > that - 4; i--)
    if (/^(?:saying|say|think|thinking)$/.test(lower[i] ?? "")) return tag[i] === "VBG" || lower[that - 1] === "is";
  return false;
}

/** "The treaty will help us": what a thing brings about. */
function isEffect({ words, act, subject, data }: Candidate): boolean {
  const verb = words.lower[act.verb] ?? "";
  if (act.passive || words.tag[act.cueStart] !== "MD") return false;
  const head = (subject?.end ?? 0) - 1;
  const lower = words.lower[head] ?? "";
  if (subject === undefined || data.pronouns.has(lower) || !isNoun(words, head)) return false;
  if (data.instruments.has(lower)) return EFFECTS.test(verb);
  if (data.happening.has(verb) && !EFFECTS.test(verb)) return false;
  return (
    (words.analysis.tokens.name[head] ?? 0) === 0 &&
    !isPeople(words, data, head) &&
    !data.facilities.has(lower) &&
    words.tag[head]?.startsWith("NNP") !== true &&
    !data.speakers.bodyNouns.has(lower.replace(/s$/, "")) &&
    !data.speakers.bodyNouns.has(lower)
  );
}

const EFFECTS =
  /^(?:help|allow|enable|contribute|lead|bring|mean|make|cause|remain|become|serve|save|strengthen|improve|have|include|involve|consist)$/;

/** "We will disappear", "it will become a garden", "I will be grateful": what comes over somebody, and no act. */
function befalls({ words, act, subject }: Candidate): boolean {
  const verb = words.lower[act.verb] ?? "";
  // "I would also like to note"
  if (verb === "like") return true;
  if (FEELINGS.test(words.lower[act.cueStart] ?? "")) return true;
  if (words.tag[act.cueStart] !== "MD") return false;
  if (verb === "continue" && words.lower[act.verb + 1] === "to" && words.lower[act.verb + 2] === "be") return true;
  if (verb === "be" && act.copular)
    return GRATEFUL.test(words.lower.slice(act.verb + 1, act.verb + 4).find((word) => GRATEFUL.test(word)) ?? "");
  // "I will be happy if you come"
  if ((words.tag[act.verb] ?? "").startsWith("JJ")) return true;
  return subject !== undefined && BEFALLING.test(verb);
}

const FEELINGS = /^(?:glad|happy|eager)$/;
const GRATEFUL = /^(?:grateful|proud|glad|happy|pleased|possible|able|necessary|important)$/;
const BEFALLING =
  /^(?:win|get|receive|gain|learn|hear|become|disappear|die|suffer|lose|vanish|perish|starve|feel|happen|remember|forget)$/;

/** "According to the bill, a fine will be imposed": a rule, which nobody undertakes by it. */
function isStipulated({ statement, act }: Candidate): boolean {
  return statement.speaker?.kind === "document" && act.passive;
}

/** "We must be ready to", "they should show readiness to": what is asked of somebody. */
function isNeeded({ words, act }: Candidate): boolean {
  if (words.tag[act.cueStart] === "MD") return false;
  // "has not yet shown readiness to": no refusal
  if (act.polarity === "not" && isNoun(words, act.cueStart) && act.negation >= 0) return true;
  // "we want the ban | to take effect": a wish about something else
  if (/^(?:want|wish|like|expect|call)/.test(act.cue) && isNoun(words, act.cueEnd - 2)) return true;
  // "the readiness to resist can save us", "the plan to rebuild it is a large one": the act is a subject
  if (isNoun(words, act.cueStart))
    for (let i = act.verb + 1; i <= act.end; i++) {
      if (/^(?:W|PRP$|IN$|,)/.test(words.tag[i] ?? "") && words.lower[i] !== "of") break;
      if (/^(?:MD|VBZ)$/.test(words.tag[i] ?? "")) return true;
    }
  // "agreed on the need to"
  if (/^(?:need|needs|necessity|importance|urgency)$/.test(words.lower[act.cueEnd - 2] ?? "")) return true;
  for (let i = act.cueStart - 1; i >= Math.max(sentenceStart(words, act.finite), act.cueStart - 7); i--) {
    const lower = words.lower[i] ?? "";
    if (/^(?:must|should|ought|needs|need)$/.test(lower)) return true;
    if (words.tag[i] === "," && i < act.cueStart - 2) continue;
    if (lower === ";" || lower === ":" || lower === "but") return false;
  }
  return false;
}

/** "I am sure that the border will be restored": what is done to it is believed in, and nobody says that they do it. */
function isForeseen({ words, act, subject, data }: Candidate): boolean {
  if (!act.passive && subject !== undefined) return false;
  if (!act.passive && !EFFECTS.test(words.lower[act.verb] ?? "")) return false;
  for (let i = act.finite - 1; i >= Math.max(sentenceStart(words, act.finite), act.finite - 40); i--)
    if (data.believing.has(words.lower[i] ?? "") || data.hoping.has(words.lower[i] ?? "")) return true;
  return false;
}

/** "Four roads have been agreed on to bring them out": by whom, nothing shows. */
function isAgreedOn({ words, act, subject }: Candidate): boolean {
  if (act.cue !== "agreed" || !/^(?:been|was|were|is|are|be)$/.test(words.lower[act.cueStart - 1] ?? "")) return false;
  return words.lower[(subject?.end ?? 0) - 1] !== "it";
}

/** "The steps | that Kestria will take to": what is to be taken stands outside the content, or in a clause about something else. */
function isCutOff({ words, act, subject, window, data }: Candidate): boolean {
  const relative = (subject?.start ?? act.finite) - 1;
  const opens = window.content.some(({ start }) => start === relative);
  if (opens && /^(?:that|which)$/.test(words.lower[relative] ?? "") && isNoun(words, relative - 1))
    return act.end === act.verb + 1 || /^(?:TO|IN)$/.test(words.tag[act.verb + 1] ?? "");
  // "a format that will work"
  if (
    act.frame === "modal" &&
    data.pronouns.get(words.lower[(subject?.end ?? 0) - 1] ?? "") === "none" &&
    words.lower[(subject?.end ?? 0) - 1] === "that"
  )
    return true;
  // "Which we will gain", "at which border we will stop", "sanctions that we will propose to them"
  if (act.start === act.verb && act.frame === "modal") {
    const before = words.lower[relative] ?? "";
    if (before === "which" || (isNoun(words, relative) && words.lower[relative - 1] === "which")) return true;
    if (
      before === "that" &&
      /^(?:NNS|CD)$/.test(words.tag[relative - 1] ?? "") &&
      /^(?:TO|IN|,|\.)$/.test(words.tag[act.verb + 1] ?? "")
    )
      return !/^(?:assurances|guarantees|promises|signals|statements|words|hopes)$/.test(
        words.lower[relative - 1] ?? "",
      );
  }
  // "a fund, which will be run by the bank"
  return words.tag[(subject?.end ?? 0) - 1] === "WDT" && (act.passive || words.lower[(subject?.end ?? 0) - 2] === ",");
}
