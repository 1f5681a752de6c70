import { NAME_LABELS } from "../text/analysis.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/** A name in the text, with the office beside it. All ranges are half-open token ranges. */
export interface Mention {
  readonly start: number;
  readonly end: number;
  /** Where the phrase begins that the name ends: its title, office or honorific. */
  readonly phraseStart: number;
  readonly kind: "person" | "body" | "unknown";
  /** Offices beside it: the one before it first, then the one in apposition. */
  readonly roles: readonly TokenSpan[];
  readonly gender: Gender | null;
  /** "Mr. Ruiz", "President Ruiz": the name is surely a person's. */
  readonly titled: boolean;
  readonly possessive: boolean;
  readonly sentence: number;
  /** Found in a headline by a name that the story gives. */
  readonly headline: boolean;
}

export interface TokenSpan {
  readonly start: number;
  readonly end: number;
}

/**
 * Finds the names of a text outside headlines, in order: runs of capitalised words, cut at offices and honorifics.
 *
 *     EU High Representative for Foreign Affairs and Security Policy Kaja Kallas
 *     ^ role, phraseStart                                            ^ start
 */
export function findMentions(view: WordView, data: SpeakerData): readonly Mention[] {
  const { sentences } = view.analysis;
  const seen = wordsSeen(view);
  const mentions: Mention[] = [];
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (view.headline[sentence] === 1) continue;
    const from = sentences.start[sentence] ?? 0;
    const to = sentences.end[sentence] ?? 0;
    for (let at = from; at < to;) {
      const end = runEnd(view, data, seen, at, from, to);
      if (end <= at) {
        at++;
        continue;
      }
      for (const mention of mentionsOfRun(view, data, at, end, from, to, sentence)) mentions.push(mention);
      at = end;
    }
  }
  return mentions;
}

/** In which dress the words of the text occur: what is also written small is no name for its capital alone. */
interface WordsSeen {
  readonly small: ReadonlySet<string>;
  readonly inner: ReadonlySet<string>;
}

function wordsSeen(view: WordView): WordsSeen {
  const small = new Set<string>();
  const inner = new Set<string>();
  const { sentence, quotation } = view.analysis.tokens;
  for (let i = 0; i < view.count; i++) {
    const word = view.lower[i] ?? "";
    if (view.capital[i] === 0) small.add(word);
    else if (i > 0 && sentence[i] === sentence[i - 1] && view.headline[sentence[i] ?? 0] === 0) {
      if (isWord(view, i - 1) && quotation[i] === quotation[i - 1]) inner.add(word);
    }
  }
  return { small, inner };
}

function isWord(view: WordView, token: number): boolean {
  const code = (view.lower[token] ?? "").charCodeAt(0);
  return (code >= 97 && code <= 122) || code > 191 || (code >= 48 && code <= 57) || code === 44;
}

function runEnd(view: WordView, data: SpeakerData, seen: WordsSeen, at: number, from: number, to: number): number {
  if (!beginsName(view, data, seen, at, from)) return at;
  let end = at + 1;
  while (end < to) {
    if (continuesName(view, data, end)) {
      end++;
      continue;
    }
    const word = view.lower[end] ?? "";
    // "de la", "for Foreign Affairs", "of the"
    if (data.particles.has(word) || data.joiners.has(word)) {
      let next = end + 1;
      while (next < to && next < end + 3 && (data.particles.has(view.lower[next] ?? "") || view.lower[next] === "the"))
        next++;
      if (next < to && continuesName(view, data, next) && joins(view, data, at, end, next)) {
        end = next + 1;
        continue;
      }
    }
    const nickname = nicknameEnd(view, data, end, to);
    if (nickname > end) {
      end = nickname;
      continue;
    }
    // "Teachers’ Union"
    if (word === "'" && data.bodyNames.has(view.lower[end + 1] ?? "") && view.capital[end + 1] === 1) {
      end += 2;
      continue;
    }
    if (word === "," && data.suffixes.has(view.lower[end + 1] ?? "") && end + 1 < to) {
      end += 2;
      continue;
    }
    break;
  }
  return end;
}

