import type { SpeakerMention, Statement } from "../statement.ts";
import { memberNamed, nameOf, personBefore } from "./actors.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { joinedSource, ofName, ofSpeaker } from "./committer-names.ts";
import type { Committer, CommitterQuestion } from "./committer-question.ts";
import { phraseAround } from "./noun-phrases.ts";
import { isPeople } from "./people-or-things.ts";
import { contentAt, within } from "./window.ts";
import { isNoun, sentenceStart, spanOfTokens, type TokenRange, type Words } from "./words.ts";

/** Whom a pronoun means. An "I" or "we" is taken for the speaker: ask `nestedSpeaker` first. */
export function whomPronounMeans(question: CommitterQuestion, kind: string, pronoun: TokenRange): Committer {
  const { words, statement, actors, data } = question;
  if (kind === "none" || kind === "you") return null;
  if (kind === "I" || kind === "we") return ofSpeaker(question, pronoun);
  const span = spanOfTokens(words, pronoun.start, pronoun.end);
  const speaker = statement.speaker;
  if (kind === "they" || kind === "it") {
    const sources = kind === "they" ? joinedSource(statement) : undefined;
    if (sources !== undefined) return { name: sources, span };
    const several = kind === "they" ? severalBefore(question, pronoun) : undefined;
    if (several !== undefined) return several;
    const body = speaker?.kind === "organisation" || (kind === "they" && speaker?.kind === "group");
    if (body || (kind === "it" && speaker?.kind === "unknown")) return ofSpeaker(question, pronoun);
    // whom a person means by "they" is too often wrong
    const name = kind === "they" && speaker?.kind === "person" ? null : nameOf(words, actors, pronoun);
    // "If they were attacked, it would not ...": an "it" in a person's words is a body only where the sentence names one
    if (name === null || (kind === "it" && speaker?.kind === "person" && !isNamedBefore(words, pronoun.start, name)))
      return null;
    return { name, span };
  }
  const gender = kind === "he" ? "male" : "female";
  const member =
    speaker?.name === null || speaker?.name === undefined ? undefined : memberNamed(words, actors, speaker.name);
  const quoted = statement.kind === "direct" || (words.analysis.tokens.quotation[pronoun.start] ?? -1) >= 0;
  const fits = member?.gender === undefined || member.gender === null || member.gender === gender;
  const person = speaker?.kind === "person" || (speaker !== null && /^s?he$/i.test(statement.source[0]?.text ?? ""));
  if (person && !quoted && fits && !speaksForOthers(speaker, statement, data)) return ofSpeaker(question, pronoun);
  const name = personBefore(words, actors, pronoun.start, gender, member);
  return name === null ? null : { name, span };
}

/** `“She said that ‘I will help,’” Laar said`: the "I" of a quotation within the content is whom the content says it of. */
export function nestedSpeaker({ words, window }: CommitterQuestion, pronoun: TokenRange): TokenRange | undefined {
  const { quotations, tokens } = words.analysis;
  const quotation = quotations[tokens.quotation[pronoun.start] ?? -1];
  if (quotation === undefined) return undefined;
  const open = quotation.start;
  const inside = contentAt(window, pronoun.start);
  if (inside === undefined || inside.start >= open - 1) return undefined;
  for (let i = open - 1; i > inside.start && i > open - 4; i--) {
    if (!/^(say|says|said|tell|tells|told|answered|replied|wrote)$/.test(words.lower[i] ?? "")) continue;
    const subject = i - 1;
    return subject >= inside.start && (words.tag[subject] === "PRP" || isNoun(words, subject))
      ? phraseAround(words, subject, i)
      : undefined;
  }
  return undefined;
}

/** "Forty doctors said that they will march", "Ruiz and Laar promise that they would": the plural subject of the clause around. */
function severalBefore(question: CommitterQuestion, pronoun: TokenRange): Committer | undefined {
  const { words, window } = question;
  const first = Math.max(sentenceStart(words, pronoun.start), pronoun.start - 24);
  for (let i = pronoun.start - 1; i >= first; i--) {
    if (words.relation[i] !== "nsubj" || !within(window.content, i)) continue;
    if (words.tag[i] !== "NNS" && words.tag[i] !== "NNPS") return undefined;
    const verb = words.head[i] ?? -1;
    if (verb >= pronoun.start || !governs(words, verb, question.act.verb)) return undefined;
    return isPeople(words, question.data, i) ? ofName(question, phraseAround(words, i, verb)) : undefined;
  }
  return undefined;
}

/** A token stands above another in the tree. */
function governs(words: Words, upper: number, lower: number): boolean {
  for (let at = lower, steps = 0; at >= 0 && steps < 12; steps++) {
    if (at === upper) return true;
    at = words.head[at] ?? -1;
  }
  return false;
}

/** True where the sentence names it before the token. */
function isNamedBefore(words: Words, token: number, name: string): boolean {
  const { text, tokens } = words.analysis;
  const sentence = text.slice(tokens.start[sentenceStart(words, token)] ?? 0, tokens.start[token]);
  return sentence.includes(name.split(" ").at(-1) ?? name);
}

/** "her spokesman said she would": who speaks for somebody else does not mean themselves. Others do only when they are somebody's. */
function speaksForOthers(speaker: SpeakerMention | null, statement: Statement, data: CommitmentData): boolean {
  const role = `${speaker?.role?.title ?? ""} ${speaker?.description ?? ""} ${statement.source.map((span) => span.text).join(" ")}`;
  const words = role.toLowerCase().split(/[^\p{L}]+/u);
  if (words.some((word) => data.spokespeople.has(word))) return true;
  return words.some((word) => data.belonging.has(word)) && words.some((word) => data.owners.has(word));
}
