import type { Member } from "../speakers/cast.ts";
import type { Statement } from "../statement.ts";
import { fullName, nameOf, onlyPersonBefore } from "./actors.ts";
import type { Committer, CommitterQuestion } from "./committer-question.ts";
import { within } from "./window.ts";
import { isNoun, isPunctuation, spanOfTokens, type TokenRange, type Words } from "./words.ts";

/** A name or a description in the text, resolved to the fullest name the article gives. */
export function ofName(question: CommitterQuestion, range: TokenRange): Committer {
  const { words, actors } = question;
  let { start, end } = trimmed(words, range);
  // "in the near future | the council": what stands before the article is another phrase
  for (let i = end - 1; i > start; i--)
    if (words.tag[i] === "DT" && words.lower[i] === "the" && isNoun(words, i - 1)) start = i;
  const whole = { start, end };
  while (
    start < end &&
    /^(DT|PDT)$/.test(words.tag[start] ?? "") &&
    !/^(some|no|all|many|both)$/.test(words.lower[start] ?? "")
  )
    start += 1;
  if (end > start && words.tag[end - 1] === "POS") end -= 1;
  // "there is broad support to": what ends in an adjective or a verb names nobody
  if (start >= end || /^(JJ|RB|VB|IN|EX)/.test(words.tag[end - 1] ?? "")) return null;
  const span = spanOfTokens(words, start, end);
  const name = contenderName(question, whole) ?? nameOf(words, actors, whole);
  const joins = words.lower.slice(start, end).includes("and");
  // "Kestria and its allies" are not Kestria
  return { name: name === null || (joins && !name.includes(" and ")) ? span.text.replace(/\s+/g, " ") : name, span };
}

/** The speaker as committer; the span is the word in the text that stands for them. */
export function ofSpeaker(
  { words, statement, window, data }: CommitterQuestion,
  mention: TokenRange | undefined,
): Committer {
  const { speaker } = statement;
  const source = statement.source[0];
  const name = speaker?.name ?? speaker?.description ?? source?.text.replace(/\s+/g, " ");
  // "It vowed": who that is, nothing shows
  if (name === undefined || name === "" || data.pronouns.has(name.toLowerCase())) return null;
  if (mention !== undefined && !within(window.cue, mention.start)) {
    const { start, end } = trimmed(words, mention);
    if (start < end) return { name, span: spanOfTokens(words, start, end) };
  }
  const span = source ?? speaker?.span;
  // "The Harbour Party and its branches will sue": both
  const both = joinedSource(statement);
  return span === undefined || span === null ? null : { name: both ?? name, span };
}

/** "Ruiz and her rivals said they would": both sides of the source. Undefined where it is one, or its name says both already. */
export function joinedSource(statement: Statement): string | undefined {
  const [source] = statement.source;
  const name = statement.speaker?.name ?? "";
  if (source === undefined || statement.source.length > 1 || statement.kind === "direct" || / and |,/.test(name))
    return undefined;
  const text = source.text.replace(/\s+/g, " ").replace(/,$/, "");
  return /\p{L} and (?:his|her|their|its|the|other|\p{Lu})/u.test(text) && text.length < 90 ? text : undefined;
}

/** "The Green candidate", right after a sentence that speaks of one person: that one, unless somebody else is called a Green. */
function contenderName({ words, actors }: CommitterQuestion, phrase: TokenRange): string | undefined {
  if (words.lower[phrase.start] !== "the" || phrase.end - phrase.start < 3) return undefined;
  if (!/^(candidate|nominee|front-runner|frontrunner|hopeful|contender)$/.test(words.lower[phrase.end - 1] ?? ""))
    return undefined;
  const party = words.lower.slice(phrase.start + 1, phrase.end - 1).find((word) => actors.data.nationalities.has(word));
  if (party === undefined) return undefined;
  const person = onlyPersonBefore(words, actors, phrase.start);
  if (person === undefined) return undefined;
  const { members } = actors.cast;
  const isCalled = (member: Member): boolean =>
    member.roles.some(({ start, end }) => words.lower.slice(start, end).includes(party));
  return isCalled(person) || !members.some(isCalled) ? fullName(words, person) : undefined;
}

function trimmed(words: Words, range: TokenRange): TokenRange {
  let { start, end } = range;
  while (start < end && isPunctuation(words, start)) start += 1;
  while (end > start && isPunctuation(words, end - 1)) end -= 1;
  return { start, end };
}