/** `Robert C. “Bobby” Scott`: the place after the closing mark, when a name goes on there. */
function nicknameEnd(view: WordView, data: SpeakerData, at: number, to: number): number {
  if (!OPENING.has(view.lower[at] ?? "")) return at;
  let end = at + 1;
  while (end < to && end < at + 4 && (view.capital[end] === 1 || view.lower[end] === "the")) end++;
  if (end === at + 1 || !CLOSING.has(view.lower[end] ?? "")) return at;
  return end + 1 < to && continuesName(view, data, end + 1) && view.capital[end + 1] === 1 ? end + 1 : at;
}

const OPENING: ReadonlySet<string> = new Set(['"', "“", "'", "‘", "``", "«", "„", "("]);
const CLOSING: ReadonlySet<string> = new Set(['"', "”", "'", "’", "''", "»", "“", ")"]);

function beginsName(view: WordView, data: SpeakerData, seen: WordsSeen, at: number, from: number): boolean {
  if (view.capital[at] === 0) return false;
  const word = view.lower[at] ?? "";
  const first = at === from || !(isWord(view, at - 1) || view.lower[at - 1] === "'s");
  if (data.calendarWords.has(word) && !(word === "may" && view.capital[at - 1] === 1)) return false;
  const pronoun = data.pronouns.get(word);
  if (pronoun !== undefined && view.capitals[at] === 0) return false;
  // "Democrats", "Lithuanians", "Estonian": people and adjectives, unless a name goes on ("American Airlines")
  const people =
    data.groupNouns.has(word) ||
    data.nationalities.has(word) ||
    (word.endsWith("s") && data.nationalities.has(word.slice(0, -1)));
  if (people && view.capital[at + 1] !== 1) return false;
  if (data.honorifics.has(word) || data.roleNouns.has(word)) {
    const next = view.lower[at + 2] === "the" ? at + 3 : at + 2;
    const goesOn = data.joiners.has(view.lower[at + 1] ?? "") && view.capital[next] === 1;
    return view.capital[at + 1] === 1 || goesOn || !first;
  }
  if (!first) return !data.functionWords.has(word) || view.capitals[at] === 1;
  if (data.functionWords.has(word) && view.capitals[at] === 0) return false;
  if (data.firstNames.has(word) || data.placeNames.has(word) || data.knownBodies.has(word)) return true;
  if (seen.inner.has(word) || view.capitals[at] === 1 || data.particles.has(view.lower[at + 1] ?? "")) return true;
  if (data.groupNouns.has(word)) return false;
  const tag = tagOf(view, at);
  // "Stated Holm", "Says Laar"
  if (/^VB[DZ]$/.test(tag)) return false;
  if (view.capital[at + 1] === 1 && !data.functionWords.has(view.lower[at + 1] ?? "")) return true;
  if (tag !== "") return tag.startsWith("NNP");
  return !seen.small.has(word) && word.length > 2 && !/(?:ly|ing|ed|ers|ions?|ments?)$/.test(word);
}

function continuesName(view: WordView, data: SpeakerData, at: number): boolean {
  const word = view.lower[at] ?? "";
  const month = PERSON_MONTHS.has(word) && view.capital[at + 1] === 1 && data.firstNames.has(view.lower[at - 1] ?? "");
  if (view.capital[at] === 1)
    return (
      (!data.calendarWords.has(word) || month) &&
      !(data.pronouns.has(word) && view.capitals[at] === 0) &&
      !(data.functionWords.has(word) && view.capitals[at] === 0 && !data.joiners.has(word) && !month)
    );
  return false;
}

/** Months that are also first names: "Theresa May Dunmore". */
const PERSON_MONTHS: ReadonlySet<string> = new Set(["may", "april", "june", "august"]);

/** May the run go on over a small word? Names of persons go over particles, those of bodies over "of", "for", "and". */
function joins(view: WordView, data: SpeakerData, start: number, at: number, next: number): boolean {
  const word = view.lower[at] ?? "";
  if (data.particles.has(word) && !data.joiners.has(word)) return true;
  if (word === "of" || word === "for" || word === "on" || word === "&")
    return isInstitution(view, data, start, at) || (word === "&" && view.capital[next] === 1);
  // "Foreign Affairs and Security Policy", "Centers for Disease Control and Prevention": only after an "of" or "for"
  if (word === "and") {
    let joined = false;
    for (let i = start; i < at; i++)
      joined ||= view.lower[i] === "for" || view.lower[i] === "of" || view.lower[i] === "on";
    for (let i = next; i < next + 3; i++) if (data.roleNouns.has(view.lower[i] ?? "")) return false;
    return joined && !data.firstNames.has(view.lower[next] ?? "") && !data.honorifics.has(view.lower[next] ?? "");
  }
  return false;
}

