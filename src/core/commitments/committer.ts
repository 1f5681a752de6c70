import type { Act } from "./act.ts";
import type { CommitmentData } from "./commitment-data.ts";
import { ofName, ofSpeaker } from "./committer-names.ts";
import { nestedSpeaker, whomPronounMeans } from "./committer-pronouns.ts";
import type { Committer, CommitterQuestion } from "./committer-question.ts";
import { nounPhraseBefore } from "./noun-phrases.ts";
import { isBody, isPeople, isReceiver, isThing } from "./people-or-things.ts";
import { mendedSubject } from "./subjects.ts";
import { isNoun, sentenceEnd, spanOfTokens, type TokenRange, type Words } from "./words.ts";

/** Resolves who is to act: pronouns and "we" to the speaker or the person meant, surnames to full names, instruments to their owner. */
export function committerOf(given: CommitterQuestion): Committer {
  const question = { ...given, subject: mendedSubject(given.words, given.window, given.act, given.subject) };
  const { words, act, subject, statement, window } = question;
  if (given.subject !== undefined && subject === undefined) return null;
  // "Koval | is expected | to speak": the source is in the content
  const first = window.content[0];
  if (isImpersonal(words, act, first?.start ?? -1, subject)) return null;
  if (act.byStatement && statement.source.length === 0 && first !== undefined && first.end <= act.cueStart)
    return ofSubject(question, { start: first.start, end: Math.min(first.end, first.start + 12) });
  // "Brandt praised the union and | vowed | to join": whoever is the subject of the cue
  if (act.byStatement && statement.source.length === 0 && subject !== undefined) return ofSubject(question, subject);
  const praised = praisedOne(question);
  if (praised !== undefined) return praised;
  if (act.byStatement || subject === undefined) {
    const owner = act.frame === "gerund" ? ownerAfter(words, act, question.data) : null;
    return owner ?? ofSpeaker(question, undefined);
  }
  return ofSubject(question, subject);
}

/** "It was agreed to", "it is planned to": by whom, nothing shows. */
function isImpersonal(words: Words, act: Act, opening: number, subject: TokenRange | undefined): boolean {
  // "there are plans to"
  if (isNoun(words, act.cueStart) && words.tag[act.cueStart - 2] === "EX") return true;
  if (!/^(is|was|been|were|be)$/.test(words.lower[act.cueStart - 1] ?? "") || words.tag[act.cueStart] !== "VBN")
    return false;
  return words.lower[subject?.start ?? opening] === "it";
}

/**
 * Whose readiness it is that somebody speaks of, where it is not their own.
 *
 *     Vell thanked Laar for her readiness to help.      Vell noted the readiness of Kestria to help.
 */
function praisedOne(question: CommitterQuestion): Committer | undefined {
  const { words, act, data, window } = question;
  if (words.tag[act.cueStart] === "MD" || (!isNoun(words, act.cueStart) && words.tag[act.cueStart] !== "VBG"))
    return undefined;
  if (words.lower[act.cueStart + 1] === "of" && isNoun(words, act.cueStart)) {
    let end = act.cueStart + 2;
    while (end < act.cueEnd && words.lower[end] !== "to") end += 1;
    return end > act.cueStart + 2 ? ofName(question, { start: act.cueStart + 2, end }) : undefined;
  }
  let at = act.cueStart - 1;
  if (words.tag[at] === "POS") {
    const owner = nounPhraseBefore(words, at, undefined);
    return owner === undefined ? undefined : ofName(question, owner);
  }
  while (/^(DT|JJ|PRP\$)$/.test(words.tag[at] ?? "")) at -= 1;
  // "reaffirmed | their mutual commitment to": their own
  if (
    words.tag[at + 1] === "PRP$" &&
    window.content.some(({ start }) => start === at + 1) &&
    isNoun(words, act.cueStart)
  )
    return ofSpeaker(question, undefined);
  if (words.lower[at] !== "for") return undefined;
  const thanked = nounPhraseBefore(words, at, undefined);
  if (thanked === undefined) return null;
  const pronoun = thanked.end - thanked.start === 1 ? data.pronouns.get(words.lower[thanked.start] ?? "") : undefined;
  return pronoun === undefined ? ofName(question, thanked) : null;
}

