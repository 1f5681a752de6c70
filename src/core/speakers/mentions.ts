import type { Mention, TokenSpan } from "./mention.ts";
import { genderOf, isBodyName, isPeople, kindOfRun, OPENING } from "./name-kind.ts";
import {
  genderOfRole,
  headOf,
  wholeOffice,
  leftOfRole,
  officeBeforeComma,
  roleAfter,
  roleEndingAt,
} from "./offices.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/**
 * Finds the names of a text outside headlines, in order: runs of capitalised words, cut at offices and honorifics.
 *
 *     Littoral Union Envoy for Ports and Inland Waterways Ilva Marren
 *     ^ role, phraseStart                                 ^ start
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

/** Tokens of the longest office with its name; what is longer is no name. */
const LONGEST_NAME = 24;

function runEnd(view: WordView, data: SpeakerData, seen: WordsSeen, at: number, from: number, to: number): number {
  if (!beginsName(view, data, seen, at, from)) return at;
  let end = at + 1;
  while (end < to && end - at < LONGEST_NAME) {
    if (continuesName(view, data, end)) {
      end++;
      continue;
    }
    const word = view.lower[end] ?? "";
    // "Abdel al-Sarif"
    if (/^(?:al|el|as|ash|an|ar|az|ul|ud)-\p{L}{3}/u.test(word)) {
      end++;
      continue;
    }
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
    const spelled = initialledEnd(view, at, end, to);
    if (spelled > end) return spelled;
    // "the Group of 20 Forum", "the Lost 52 Project"
    const goesOn = view.capital[end + 1] === 1 && data.bodyNames.has(view.lower[end + 1] ?? "") && end + 1 < to;
    if (goesOn && /^\d{1,3}$/.test(word)) {
      end += 2;
      continue;
    }
    // "KPA Today"
    if (word === "today" && view.capital[end] === 1 && view.capitals[end - 1] === 1) return end + 1;
    // "Channel 12 reported"
    if (data.numbered.has(view.lower[end - 1] ?? "") && /^\d{1,2}$/.test(word)) return end + 1;
    break;
  }
  return end;
}

/** "Letters from Kestria (LFK)": where a name ends whose initials stand behind it in brackets; `end` where they do not. */
function initialledEnd(view: WordView, at: number, end: number, to: number): number {
  let close = end;
  while (close < to && close < at + LONGEST_INITIALLED && /^\p{L}+$/u.test(view.lower[close] ?? "")) close++;
  if (close === end || view.lower[close] !== "(" || view.lower[close + 2] !== ")") return end;
  if (view.capitals[close + 1] !== 1 || view.capital[close - 1] === 0) return end;
  let initials = "";
  for (let i = at; i < close; i++) initials += (view.lower[i] ?? "").slice(0, 1);
  return initials.length > 2 && initials === view.lower[close + 1] ? close : end;
}

/** Most words of such a name. */
const LONGEST_INITIALLED = 8;

/** `Robert C. “Bobby” Scott`: the place after the closing mark, when a name goes on there. */
function nicknameEnd(view: WordView, data: SpeakerData, at: number, to: number): number {
  if (!OPENING.has(view.lower[at] ?? "")) return at;
  let end = at + 1;
  while (end < to && end < at + 4 && (view.capital[end] === 1 || view.lower[end] === "the")) end++;
  if (end === at + 1 || !CLOSING.has(view.lower[end] ?? "")) return at;
  return end + 1 < to && continuesName(view, data, end + 1) && view.capital[end + 1] === 1 ? end + 1 : at;
}

const CLOSING: ReadonlySet<string> = new Set(['"', "”", "'", "’", "''", "»", "“", ")"]);