function isInstitution(view: WordView, data: SpeakerData, start: number, at: number): boolean {
  const word = view.lower[at - 1] ?? "";
  if (data.bodyNames.has(word) || data.roleNouns.has(word) || data.bodyNouns.has(word)) return true;
  // "Rep. Ida Jones of Ohio" is a person from there; "Centers for", "Relations of" go on
  for (let i = start; i < at; i++)
    if (
      data.firstNames.has(view.lower[i] ?? "") ||
      data.honorifics.has(view.lower[i] ?? "") ||
      data.roleNouns.has(view.lower[i] ?? "")
    )
      return false;
  return /(?:s|ion|ment|ency|ance)$/.test(word);
}

function* mentionsOfRun(
  view: WordView,
  data: SpeakerData,
  start: number,
  end: number,
  from: number,
  to: number,
  sentence: number,
): Generator<Mention> {
  const title = lastTitle(view, data, start, end);
  const possessive = view.lower[end] === "'s" || view.lower[end] === "'" || view.lower[end] === "s'";
  const make = (
    nameStart: number,
    nameEnd: number,
    kind: Mention["kind"],
    role: TokenSpan | null,
    phraseStart: number,
    titled: boolean,
    gender: Gender | null,
  ): Mention => ({
    start: nameStart,
    end: nameEnd,
    phraseStart,
    kind,
    roles: rolesOf(role, kind === "body" ? null : roleAfter(view, data, nameEnd, to), (one) =>
      // "her brother", "his rival": whose, not what
      data.relationNouns.has(view.lower[headOf(view, data, one)] ?? ""),
    ),
    gender: gender ?? genderOf(view, data, nameStart, nameEnd),
    titled,
    possessive: possessive && nameEnd === end,
    sentence,
    headline: false,
  });
  if (title >= 0) {
    const word = view.lower[title] ?? "";
    const honorific = data.honorifics.has(word);
    const nameStart = title + 1;
    if (nameStart < end) {
      const only = view.lower[nameStart] ?? "";
      // "Member States", "Foreign Minister Council": no person
      if (
        end - nameStart === 1 &&
        !honorific &&
        (data.bodyNames.has(only) || data.groupNouns.has(only) || data.placeNames.has(only))
      ) {
        yield make(start, end, "body", null, start, false, null);
        return;
      }
      const opensPhrase = data.joiners.has(view.lower[nameStart] ?? "");
      if (!opensPhrase) {
        const gender = (honorific ? data.honorifics.get(word) : data.roleNouns.get(word)) ?? null;
        // "presidential candidate Dr. Ana Ruiz"
        const office =
          honorific && title === start && data.roleNouns.has(view.lower[start - 1] ?? "") ? start : title + 1;
        const role = honorific && office > title ? null : roleEndingAt(view, data, office, from);
        yield make(nameStart, end, "person", role, Math.min(role?.start ?? start, start), true, gender);
        return;
      }
      // the title goes on over "for Foreign Affairs": the name is what stands at the end
      const split = nameAfterTitle(view, data, nameStart, end);
      if (split !== null) {
        const office = firstTitle(view, data, start, title);
        const role = { start: leftOfRole(view, data, office, from), end: split };
        yield make(split, end, "person", role, Math.min(role.start, start), true, data.roleNouns.get(word) ?? null);
        return;
      }
      yield make(start, end, "body", null, start, false, null);
      return;
    }
    // an office without a name after it: "the Prime Minister", "White House Press Secretary"; what stands before may be a body
    return;
  }
  const before = view.lower[start - 1] ?? "";
  if (start > from && view.capital[start - 1] === 0 && data.roleNouns.has(before)) {
    const role = roleEndingAt(view, data, start, from);
    // "the lawyer Ruiz", "campaign manager Ana Ruiz", but not "the judge Thursday" and not a place: "the mayor London"
    if (role !== null && !isBodyName(view, data, start, end)) {
      yield make(start, end, "person", role, role.start, true, data.roleNouns.get(before) ?? null);
      return;
    }
  }
  // "his running mate, Ana Ruiz, said"; "Estonia's national security advisor, Madis Roll, stated"
  if (before === "," && start - 2 >= from && data.roleNouns.has(view.lower[start - 2] ?? "") && end - start <= 4) {
    const role = roleEndingAt(view, data, start - 1, from);
    const opener = role === null ? "" : (view.lower[role.start - 1] ?? "");
    const capitalised = role !== null && view.lower[role.start + 1] === "'s";
    if (
      role !== null &&
      (data.possessives.has(opener) || opener === "the" || opener === "'s" || capitalised || role.start === from) &&
      !isBodyName(view, data, start, end)
    ) {
      yield make(start, end, "person", role, role.start, true, data.roleNouns.get(view.lower[start - 2] ?? "") ?? null);
      return;
    }
  }
  // "the mayor of Osterby, Ana Ruiz, said"
  if (before === "," && end - start <= 4 && !isBodyName(view, data, start, end)) {
    const role = officeBeforeComma(view, data, start - 1, from);
    const closed = view.lower[end] === "," || view.lower[end] === "(" || data.suffixes.has(view.lower[end] ?? "");
    if (role !== null && closed) {
      yield make(start, end, "person", role, role.start, true, genderOfRole(view, data, role));
      return;
    }
  }
  // "Republican Ana Ruiz", "Florida Democrat Ana Ruiz"
  let nameStart = start;
  while (nameStart < end - 1 && data.nationalities.has(view.lower[nameStart] ?? "")) nameStart++;
  if (
    nameStart > start &&
    end - nameStart >= 2 &&
    !isBodyName(view, data, start, end) &&
    data.firstNames.has(view.lower[nameStart] ?? "")
  ) {
    yield make(nameStart, end, "person", null, start, false, null);
    return;
  }
  if (nameStart > start - 1 && isPeople(view, data, start, end)) return;
  const kind = kindOfRun(view, data, start, end, from);
  // the recogniser may take a rare name for a body's; an office after it says otherwise
  const mayBePerson = kind !== "body" || (end - start > 1 && end - start < 4 && !isBodyName(view, data, start, end));
  const role = mayBePerson ? roleAfter(view, data, end, to) : null;
  const gender = role === null ? null : genderOfRole(view, data, role);
  yield make(start, end, role === null ? kind : "person", null, start, false, gender);
}

