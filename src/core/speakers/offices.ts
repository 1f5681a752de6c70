import type { TokenSpan } from "./mention.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import { tagOf, type WordView } from "./word-view.ts";

/** The phrase of office that ends before `end`: its modifiers to the left, without determiner or lower-case owner. */
export function roleEndingAt(view: WordView, data: SpeakerData, end: number, from: number): TokenSpan | null {
  const start = leftOfRole(view, data, end - 1, from);
  return start < end ? { start, end } : null;
}

export function leftOfRole(view: WordView, data: SpeakerData, noun: number, from: number): number {
  let start = noun;
  for (let at = noun - 1; at >= from && noun - at <= 9; at--) {
    const word = view.lower[at] ?? "";
    if (word === "'s") {
      // "Estonia's prime minister" is an office; "the campaign's manager" is a manager
      if (view.capital[at - 1] !== 1) break;
      continue;
    }
    // "attorney-general", but "PORT SABLE - Prime Minister" is a dateline
    if (word === "/" || word === "&") continue;
    if (word === "-" && isGlued(view, at)) continue;
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
    // small nouns do not stand before capital ones: "the state of emergency | United States President"
    if (start < noun && view.capital[start] === 1) break;
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
  return start < noun && view.capital[noun] === 0 ? leftOfBody(view, data, start, from) : start;
}

/** "Harbour Institute of | Technology professor": where the body's name begins that the last words of it were taken from. */
function leftOfBody(view: WordView, data: SpeakerData, start: number, from: number): number {
  let at = start - 2;
  if (at < from || view.capital[start] === 0 || view.lower[start - 1] !== "of") return start;
  if (view.capital[at] === 0 || !data.bodyNames.has(view.lower[at] ?? "")) return start;
  const isOfName = (token: number): boolean => {
    const word = view.lower[token] ?? "";
    return view.capital[token] === 1 && !data.functionWords.has(word) && !data.calendarWords.has(word);
  };
  while (at > from && start - at < 8 && isOfName(at - 1)) at--;
  return at;
}

/**
 * "Adviser to the President of Kestria Ida Holm", "Deputy Head of the Office of the President Ida Holm": she is the adviser, the deputy head.
 * `start` is where "President" begins.
 */
export function wholeOffice(view: WordView, data: SpeakerData, start: number, from: number): number {
  let owned = start;
  // an office, of a body, of an office
  for (let steps = 0; steps < 3; steps++) {
    const link = view.lower[owned - 2] ?? "";
    const noun = owned - 3;
    if (view.lower[owned - 1] !== "the" || (link !== "to" && link !== "of" && link !== "for") || noun < from)
      return start;
    const word = view.lower[noun] ?? "";
    if (view.capital[noun] === 1 && data.bodyNouns.has(word)) {
      owned = noun;
      continue;
    }
    const isOffice = data.roleNouns.has(word) && (view.capital[noun] === 1 || owned !== start);
    return isOffice ? leftOfRole(view, data, noun, from) : start;
  }
  return start;
}

/** "the mayor of Osterby,": the office with its phrase that ends at the comma, opened by a determiner or an owner. */
export function officeBeforeComma(view: WordView, data: SpeakerData, comma: number, from: number): TokenSpan | null {
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

function isGlued(view: WordView, at: number): boolean {
  const { start, end } = view.analysis.tokens;
  return end[at - 1] === start[at] && end[at] === start[at + 1];
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
  // "Prime Minister of Norvale Edda Holm and Prime Minister": longer than what a ministry is for
  return false;
}

/** "Ana Ruiz, 59, the head of the water board,": the office in apposition after a name. */
export function roleAfter(view: WordView, data: SpeakerData, end: number, to: number): TokenSpan | null {
  let at = end;
  // "(D-Ore.)" between
  if (view.lower[at] === "(") {
    let close = at;
    while (close < to && close < at + 8 && view.lower[close] !== ")") close++;
    if (view.lower[close] === ")") at = close + 1;
  }
  // "of West Norvale," between
  if (view.lower[at] === "of" && view.capital[at + 1] === 1) {
    let home = at + 1;
    while (home < to && home < at + 5 && view.capital[home] === 1) home++;
    if (view.lower[home] === ",") at = home;
  }
  const next = view.lower[at + 1] ?? "";
  const copula =
    view.lower[at] === "is" &&
    (data.determiners.has(next) ||
      data.roleNouns.has(next) ||
      (data.roleModifiers.has(next) && data.roleNouns.has(view.lower[at + 2] ?? "")));
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
  if (view.capital[noun] === 1 && opensClause(view, roleEnd, to)) return null;
  // in a list, "Tomas Laar, Prime Minister of Dren Ida Holm, and others": hers
  if (opened === start && endsInName(view, data, noun + 1, roleEnd)) return null;
  return { start, end: roleEnd };
}

/**
 * No apposition is closed there, for the words go on: the office is the next clause's.
 *
 *     On Harbour Day, President of Kestria | Ana Ruiz spoke        With Ana Ruiz, the President | noted
 */
function opensClause(view: WordView, at: number, to: number): boolean {
  if (at >= to) return false;
  const word = view.lower[at] ?? "";
  return view.capital[at] === 1 || word === "'s" || word === "'" || /^VB[DZP]$|^MD$|^RB$/.test(tagOf(view, at));
}

function endsInName(view: WordView, data: SpeakerData, from: number, end: number): boolean {
  const first = [end - 2, end - 3].find((at) => at > from + 1 && data.firstNames.has(view.lower[at] ?? ""));
  return first !== undefined && view.capital[first] === 1 && view.lower[first - 1] !== "the";
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
        !/^VB|^RB|^MD/.test(tagOf(view, end))
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

/** The last noun of office in a phrase before its "of". */
export function headOf(view: WordView, data: SpeakerData, role: TokenSpan): number {
  let head = role.start;
  for (let at = role.start; at < role.end; at++) {
    const word = view.lower[at] ?? "";
    if (at > role.start && data.prepositions.has(word)) break;
    if (data.roleNouns.has(word)) head = at;
  }
  return head;
}

export function genderOfRole(view: WordView, data: SpeakerData, role: TokenSpan): Gender | null {
  for (let at = role.end - 1; at >= role.start; at--) {
    const gender = data.roleNouns.get(view.lower[at] ?? "");
    if (gender) return gender;
  }
  return null;
}