function ofSubject(question: CommitterQuestion, subject: TokenRange): Committer {
  const { words, act, data } = question;
  const head = words.lower[subject.end - 1] ?? "";
  const kind = data.pronouns.get(head);
  const agent = act.passive ? agentOf(question) : undefined;
  if (agent !== undefined) return agent;
  // "it would be rebuilt", "he will be arrested": somebody else sees to it
  if (act.passive && kind !== undefined && /^(he|she|it|they)$/.test(kind) && words.lower[act.verb] === "be")
    return ofSpeaker(question, undefined);
  if (kind !== undefined && subject.end - subject.start === 1) return ofPronoun(question, kind, subject);
  const owner = ownerWithin(words, subject);
  if (data.instruments.has(head) || act.passive) {
    // "the union's answers will be read", "the bridge will be restored": who is to see to it, nothing shows
    if (act.passive && !data.instruments.has(head)) return null;
    if (owner === undefined) return ofSpeaker(question, subject);
    const pronoun = data.pronouns.get(words.lower[owner.start] ?? "");
    return pronoun === undefined ? ofName(question, owner) : ofPronoun(question, pronoun, owner);
  }
  // "the bridge will open", "workers will get leave": somebody sees to it, and the text names nobody but who says so
  if (isThing(words, act, data, subject) || isReceiver(words, act, data, subject))
    return ownerUnder(question) ?? ofSpeaker(question, undefined);
  return owner !== undefined && words.tag[owner.start] === "PRP$"
    ? ofOwned(question, subject, owner)
    : ofName(question, subject);
}

/** Whom a pronoun means: in a quotation within the content "I" is whom the content says it of, as a subject of its own. */
function ofPronoun(question: CommitterQuestion, kind: string, pronoun: TokenRange): Committer {
  const nested = kind === "I" || kind === "we" ? nestedSpeaker(question, pronoun) : undefined;
  return nested === undefined
    ? whomPronounMeans(question, kind, pronoun)
    : ofSubject({ ...question, act: { ...question.act, passive: false } }, nested);
}

/** "Reports will be sent by the bank": who is to do what is said in the passive. Times ("by May") and ways ("by sending") are no agents. */
function agentOf(question: CommitterQuestion): Committer | undefined {
  const { words, act, data, actors } = question;
  const limit = Math.min(act.verb + 14, words.count);
  for (let i = act.verb + 1; i < limit; i++) {
    if (/^(,|\.|:|MD|WDT|WP)$/.test(words.tag[i] ?? "")) return undefined;
    if (words.lower[i] !== "by") continue;
    let to = i + 1;
    while (to < i + 8 && (isNoun(words, to) || /^(DT|JJ|PRP\$|POS|CD)$/.test(words.tag[to] ?? ""))) to += 1;
    const head = to - 1;
    if (head <= i || !isNoun(words, head) || data.scheduled.has(words.lower[head] ?? "")) return undefined;
    const isNamed = words.tag[head]?.startsWith("NNP") === true && (actors.cast.mentionAt[head] ?? -1) >= 0;
    return isNamed || isPeople(words, data, head) || isBody(data, words.lower[head] ?? "")
      ? ofName(question, { start: i + 1, end: to })
      : undefined;
  }
  return undefined;
}

/** "Widows would get a pension under Ruiz's plan": whose plan it is. */
function ownerUnder(question: CommitterQuestion): Committer {
  const { words, act, data } = question;
  const limit = Math.min(act.verb + 24, sentenceEnd(words, act.verb));
  for (let i = act.verb + 1; i < limit; i++) {
    if (words.lower[i] !== "under") continue;
    let to = i + 1;
    while (to < limit && (isNoun(words, to) || /^(DT|JJ|JJR|PRP\$|POS|NNP|CD)$/.test(words.tag[to] ?? ""))) to += 1;
    if (to === i + 1 || !data.instruments.has(words.lower[to - 1] ?? "")) continue;
    const owner = ownerWithin(words, { start: i + 1, end: to });
    if (owner === undefined) return null;
    const pronoun = data.pronouns.get(words.lower[owner.start] ?? "");
    return pronoun === undefined ? ofName(question, owner) : ofPronoun(question, pronoun, owner);
  }
  return null;
}