/** The last noun of office in a phrase before its "of". */
function headOf(view: WordView, data: SpeakerData, role: TokenSpan): number {
  let head = role.start;
  for (let at = role.start; at < role.end; at++) {
    const word = view.lower[at] ?? "";
    if (at > role.start && data.prepositions.has(word)) break;
    if (data.roleNouns.has(word)) head = at;
  }
  return head;
}

function rolesOf(
  before: TokenSpan | null,
  after: TokenSpan | null,
  isRelation: (role: TokenSpan) => boolean,
): readonly TokenSpan[] {
  return [before, after].flatMap((role) => (role === null || isRelation(role) ? [] : [role]));
}

/** Last word of the run that is an honorific or an office with a name still to come: -1 for none. */
function lastTitle(view: WordView, data: SpeakerData, start: number, end: number): number {
  for (let at = end - 1; at >= start; at--) {
    const word = view.lower[at] ?? "";
    if (data.honorifics.has(word)) return at;
    // "Senators Merrow and Holm"
    if (data.pluralTitles.has(word) && view.capital[at] === 1 && at < end - 1) return at;
    if (!data.roleNouns.has(word)) continue;
    // "Dean Holm" is a name more often than a dean
    if (data.firstNames.has(word) && at === start) continue;
    // "Prince", "Baker", "King", "Major" may be surnames: a first name before them says so
    if (at === end - 1 && at > start && data.firstNames.has(view.lower[at - 1] ?? "")) continue;
    return at;
  }
  return -1;
}

/** "Head of the Office of the President of Kestria": the office begins at its first noun. */
function firstTitle(view: WordView, data: SpeakerData, start: number, title: number): number {
  for (let at = start; at < title; at++) {
    const next = view.lower[at + 1] ?? "";
    if (data.roleNouns.has(view.lower[at] ?? "") && (next === "of" || next === "for" || next === "to")) return at;
  }
  return title;
}