function beginsName(view: WordView, data: SpeakerData, seen: WordsSeen, at: number, from: number): boolean {
  if (view.capital[at] === 0) return false;
  const word = view.lower[at] ?? "";
  const first = at === from || !(isWord(view, at - 1) || view.lower[at - 1] === "'s");
  if (data.calendarWords.has(word) && !(word === "may" && view.capital[at - 1] === 1)) return false;
  const pronoun = data.pronouns.get(word);
  if (pronoun !== undefined && view.capitals[at] === 0) return false;
  // "State and federal officials": two words of one noun
  const isModifier = (token: number): boolean => data.roleModifiers.has(view.lower[token] ?? "");
  if (at === from && view.lower[at + 1] === "and" && view.capital[at + 2] === 0 && isModifier(at) && isModifier(at + 2))
    return false;
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

/** A person whose office stands before the name and belongs to a body: `role` ends where the name begins. */
function officeHolder(
  view: WordView,
  data: SpeakerData,
  { start, end }: TokenSpan,
  role: TokenSpan,
  sentence: number,
): Mention {
  return {
    start,
    end,
    phraseStart: role.start,
    kind: "person",
    roles: [role],
    gender: genderOf(view, data, start, end) ?? genderOfRole(view, data, role),
    titled: true,
    possessive: view.lower[end] === "'s" || view.lower[end] === "'",
    sentence,
    headline: false,
  };
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
  // "Head of the President's Office Ida Holm": the run of capitals begins within her office
  if (view.lower[start - 1] === "'s" && end - start >= 3 && data.bodyNouns.has(view.lower[start] ?? "")) {
    const office = wholeOffice(view, data, start - 2, from);
    if (office < start - 2) {
      const role = { start: office, end: start + 1 };
      yield officeHolder(view, data, { start: start + 1, end }, role, sentence);
      return;
    }
  }
  const split = nameAfterBody(view, data, start, end, from);
  if (split !== null) {
    yield officeHolder(view, data, { start: split.name, end }, split.role, sentence);
    return;
  }
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
        (data.bodyNames.has(only) || data.bodyNouns.has(only) || data.groupNouns.has(only) || data.placeNames.has(only))
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
        const near = honorific && office > title ? null : roleEndingAt(view, data, office, from);
        const role = near === null ? null : { start: wholeOffice(view, data, near.start, from), end: near.end };
        yield make(nameStart, end, "person", role, Math.min(role?.start ?? start, start), true, gender);
        return;
      }
      // the title goes on over "for Foreign Affairs": the name is what stands at the end
      const split = nameAfterTitle(view, data, nameStart, end);
      if (split !== null) {
        const office = firstTitle(view, data, start, title);
        const role = { start: wholeOffice(view, data, leftOfRole(view, data, office, from), from), end: split };
        yield make(split, end, "person", role, Math.min(role.start, start), true, data.roleNouns.get(word) ?? null);
        return;
      }
      // "The President of Kestria" is an office, for descriptions to resolve; "General Assembly of the Pact" is a body
      const office = firstTitle(view, data, start, title);
      // "the Directorate General of Ports" is no general
      const isBody = office > start && data.bodyNames.has(view.lower[office - 1] ?? "");
      const isOffice = data.joiners.has(view.lower[office + 1] ?? "") && office - start <= 2 && !isBody;
      if (!isOffice) yield make(start, end, "body", null, start, false, null);
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
  // "his running mate, Ana Ruiz, said"; "Velden's harbour adviser, Piet Haas, stated"
  if (before === "," && start - 2 >= from && data.roleNouns.has(view.lower[start - 2] ?? "") && end - start <= 4) {
    const role = roleEndingAt(view, data, start - 1, from);
    const opener = role === null ? "" : (view.lower[role.start - 1] ?? "");
    const capitalised = role !== null && view.lower[role.start + 1] === "'s";
    // "According to the President, Holm agreed": the phrase ends at its comma
    const introduced = role !== null && data.prepositions.has(view.lower[role.start - 2] ?? "");
    const open = introduced && end < to && /^\p{L}/u.test(view.lower[end] ?? "");
    if (
      role !== null &&
      !open &&
      !(end - start === 1 && view.capitals[start] === 1) &&
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
  // "Ecologist Ana Ruiz", at the beginning of a sentence
  const isCalling = end - start >= 3 && CALLING.test(view.lower[start] ?? "");
  if (isCalling && !data.firstNames.has(view.lower[start] ?? "") && !isBodyName(view, data, start, end)) {
    yield make(start + 1, end, "person", { start, end: start + 1 }, start, true, null);
    return;
  }
  // "Republican Ana Ruiz", "Florida Democrat Ana Ruiz"
  let nameStart = start;
  const isOrigin = (word: string): boolean => data.nationalities.has(word) || data.placeNames.has(word);
  while (
    nameStart < end - 2 &&
    isOrigin(view.lower[nameStart] ?? "") &&
    !data.firstNames.has(view.lower[nameStart] ?? "")
  )
    nameStart++;
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

/**
 * Where the name begins after an office of a body or a land, and that office.
 *
 *     the director of Harbour International Ana Ruiz        the speaker of the parliament Ana Ruiz
 *         ^ office                          ^ name              ^ office                  ^ name
 */
function nameAfterBody(
  view: WordView,
  data: SpeakerData,
  start: number,
  end: number,
  from: number,
): { readonly name: number; readonly role: TokenSpan } | null {
  let name = start;
  for (let at = start; at < end; at++) {
    const word = view.lower[at] ?? "";
    if (data.honorifics.has(word) || data.roleNouns.has(word) || view.capital[at] === 0) return null;
    if (isBodyWord(data, word) && !(data.firstNames.has(word) && at > start)) name = at + 1;
  }
  const length = end - name;
  if (length < 2 || length > 4 || view.capitals[name] === 1) return null;
  // without a first name that is known, only what follows a body's own last word
  const known = data.firstNames.has(view.lower[name] ?? "");
  if (!known && (name === start || !data.bodyNames.has(view.lower[name - 1] ?? ""))) return null;
  let link = start - 1;
  if (name === start) {
    if (view.capital[link] === 1 || !data.bodyNouns.has(view.lower[link] ?? "")) return null;
    link--;
  }
  if (view.lower[link] === "the") link--;
  const word = view.lower[link] ?? "";
  const noun = link - 1;
  if (noun < from || !data.prepositions.has(word) || !data.roleNouns.has(view.lower[noun] ?? "")) return null;
  return { name, role: { start: leftOfRole(view, data, noun, from), end: name } };
}

function isBodyWord(data: SpeakerData, word: string): boolean {
  return data.bodyNames.has(word) || data.placeNames.has(word) || data.knownBodies.has(word);
}

/** How words for callings end, of which no list is complete. */
const CALLING = /(?:ologist|ographer|onomer|casters?|author|nalist)$/;

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
    // "the Bishops' Conference"
    if (view.lower[at + 1] === "'" && at + 2 < end) continue;
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