/** "Her campaign" is "Ana Ruiz's campaign" where the text shows who she is. */
function ofOwned(question: CommitterQuestion, phrase: TokenRange, owner: TokenRange): Committer {
  const { words, data } = question;
  const client = clientOf(question, phrase);
  if (client !== undefined) return client;
  const whole = ofName(question, phrase);
  const country = countryOf(question, phrase);
  if (country !== undefined && whole !== null) return { name: country, span: whole.span };
  if (whole === null || whole.name !== whole.span.text) return whole;
  const pronoun = data.pronouns.get(words.lower[owner.start] ?? "") ?? "none";
  const name = owner.start === phrase.start ? ofPronoun(question, pronoun, owner)?.name : undefined;
  if (name === undefined) return whole;
  const rest = spanOfTokens(words, owner.end, phrase.end).text.replace(/\s+/g, " ");
  return { name: `${name}${name.endsWith("s") ? "'" : "'s"} ${rest}`, span: whole.span };
}

/** "His client", said by "a lawyer for Ruiz": Ruiz. */
function clientOf(question: CommitterQuestion, phrase: TokenRange): Committer | undefined {
  const { words, window } = question;
  const source = window.source[0];
  if (source === undefined || !/^(client|clients|boss)$/.test(words.lower[phrase.end - 1] ?? "")) return undefined;
  for (let i = source.start; i < source.end; i++) {
    if (words.lower[i] !== "for") continue;
    let to = i + 1;
    while (to < source.end && (isNoun(words, to) || words.tag[to] === "DT")) to += 1;
    if (to > i + 1) return ofName(question, { start: i + 1, end: to });
  }
  return undefined;
}

/** "His country", said by the Prime Minister of Kestria: Kestria. Undefined where the text does not name the country. */
function countryOf({ words, statement, data }: CommitterQuestion, phrase: TokenRange): string | undefined {
  if (!/^(country|nation|state)$/.test(words.lower[phrase.end - 1] ?? "") || phrase.end - phrase.start !== 2)
    return undefined;
  const title = statement.speaker?.role?.title ?? "";
  const { countries } = data.speakers;
  for (const word of title.split(/[^\p{L}.]+/u)) {
    const key = countries.get(word.toLowerCase());
    if (key === undefined) continue;
    if (key === word.toLowerCase()) return word;
    // "the British prime minister": the country's own name stands elsewhere
    const place = words.lower.indexOf(key);
    return place < 0 ? undefined : spanOfTokens(words, place, place + 1).text;
  }
  // "the President of Veldania": a country that no list knows
  return / of (?:the )?(\p{Lu}[\p{L}-]+)$/u.exec(title)?.[1];
}

/** "Vesna's plan", "her plan": the owner within the phrase. */
function ownerWithin(words: Words, phrase: TokenRange): TokenRange | undefined {
  for (let i = phrase.start; i < phrase.end; i++) {
    if (words.tag[i] === "PRP$") return { start: i, end: i + 1 };
    if (words.tag[i] === "POS" && i > phrase.start) return { start: phrase.start, end: i };
  }
  return undefined;
}

/** "... will be part of the Union's contribution": whose part it is. */
function ownerAfter(words: Words, act: Act, data: CommitmentData): Committer {
  for (let i = act.cueEnd; i < words.count && i < act.cueEnd + 12; i++) {
    if (words.tag[i] === "." || words.tag[i] === ",") return null;
    if (words.tag[i] !== "POS") continue;
    let start = i;
    while (start > act.cueEnd && (isNoun(words, start - 1) || (words.tag[start - 1] ?? "").startsWith("JJ")))
      start -= 1;
    if (start === i || data.pronouns.has(words.lower[start] ?? "")) return null;
    const span = spanOfTokens(words, start, i);
    return { name: span.text, span };
  }
  return null;
}