/** Where the person's name begins after "Representative for Foreign Affairs and Security Policy". */
function nameAfterTitle(view: WordView, data: SpeakerData, from: number, end: number): number | null {
  for (let at = from; at < end; at++) if (data.firstNames.has(view.lower[at] ?? "")) return at;
  const split = end - 2;
  if (split <= from || data.joiners.has(view.lower[split] ?? "") || data.joiners.has(view.lower[split - 1] ?? ""))
    return null;
  if (data.bodyNames.has(view.lower[end - 1] ?? "")) return null;
  // three capitalised words at least after the last joiner: one for the office, two for the name
  return data.joiners.has(view.lower[split - 1] ?? "") ? null : split;
}

/** The phrase of office that ends before `end`: its modifiers to the left, without determiner or lower-case owner. */
function roleEndingAt(view: WordView, data: SpeakerData, end: number, from: number): TokenSpan | null {
  const start = leftOfRole(view, data, end - 1, from);
  return start < end ? { start, end } : null;
}

function leftOfRole(view: WordView, data: SpeakerData, noun: number, from: number): number {
  let start = noun;
  for (let at = noun - 1; at >= from && noun - at <= 9; at--) {
    const word = view.lower[at] ?? "";
    if (word === "'s") {
      // "Estonia's prime minister" is an office; "the campaign's manager" is a manager
      if (view.capital[at - 1] !== 1) break;
      continue;
    }
    if (word === "-" || word === "/" || word === "&") continue;
    if (word === "and" && at - 1 >= from && MINISTRIES.has(view.lower[noun] ?? "") && joinsOffice(view, data, at))
      continue;
    if (view.capital[at] === 1) {
      if (data.functionWords.has(word) && view.capitals[at] === 0) break;
      if ((data.pronouns.has(word) && view.capitals[at] === 0) || data.calendarWords.has(word)) break;
      start = at;
      continue;
    }
    if (data.determiners.has(word) || data.possessives.has(word) || data.prepositions.has(word)) break;
    if (
      data.roleModifiers.has(word) ||
      data.roleNouns.has(word) ||
      data.nationalities.has(word) ||
      data.bodyNouns.has(word)
    ) {
      start = at;
      continue;
    }
    const tag = tagOf(view, at);
    if (tag === "NN" || tag === "JJ") {
      if (data.sayingVerbs.has(word) || TIMES.has(word)) break;
      start = at;
      continue;
    }
    if (word.includes("-") && word.length > 3) {
      start = at;
      continue;
    }
    break;
  }
  // a comma or verb between, as in "Paris, President Ruiz": never crossed, for the loop stops there
  return start;
}

/** "the mayor of Osterby,": the office with its phrase that ends at the comma, opened by a determiner or an owner. */
function officeBeforeComma(view: WordView, data: SpeakerData, comma: number, from: number): TokenSpan | null {
  for (let at = comma - 1; at >= from && comma - at <= 9; at--) {
    const word = view.lower[at] ?? "";
    if (data.roleNouns.has(word)) {
      if (at === comma - 1 || phraseEnd(view, data, at + 1, comma) !== comma) return null;
      const role = { start: leftOfRole(view, data, at, from), end: comma };
      const opener = view.lower[role.start - 1] ?? "";
      const opened = opener === "the" || data.possessives.has(opener) || view.lower[role.start + 1] === "'s";
      return opened ? role : null;
    }
    if (view.capital[at] === 0 && !data.joiners.has(word) && word !== "the" && !/^[a-z-]+$/.test(word)) return null;
  }
  return null;
}

const TIMES: ReadonlySet<string> = new Set(
  "night morning afternoon evening week month year day today yesterday weekend time".split(" "),
);

/** Offices that are named for two things at once. */
const MINISTRIES: ReadonlySet<string> = new Set(["secretary", "minister", "commissioner"]);

/** "Health and Human Services Secretary": but "President Laar and Finance Minister Ruiz" are two. */
function joinsOffice(view: WordView, data: SpeakerData, at: number): boolean {
  if (view.capital[at - 1] !== 1 || view.capital[at + 1] !== 1) return false;
  for (let before = at - 1; before >= at - 3 && before >= 0; before--) {
    const word = view.lower[before] ?? "";
    if (view.capital[before] !== 1) return true;
    if (data.roleNouns.has(word) || data.honorifics.has(word) || data.firstNames.has(word)) return false;
  }
  return true;
}

