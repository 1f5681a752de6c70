import { sameSpeaker } from "./identity.ts";

/**
 * The second witness to a role: who held which office from when to when, by a register. The first is the article's own
 * wording. They are shown side by side and a disagreement is shown, never resolved.
 */
export interface Register {
  readonly persons: readonly RegisteredPerson[];
}

export interface RegisteredPerson {
  /** As the register names the person: a Popolo id, a Wikidata item. */
  readonly id: string;
  readonly name: string;
  readonly otherNames: readonly string[];
  readonly offices: readonly RegisteredOffice[];
}

export interface RegisteredOffice {
  /** "Prime Minister of Kestria" */
  readonly title: string;
  readonly organisation: string | null;
  /** EDTF, as precise as the register is; null where it says nothing (`to`: still held, or not known). */
  readonly from: string | null;
  readonly to: string | null;
}

/** `certain`: held on every day that the date may mean; `possible`: on some of them. */
export interface OfficeAt extends RegisteredOffice {
  readonly person: RegisteredPerson;
  readonly held: "certain" | "possible";
}

/** The offices that the register gives a person at a date (EDTF, any precision); without a date, all of them as possible. */
export function officesAt(register: Register, name: string, date: string | null): readonly OfficeAt[] {
  const isNamed = (person: RegisteredPerson): boolean =>
    [person.name, ...person.otherNames].some((other) => sameSpeaker(other, name));
  return register.persons.filter(isNamed).flatMap((person) => heldAt(person, date));
}

/** Who held an office that is worded so, at a date: "Estonian prime minister", any holder. */
export function holdersOf(register: Register, title: string, date: string | null): readonly OfficeAt[] {
  return register.persons
    .flatMap((person) => heldAt(person, date))
    .filter((office) => compareTitles(title, office.title) === "agree");
}

/**
 * What the article's wording and the register's titles say to each other. `agree`: some title means the same office;
 * `differ`: the register knows the person's offices at that date and none is this one; `silent`: the register knows none.
 */
export function compareWitnesses(worded: string, offices: readonly OfficeAt[]): "agree" | "differ" | "silent" {
  if (offices.length === 0) return "silent";
  return offices.some((office) => compareTitles(worded, office.title) === "agree") ? "agree" : "differ";
}

/** True for a title of the office that is asked for, or of one within it: "Kestrian PM" is a prime minister, and a prime minister not yet Kestria's. */
export function isOffice(title: string, office: string): boolean {
  return titleWords(title).length >= titleWords(office).length && compareTitles(title, office) === "agree";
}

/** "Kestrian PM", "Prime Minister of Kestria" and "Kestria's prime minister" agree. */
export function compareTitles(a: string, b: string): "agree" | "differ" {
  const left = titleWords(a);
  const right = titleWords(b);
  const meets = (word: string, others: readonly string[]): boolean =>
    others.some((other) => word === other || sameRoot(word, other));
  const [few, many] = left.length <= right.length ? [left, right] : [right, left];
  return few.length > 0 && few.every((word) => meets(word, many)) ? "agree" : "differ";
}

const SHORT_TITLES: ReadonlyMap<string, string> = new Map([
  ["pm", "prime minister"],
  ["fm", "foreign minister"],
  ["eu", "european union"],
  ["us", "united states"],
  ["uk", "united kingdom"],
  ["un", "united nations"],
  ["mep", "member european parliament"],
  ["premier", "prime minister"],
]);

const EMPTY_WORDS: ReadonlySet<string> = new Set([
  "of",
  "the",
  "for",
  "and",
  "s",
  "a",
  "an",
  "former",
  "then",
  "current",
  "new",
  "now",
  "republic",
]);

function titleWords(title: string): readonly string[] {
  return title
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/[^\p{L}]+/gu, " ")
    .trim()
    .split(" ")
    .flatMap((word) => (SHORT_TITLES.get(word) ?? word).split(" "))
    .filter((word) => word !== "" && !EMPTY_WORDS.has(word));
}

const UNLIKE_DEMONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    french: "france",
    dutch: "netherlands",
    german: "germany",
    polish: "poland",
    spanish: "spain",
    greek: "greece",
  })
    .concat(
      Object.entries({
        british: "britain",
        danish: "denmark",
        finnish: "finland",
        swedish: "sweden",
        turkish: "turkey",
      }),
    )
    .concat(
      Object.entries({
        swiss: "switzerland",
        welsh: "wales",
        irish: "ireland",
        american: "states",
        portuguese: "portugal",
      }),
    ),
);

/** "kestrian" and "kestria", "chinese" and "china": a shared beginning of five letters, or of all but the ending of a short one. */
function sameRoot(a: string, b: string): boolean {
  if (UNLIKE_DEMONYMS.get(a) === b || UNLIKE_DEMONYMS.get(b) === a) return true;
  const shared = Math.min(a.length, b.length, 5);
  const isShortPlace =
    shared >= 4 && Math.abs(a.length - b.length) <= 3 && /(?:an|ese|ish|ic|i)$/.test(a.length > b.length ? a : b);
  if (shared < 5 && !isShortPlace) return false;
  return (
    a.slice(0, shared) === b.slice(0, shared) && /(?:an|ese|ish|ic|i|ni)$/.test(a) !== /(?:an|ese|ish|ic|i|ni)$/.test(b)
  );
}

function heldAt(person: RegisteredPerson, date: string | null): readonly OfficeAt[] {
  const asked = date === null ? null : boundsOf(date);
  return person.offices.flatMap((office): OfficeAt[] => {
    if (asked === null) return [{ ...office, person, held: "possible" }];
    const from = office.from === null ? null : boundsOf(office.from);
    const to = office.to === null ? null : boundsOf(office.to);
    if ((from && asked.last < from.first) || (to && asked.first > to.last)) return [];
    const isCertain = from !== null && from.last <= asked.first && (to === null || asked.last <= to.first);
    return [{ ...office, person, held: isCertain ? "certain" : "possible" }];
  });
}

/** First and last day that an EDTF date may mean, as `YYYY-MM-DD`; null when its year is open. */
function boundsOf(date: string): { readonly first: string; readonly last: string } | null {
  const match = /^(\d{4})(?:-(\d\d|XX))?(?:-(\d\d|XX))?/.exec(date);
  if (!match) return null;
  const [, year = "", month, day] = match;
  const isOpen = (part: string | undefined): boolean => part === undefined || part === "XX";
  const isSeason = !isOpen(month) && Number(month) > 12;
  if (isOpen(month) || isSeason) return { first: `${year}-01-01`, last: `${year}-12-31` };
  if (isOpen(day)) return { first: `${year}-${month}-01`, last: `${year}-${month}-31` };
  return { first: `${year}-${month}-${day}`, last: `${year}-${month}-${day}` };
}
