import type { Article } from "../article.ts";
import type { Cast, Member } from "./cast.ts";
import type { OfficeSense } from "./office-sense.ts";
import { leadsGovernment, leadsState, senseOf, soughtBy } from "./office-sense.ts";
import type { SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/**
 * The office whose house publishes a text. There "the President", "the Head of State" are its holder, however many other presidents are
 * guests, and whoever was named last.
 */
export interface House {
  readonly leads: "state" | "government";
  /** Its country: `=key` or the word that the publisher's name has; null where nothing tells. */
  readonly land: string | null;
  /** Who holds the office by the article's own words; null where they do not show it. */
  readonly member: number | null;
}

/** The house that publishes an article, by its publisher's name or its site; undefined for any other publisher. */
export function houseOf(article: Article, view: WordView, cast: Cast, data: SpeakerData): House | undefined {
  const office = officeByName(article.publisher ?? "", data) ?? officeBySite(article, data);
  if (office === null) return undefined;
  return { ...office, member: holderOf(office, article, view, cast, data) };
}

type HouseOffice = Omit<House, "member">;

/** "Office of the President of Kestria", "Prime Minister of Kestria". */
function officeByName(publisher: string, data: SpeakerData): HouseOffice | null {
  const words = publisher.slice(0, 200).match(/[\p{L}.]+/gu) ?? [];
  const lower = words.map((word) => word.toLowerCase());
  let at = lower[0] === "the" ? 1 : 0;
  // "Press Service of the", "Office of the"
  if (lower.slice(0, 5).includes("of") && HOUSES.has(lower[at] ?? "")) at = lower.indexOf("of") + 1;
  if (lower[at] === "the") at++;
  if (data.countries.has(lower[at] ?? "") && lower[at + 1] !== undefined) return officeAt(at + 1, lower[at] ?? null);
  const of = lower.indexOf("of", at);
  const land = of < 0 ? null : (lower.slice(of + 1).find((word) => word !== "the" && word !== "republic") ?? null);
  return officeAt(at, land);

  function officeAt(first: number, country: string | null): HouseOffice | null {
    const leads = lower[first] === "prime" && lower[first + 1] === "minister" ? "government" : leadsBy(lower[first]);
    return leads === null ? null : { leads, land: country === null ? null : keyOf(country, data) };
  }
}

const HOUSES: ReadonlySet<string> = new Set(["office", "press", "administration", "presidential", "website"]);

function leadsBy(word: string | undefined): House["leads"] | null {
  if (word === "president" || word === "king" || word === "queen") return "state";
  return word === "premier" || word === "chancellor" ? "government" : null;
}

/** "president.gov.ua/en", "https://www.president.gov.ua/en/news/1": a site of the office by its name, in the country of its top domain. */
function officeBySite({ publisher, url }: Article, data: SpeakerData): HouseOffice | null {
  for (const address of [url, publisher]) {
    const host = /^(?:https?:\/\/)?([a-z0-9-]+(?:\.[a-z0-9-]+)+)(?:[/:?#]|$)/.exec((address ?? "").slice(0, 300))?.[1];
    if (host === undefined) continue;
    const labels = host.split(".");
    const top = labels.at(-1) ?? "";
    if (top.length !== 2 && top !== "gov") continue;
    for (const label of labels.slice(0, -1)) {
      const leads = data.houseSites.get(label);
      if (leads === undefined) continue;
      const country = top === "gov" ? "us" : data.countryCodes.get(top);
      return { leads, land: country === undefined ? null : keyOf(country, data) };
    }
  }
  return null;
}

function keyOf(word: string, data: SpeakerData): string {
  const land = data.countries.get(word);
  return land === undefined ? word : `=${land}`;
}

/**
 * The person whom the article introduces with the house's office: by country, or titled so without one. Of two the one that the title
 * names. Where nobody is introduced with it, the only one whom the title names, unless another office is beside the name.
 */
function holderOf(
  house: HouseOffice,
  { title }: Article,
  view: WordView,
  cast: Cast,
  data: SpeakerData,
): number | null {
  const titleWords = new Set((title ?? "").toLowerCase().match(/\p{L}+/gu));
  const isInTitle = ({ last }: Member): boolean => titleWords.has(last);
  let best: Member | null = null;
  let bestScore = 0;
  let isDoubtful = false;
  for (const member of cast.members) {
    if (member.kind === "body") continue;
    let score = 0;
    for (const role of member.roles) {
      if ((view.analysis.tokens.quotation[role.start] ?? -1) >= 0) continue;
      const sense = senseOf(view, data, role);
      if (sense.isFormer || !leadsHouse(sense, house) || isOfOtherLand(sense, house)) continue;
      const lands = landsOf(sense);
      // a president of somewhere, at a house of nobody knows where: theirs only by the title
      if (house.land === null && lands.length > 0 && !isInTitle(member)) continue;
      score = Math.max(score, lands.some((land) => isSameLand(land, house.land)) ? 4 : 1);
    }
    if (score > 0 && isInTitle(member)) score += 1;
    if (score === 0) continue;
    // of two that are titled alike, the one introduced first and spoken of far more
    if (score === bestScore && best !== null && isBefore(best, member) && best.mentions >= 2 * member.mentions)
      continue;
    isDoubtful = score === bestScore || (isDoubtful && score < bestScore);
    if (score > bestScore) {
      best = member;
      bestScore = score;
    }
  }
  if (best !== null) return isDoubtful ? null : best.index;
  const titled = cast.members.filter((member) => member.kind !== "body" && isInTitle(member) && member.first !== "");
  const [only] = titled;
  return only !== undefined && titled.length === 1 && only.kind === "person" && only.roles.length === 0
    ? only.index
    : null;
}

function isBefore(member: Member, other: Member): boolean {
  return (member.roles[0]?.start ?? 0) < (other.roles[0]?.start ?? 0);
}

function leadsHouse(sense: OfficeSense, house: HouseOffice): boolean {
  return house.leads === "state" ? leadsState(sense) : leadsGovernment(sense);
}

/** A description of the house's own office: "the President", "the Kestrian head of state". */
export function isOfHouse(sense: OfficeSense, house: House): boolean {
  const sought = soughtBy(sense);
  const isSought = sought === "worded" ? leadsHouse(sense, house) && !sense.isFormer : sought === house.leads;
  if (!isSought) return false;
  return landsOf(sense).every((land) => isSameLand(land, house.land));
}

/** A description or role of another country than the house's. */
export function isOfOtherLand(sense: OfficeSense, house: HouseOffice): boolean {
  const lands = landsOf(sense);
  return house.land !== null && lands.length > 0 && !lands.some((land) => isSameLand(land, house.land));
}

/** "the President": an office that every country has, without its country. */
export function isBare(sense: OfficeSense): boolean {
  const sought = soughtBy(sense);
  const leads = sought !== "worded" || leadsState(sense) || leadsGovernment(sense);
  return leads && !sense.isFormer && landsOf(sense).length === 0;
}

/** The words of an office that may name its country: all but the office's own. */
function landsOf({ words, heads }: OfficeSense): readonly string[] {
  return [...words].filter((word) => !heads.has(word) && !OWN_WORDS.has(word));
}

const OWN_WORDS: ReadonlySet<string> = new Set(
  "prime state government head federal republic federation kingdom minister acting current new mr madam".split(" "),
);

/** `=ukraine` and `=ukraine`; "kestrian" and "kestria", which no list has. */
function isSameLand(word: string, land: string | null): boolean {
  if (land === null) return false;
  if (word.startsWith("=") || land.startsWith("=")) return word === land;
  const shared = Math.min(word.length, land.length, 5);
  return shared >= 4 && word.slice(0, shared) === land.slice(0, shared);
}