/** "Ana Ruiz, 59, the head of the water board,": the office in apposition after a name. */
function roleAfter(view: WordView, data: SpeakerData, end: number, to: number): TokenSpan | null {
  let at = end;
  // "(D-Ore.)" between
  if (view.lower[at] === "(") {
    let close = at;
    while (close < to && close < at + 8 && view.lower[close] !== ")") close++;
    if (view.lower[close] === ")") at = close + 1;
  }
  const copula = view.lower[at] === "is" && data.determiners.has(view.lower[at + 1] ?? "");
  if (view.lower[at] !== "," && view.lower[at] !== "(" && !copula) return null;
  at++;
  if (/^\d{1,3}$/.test(view.lower[at] ?? "") && view.lower[at + 1] === ",") at += 2;
  const opened = at;
  if (view.lower[at] === "then") at++;
  while (at < to && (data.determiners.has(view.lower[at] ?? "") || data.possessives.has(view.lower[at] ?? ""))) at++;
  let start = at;
  let noun = -1;
  for (; at < to && at < start + 9; at++) {
    const word = view.lower[at] ?? "";
    if (data.roleNouns.has(word)) {
      noun = at;
      continue;
    }
    if (word === "'s") {
      // "the campaign's press secretary": the owner is left out unless it is a name
      if (view.capital[at - 1] === 0) start = at + 1;
      noun = -1;
      continue;
    }
    // "deputy homeland security advisor": an office may begin with another
    if (noun >= 0 && !goesOnToOffice(view, data, at, to)) break;
    if (/^["“”«»]|^''$|^``$/.test(word)) return null;
    if (word === "," || data.prepositions.has(word) || data.determiners.has(word) || data.pronouns.has(word)) break;
    const tag = tagOf(view, at);
    if (tag.startsWith("VB") && tag !== "VBN" && tag !== "VBG") break;
    if (view.capital[at] === 0 && data.sayingVerbs.has(word)) break;
  }
  if (noun < 0) return null;
  // without a determiner a following name would make it the next person's title: "Ruiz, President Laar and others"
  if (opened === start && view.capital[noun] === 1 && view.capital[noun + 1] === 1) return null;
  if (opened === start && view.capital[noun + 1] === 1) return null;
  const roleEnd = phraseEnd(view, data, noun + 1, to);
  return { start, end: roleEnd };
}

function goesOnToOffice(view: WordView, data: SpeakerData, at: number, to: number): boolean {
  for (let next = at; next < to && next < at + 3; next++) {
    const word = view.lower[next] ?? "";
    if (data.roleNouns.has(word)) return next > at;
    if (!data.roleModifiers.has(word) && !/^NN|^JJ/.test(tagOf(view, next))) return false;
  }
  return false;
}

/** "director of the Institute for Policy Integrity": one phrase after the noun, as far as the name of a body goes. */
export function phraseEnd(view: WordView, data: SpeakerData, at: number, to: number): number {
  const word = view.lower[at] ?? "";
  const generic = GENERIC_ROLES.has(view.lower[at - 1] ?? "");
  if (
    word !== "of" &&
    word !== "for" &&
    word !== "to" &&
    !(generic && (word === "at" || word === "on" || word === "with"))
  )
    return at;
  let end = at + 1;
  while (end < to && (view.lower[end] === "the" || data.possessives.has(view.lower[end] ?? ""))) end++;
  const start = end;
  while (end < to && end < start + 9) {
    const next = view.lower[end] ?? "";
    const small = data.joiners.has(next) || next === "the";
    if (
      view.capital[end] === 1 ||
      (small && view.capital[end + 1] === 1) ||
      (small && next !== "the" && view.lower[end + 1] === "the" && view.capital[end + 2] === 1)
    ) {
      if (data.calendarWords.has(next)) break;
      if (small && view.capital[end] === 0 && (next === "in" || next === "to")) break;
      end++;
      continue;
    }
    if ((word === "of" || word === "on" || word === "for") && end === start && /^[a-z-]+$/.test(next)) {
      // "head of research", "director of foreign policy", "chair of the party's platform committee"
      while (
        end < to &&
        end < start + 5 &&
        /^[a-z-]+$|^'s$/.test(view.lower[end] ?? "") &&
        view.capital[end] === 0 &&
        !isStop(data, view.lower[end] ?? "") &&
        !/^VB[DZP]|^RB|^MD/.test(tagOf(view, end))
      )
        end++;
    }
    break;
  }
  if (end <= start) return at;
  // "strategist for the Ruiz campaign"
  if (end < to && view.capital[end - 1] === 1 && data.bodyNouns.has(view.lower[end] ?? "")) return end + 1;
  if (!data.nationalities.has(view.lower[end - 1] ?? "")) return end;
  // "leader of the Democratic caucus" goes on; "spokesman for Democratic" lacks its noun
  const next = view.lower[end] ?? "";
  return end < to && /^[a-z-]+$/.test(next) && !isStop(data, next) && !data.roleModifiers.has(next) ? end + 1 : at;
}

/** Occupations that say little without their house or field. */
const GENERIC_ROLES: ReadonlySet<string> = new Set(
  "fellow expert scholar specialist researcher partner associate".split(" "),
);

function isStop(data: SpeakerData, word: string): boolean {
  const noun = data.roleModifiers.has(word) || data.bodyNouns.has(word);
  return (
    data.prepositions.has(word) ||
    data.determiners.has(word) ||
    data.pronouns.has(word) ||
    data.functionWords.has(word) ||
    (data.sayingVerbs.has(word) && !noun)
  );
}

function genderOfRole(view: WordView, data: SpeakerData, role: TokenSpan): Gender | null {
  for (let at = role.end - 1; at >= role.start; at--) {
    const gender = data.roleNouns.get(view.lower[at] ?? "");
    if (gender) return gender;
  }
  return null;
}

function genderOf(view: WordView, data: SpeakerData, start: number, end: number): Gender | null {
  if (end - start < 2) return null;
  return data.firstNames.get(view.lower[start] ?? "") ?? null;
}

/** "Arizona Republican", "New York Democrats": somebody from there, no name. */
function isPeople(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  const last = view.lower[end - 1] ?? "";
  const people =
    data.nationalities.has(last) || data.groupNouns.has(last) || data.nationalities.has(last.replace(/s$/, ""));
  if (!people || end - start < 2 || view.capital[end] === 1 || data.bodyNames.has(last)) return false;
  return !data.firstNames.has(view.lower[start] ?? "");
}

function isBodyName(view: WordView, data: SpeakerData, start: number, end: number): boolean {
  const last = view.lower[end - 1] ?? "";
  if (data.bodyNames.has(last) || data.placeNames.has(last) || data.knownBodies.has(last))
    return !(end - start === 2 && data.firstNames.has(view.lower[start] ?? ""));
  // “the Hammer” between two names is nobody's house
  for (let at = start; at < end; at++) if (OPENING.has(view.lower[at] ?? "")) return false;
  for (let at = start; at < end; at++) {
    const word = view.lower[at] ?? "";
    if (at > start && view.capital[at] === 0 && data.joiners.has(word) && !data.particles.has(word)) return true;
    if (at < end - 1 && at > start && data.bodyNames.has(word) && end - start > 2) return true;
  }
  return false;
}

function kindOfRun(view: WordView, data: SpeakerData, start: number, end: number, from: number): Mention["kind"] {
  const first = view.lower[start] ?? "";
  const length = end - start;
  if (isBodyName(view, data, start, end)) return "body";
  const article =
    start > from &&
    (view.lower[start - 1] === "the" || view.lower[start - 1] === "a" || view.lower[start - 1] === "an");
  if (length === 1) {
    if (data.nationalities.has(first)) return "body";
    if (view.capitals[start] === 1) return "body";
    if (article) return "body";
    return modelKind(view, start, end) ?? "unknown";
  }
  if (data.firstNames.has(first) && length <= 7) return "person";
  const known = modelKind(view, start, end);
  if (known !== null) return known;
  if (article) return "body";
  if (view.capitals[start] === 1 && first.length > 2 && !first.includes(".")) return "body";
  return length <= 4 && !data.nationalities.has(first) ? "person" : "body";
}

/** What the name recogniser says of most of these tokens. */
function modelKind(view: WordView, start: number, end: number): Mention["kind"] | null {
  const { name } = view.analysis.tokens;
  let person = 0;
  let other = 0;
  for (let at = start; at < end; at++) {
    const label = NAME_LABELS[name[at] ?? 0] ?? "O";
    if (label.endsWith("person")) person++;
    else if (label !== "O") other++;
  }
  if (person * 2 > end - start) return "person";
  return other * 2 > end - start ? "body" : null;
}
