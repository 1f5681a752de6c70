import type { TokenSpan } from "./mention.ts";
import type { SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/** What the words of an office say, of a role beside a name or of a description such as "the Head of State". */
export interface OfficeSense {
  /** The nouns of office themselves: of "Head of the Office of the President" only "head". */
  readonly heads: ReadonlySet<string>;
  /** All words that tell it from others; countries as `=key`. */
  readonly words: ReadonlySet<string>;
  /** Capitalised words behind "of", "for" or "to": what the office is of; countries as `=key`. */
  readonly complement: ReadonlySet<string>;
  /** It is of a council, a union, a chamber, not of a country: "President of the Harbour Council", "HUFA President". */
  readonly isOfBody: boolean;
  /** Deputy or vice: another office than the one it stands in for. */
  readonly isDeputy: boolean;
  readonly isFormer: boolean;
}

export function senseOf(view: WordView, data: SpeakerData, office: TokenSpan): OfficeSense {
  const heads = new Set<string>();
  const words = new Set<string>();
  const complement = new Set<string>();
  let link = -1;
  let isOfBody = false;
  for (let at = office.start; at < office.end; at++) {
    const word = view.lower[at] ?? "";
    if (word === "'s" || word === "'") {
      // "the President's Office Head": an owner is no holder
      if (link < 0) heads.clear();
      continue;
    }
    if (LINKS.has(word) && link < 0) {
      link = at;
      continue;
    }
    // "Minister of Finance and Deputy Prime Minister" goes on with a second office
    if (word === "and" && link >= 0 && beginsOffice(view, data, at + 1, office.end)) {
      link = -1;
      continue;
    }
    if (!/\p{L}/u.test(word) || data.determiners.has(word) || data.joiners.has(word)) continue;
    const land = data.countries.get(word);
    const key = land === undefined ? word : `=${land}`;
    words.add(key);
    if (link >= 0) {
      if (view.capital[at] === 1) complement.add(key);
    } else if (data.roleNouns.has(word)) heads.add(word);
    if (land === undefined && !COMMONWEALTHS.has(word) && namesBody(view, data, at)) isOfBody = true;
  }
  // "President of the Norvalian Sejm": behind the article stands a country, or what is no country
  if (link >= 0 && !isOfBody) isOfBody = isBodyAfterThe(view, data, link, office.end);
  const isFormer = words.has("former") || [...words].some((word) => word.startsWith("ex-"));
  return { heads, words, complement, isOfBody, isDeputy: words.has("deputy") || words.has("vice"), isFormer };
}

const LINKS: ReadonlySet<string> = new Set(["of", "for", "to", "at"]);

/** Words in the names of countries that otherwise name bodies. */
const COMMONWEALTHS: ReadonlySet<string> = new Set(
  "republic federation kingdom state states united nation country federal commonwealth emirates duchy principality".split(
    " ",
  ),
);

function namesBody(view: WordView, data: SpeakerData, at: number): boolean {
  const word = view.lower[at] ?? "";
  if (view.capital[at] === 0 || data.roleNouns.has(word)) return false;
  return data.bodyNames.has(word) || data.bodyNouns.has(word) || data.knownBodies.has(word) || view.capitals[at] === 1;
}

function isBodyAfterThe(view: WordView, data: SpeakerData, link: number, end: number): boolean {
  if (view.lower[link + 1] !== "the" || link + 2 >= end) return false;
  for (let at = link + 2; at < end && view.lower[at] !== "of"; at++) {
    const word = view.lower[at] ?? "";
    if (COMMONWEALTHS.has(word) || data.placeNames.has(word)) return false;
  }
  return view.capital[link + 2] === 1;
}

function beginsOffice(view: WordView, data: SpeakerData, from: number, end: number): boolean {
  for (let at = from; at < end && at < from + 3; at++) {
    const word = view.lower[at] ?? "";
    if (data.roleNouns.has(word)) return true;
    if (!data.roleModifiers.has(word)) return false;
  }
  return false;
}

/** What a description asks for: an office as worded, or the head of a state or government, which has other names. */
export type Sought = "state" | "government" | "worded";

export function soughtBy({ heads, words, complement }: OfficeSense): Sought {
  if (!heads.has("head")) return "worded";
  const ofState = words.has("state") && [...complement].every((word) => word === "state");
  if (ofState) return "state";
  return words.has("government") && [...complement].every((word) => word === "government") ? "government" : "worded";
}

/** Offices that a country has one of, so that the country may go without saying. */
const OF_STATE: ReadonlySet<string> = new Set(
  "president premier minister pm chancellor king queen emperor emir sultan prince".split(" "),
);

const HEADS_OF_STATE: ReadonlySet<string> = new Set("president king queen emperor emir sultan".split(" "));

/** The holder leads a government. */
export function leadsGovernment({ heads, words, isDeputy, isOfBody }: OfficeSense): boolean {
  if (isDeputy || isOfBody) return false;
  return heads.has("premier") || heads.has("pm") || heads.has("chancellor") || isPrimeMinister(heads, words);
}

/** The holder is the head of a state. */
export function leadsState({ heads, isDeputy, isOfBody }: OfficeSense): boolean {
  return !isDeputy && !isOfBody && [...heads].some((head) => HEADS_OF_STATE.has(head));
}

function isPrimeMinister(heads: ReadonlySet<string>, words: ReadonlySet<string>): boolean {
  return heads.has("minister") && words.has("prime");
}

/**
 * May a description mean the holder of a role? Says no where the two are different offices, however alike their words:
 *
 *     the Head of the Office of the President      President of Kestria
 *     the Minister                                 Prime Minister
 *     the Head of State                            Head of the Harbour Office
 */
export function mayMean(described: OfficeSense, role: OfficeSense, kinds: ReadonlySet<string> | undefined): boolean {
  const sought = soughtBy(described);
  if (sought === "state") return leadsState(role);
  if (sought === "government") return leadsGovernment(role);
  const { heads } = described;
  if (![...role.heads].some((head) => heads.has(head) || kinds?.has(head) === true)) return false;
  const isJoined = role.heads.size > 1;
  if (role.isDeputy && !described.isDeputy && !isJoined) return false;
  const isPremier = heads.has("premier") || heads.has("pm") || isPrimeMinister(heads, described.words);
  if (isPremier && !described.isDeputy && !leadsGovernment(role) && !isJoined) return false;
  // "Finance Minister" may go without its ministry; a prime minister is no mere minister
  if (heads.has("minister") && !isPremier && isPrimeMinister(role.heads, role.words) && !isJoined) return false;
  const isOfState = [...heads].some((head) => OF_STATE.has(head));
  const named = [...described.complement].filter((word) => !word.startsWith("="));
  if (isOfState && !described.isOfBody) return described.complement.size === 0 || !role.isOfBody;
  const isBare = role.words.size === role.heads.size && !isOfState;
  if (named.length === 0 || isBare) return true;
  // "the Minister of Foreign Affairs" is the Foreign Minister; of a body every word counts
  return described.isOfBody
    ? named.every((word) => role.words.has(word))
    : named.some((word) => role.words.has(word)) || role.complement.size === 0;
}
