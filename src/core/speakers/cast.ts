import type { Mention, TokenSpan } from "./mention.ts";
import type { Gender, SpeakerData } from "./speaker-data.ts";
import type { WordView } from "./word-view.ts";

/** A person or body of one article, with every name it is given there. */
export interface Member {
  readonly index: number;
  readonly kind: "person" | "body" | "unknown";
  /** The mention that gives the fullest name. */
  readonly fullest: Mention;
  readonly first: string;
  readonly last: string;
  readonly gender: Gender | null;
  /** Offices as the article words them, in its order. */
  readonly roles: readonly TokenSpan[];
  readonly mentions: number;
}

/** Who occurs in an article, and which mention is whose. */
export interface Cast {
  readonly members: readonly Member[];
  readonly mentions: readonly Mention[];
  /** For each mention the index of its member. */
  readonly memberOf: Int32Array;
  /** For each token the mention that covers it, -1 for none. */
  readonly mentionAt: Int32Array;
  /** For each mention 1 when it is the first person named in its sentence, but for owners. */
  readonly leads: Uint8Array;
  /** Persons by each noun of their offices, bodies by each word of their names. */
  readonly holders: ReadonlyMap<string, readonly number[]>;
  readonly bodies: ReadonlyMap<string, readonly number[]>;
}

interface Draft {
  kind: Member["kind"];
  fullest: Mention;
  words: readonly string[];
  first: string;
  last: string;
  nickname: string;
  /** Token at which the name first stands in full. */
  firstAt: number;
  gender: Gender | null;
  roles: TokenSpan[];
  mentions: number;
  full: number;
}

/**
 * Puts the mentions of one person together: "Ana Ruiz", "Mayor Ruiz", "Ruiz" and "Ana" are one, "Tomas Ruiz" is another. A surname
 * alone goes to the person of that name who stands out most so far; two first names of one surname never meet.
 */
export function castOf(view: WordView, found: readonly Mention[], data: SpeakerData): Cast {
  const drafts: Draft[] = [];
  const byLast = new Map<string, number[]>();
  const byFirst = new Map<string, number[]>();
  const byBody = new Map<string, number>();
  const bodyByLast = new Map<string, number>();
  const byTail = new Map<string, number>();
  const initials = new Map<string, number>();
  /** -1 for a word of several bodies. */
  const byNoun = new Map<string, number>();
  const assigned = new Int32Array(found.length).fill(-1);

  // first those with a full name, so that a surname in the lead finds its owner further down
  for (const [at, mention] of found.entries()) if (mention.kind === "person") assignFull(at, mention);
  for (const [at, mention] of found.entries()) if (assigned[at] === -1) assignRest(at, mention);

  const mentions = [...found];
  const owners = [...assigned];
  for (const mention of headlineMentions(view, data, drafts, byLast, byFirst, byBody)) {
    mentions.push(mention.mention);
    owners.push(mention.owner);
    giveFullName(mention.owner, mention.mention);
  }
  const order = mentions
    .map((_, at) => at)
    .sort((a, b) => (mentions[a]?.start ?? 0) - (mentions[b]?.start ?? 0) || a - b);
  const sorted = order.map((at) => mentions[at] as Mention); // `order` holds their positions
  const memberOf = Int32Array.from(order, (at) => owners[at] ?? -1);
  const mentionAt = new Int32Array(view.count).fill(-1);
  for (const [at, mention] of sorted.entries()) mentionAt.fill(at, mention.start, mention.end);
  const { votes, neutral } = pronounVotes(view, sorted, memberOf, data);
  const peoples = new Set<string>();
  for (let at = 0; at < view.count; at++) if (view.capital[at] === 1) peoples.add(view.lower[at] ?? "");
  const members = drafts.map((draft, index): Member => {
    const vote = votes.get(index);
    const gender = draft.gender ?? (vote === undefined || vote === 0 ? null : vote > 0 ? "male" : "female");
    const { fullest, first, last, roles, mentions: count } = draft;
    return {
      index,
      kind: kindFrom(draft, vote, neutral.has(index) || isLand(draft, peoples)),
      fullest,
      first,
      last,
      gender,
      roles,
      mentions: count,
    };
  });
  const holders = new Map<string, number[]>();
  const bodies = new Map<string, number[]>();
  for (const { index, kind, roles, fullest } of members) {
    const words = new Set<string>();
    const ranges = kind === "body" ? (fullest.end - fullest.start > 1 ? [fullest] : []) : roles;
    for (const { start, end } of ranges) for (let at = start; at < end; at++) words.add(view.lower[at] ?? "");
    for (const word of words)
      if (kind === "body") push(bodies, word, index);
      else if (data.roleNouns.has(word)) push(holders, word, index);
  }
  const leads = new Uint8Array(sorted.length);
  let led = -1;
  for (const [at, { sentence, possessive }] of sorted.entries()) {
    if (possessive || sentence === led || members[memberOf[at] ?? -1]?.kind === "body") continue;
    leads[at] = 1;
    led = sentence;
  }
  return { members, mentions: sorted, memberOf, mentionAt, leads, holders, bodies };

  function assignFull(at: number, mention: Mention): void {
    const words = nameWords(view, mention, data);
    if (words.length < 2) return;
    const last = lastOf(words, data);
    const first = words[0] ?? "";
    const nickname = nicknameOf(view, mention);
    const known = (byLast.get(last) ?? [])
      .slice(-NAMESAKES)
      .find((index) => isSamePerson(drafts[index], words, nickname, mention.gender));
    if (known !== undefined) {
      join(at, known, mention, words);
      return;
    }
    const index = add(at, "person", mention, words, first, last);
    const draft = drafts[index];
    if (draft !== undefined) draft.nickname = nickname;
    push(byLast, last, index);
    push(byFirst, first, index);
    if (nickname !== "") push(byFirst, nickname, index);
  }

  function assignRest(at: number, mention: Mention): void {
    const words = nameWords(view, mention, data);
    const last = words.at(-1) ?? "";
    if (mention.kind !== "body" || words.length === 1) {
      const owner = personOf(words, mention);
      if (owner !== undefined) {
        join(at, owner, mention, words);
        return;
      }
    }
    const explained = explainedBy(at, mention, bodyKey(words));
    if (explained !== undefined) {
      join(at, explained, mention, words);
      byBody.set(bodyKey(words), explained);
      push(byLast, last, explained);
      return;
    }
    if (mention.kind === "person") {
      // "Mr. Edd" shows that "Elward Edd" was no body
      const taken = mention.titled && words.length === 1 ? bodyByLast.get(last) : undefined;
      const draft = taken === undefined ? undefined : drafts[taken];
      if (taken !== undefined && draft !== undefined) {
        draft.kind = "person";
        push(byLast, last, taken);
        join(at, taken, mention, words);
        return;
      }
      const index = add(at, "person", mention, words, "", last);
      push(byLast, last, index);
      return;
    }
    const key = bodyKey(words);
    const short = initials.get(key) ?? byBody.get(key) ?? (words.length > 1 ? byTail.get(key) : undefined);
    if (short !== undefined) {
      join(at, short, mention, words);
      return;
    }
    const whole = words.length === 1 && view.lower[mention.start - 1] === "the" ? byNoun.get(key) : undefined;
    if (whole !== undefined && whole >= 0) {
      join(at, whole, mention, words);
      return;
    }
    const index = add(at, mention.kind, mention, words, "", last);
    byBody.set(key, index);
    // "the Department" for the one of that word
    if (words.length > 1)
      for (const word of words) if (data.sharedNames.has(word)) byNoun.set(word, byNoun.has(word) ? -1 : index);
    if (words.length === 2 && !data.bodyNames.has(last) && !data.placeNames.has(last)) bodyByLast.set(last, index);
    // "the Supreme Court" for the U.S. Supreme Court
    if (words.length > 2) byTail.set(bodyKey(words.slice(1)), index);
    if (words.length > 3) byTail.set(bodyKey(words.slice(2)), index);
    if (mention.kind === "unknown") push(byLast, last, index);
    if (words.length > 1)
      initials.set(
        words
          .filter((word) => !data.joiners.has(word))
          .map((word) => word[0] ?? "")
          .join(""),
        index,
      );
  }

  /** "The Harbour Union of Kestria (HUK)": the body whose short name stands in brackets behind it. */
  function explainedBy(at: number, mention: Mention, key: string): number | undefined {
    const whole = found[at - 1];
    const owner = assigned[at - 1] ?? -1;
    if (whole === undefined || owner < 0 || mention.end - mention.start > 1 || drafts[owner]?.kind === "person")
      return undefined;
    if (view.lower[mention.start - 1] !== "(" || view.lower[mention.end] !== ")") return undefined;
    if (whole.end !== mention.start - 1 || whole.end - whole.start < 2) return undefined;
    let matched = 0;
    for (let i = whole.start; i < whole.end; i++) if (view.lower[i]?.[0] === key[matched]) matched++;
    const isShort =
      view.capitals[mention.start] === 1
        ? matched === key.length
        : key.startsWith((view.lower[whole.start] ?? "").slice(0, 3));
    return isShort ? owner : undefined;
  }

  /** Whose surname or first name is this? Of several, the one most spoken of so far, unless gender speaks against it. */
  function personOf(words: readonly string[], mention: Mention): number | undefined {
    if (words.length !== 1) return undefined;
    const name = words[0] ?? "";
    const owners = byLast.get(name) ?? [];
    const candidates = owners.length > 0 ? owners : ownersOfFirst(name, mention);
    let best: number | undefined;
    let bestScore = -Infinity;
    for (const index of candidates.slice(-NAMESAKES)) {
      const draft = drafts[index];
      if (draft === undefined) continue;
      if (mention.gender !== null && draft.gender !== null && mention.gender !== draft.gender) continue;
      // full names do not show whom the surname alone means: who is always called in full is seldom called by it
      const introduced = draft.firstAt < mention.start;
      const score = (draft.mentions - draft.full) * 2 + (introduced ? 6 : 0) + draft.full * 0.5;
      if (score > bestScore) {
        best = index;
        bestScore = score;
      }
    }
    return best;
  }

  /**
   * "Ana" is Ana Ruiz. A firm is not the longer name that begins with it; and after a title stands a surname, but for a name whose only
   * owner in the article has it first: "Dr. Meera" for "Dr. Meera Sabri Flo".
   */
  function ownersOfFirst(name: string, mention: Mention): readonly number[] {
    const owners = byFirst.get(name) ?? [];
    if (data.firstNames.has(name)) return mention.titled ? [] : owners;
    if (mention.titled) return owners.length === 1 ? owners : [];
    // a person is first given in full; "Velco", and later "Velco Norvale", are two
    return mention.kind === "body" ? [] : owners.filter((index) => (drafts[index]?.firstAt ?? 0) < mention.start);
  }

  /** A headline may give the first name that the story leaves out. */
  function giveFullName(owner: number, mention: Mention): void {
    const draft = drafts[owner];
    if (draft === undefined || draft.kind === "body") return;
    const words = nameWords(view, mention, data);
    if (draft.words.length !== 1 || words.length !== 2) return;
    draft.words = words;
    draft.first = words[0] ?? "";
    draft.fullest = mention;
    draft.gender ??= data.firstNames.get(draft.first) ?? null;
  }

  function add(
    at: number,
    kind: Draft["kind"],
    mention: Mention,
    words: readonly string[],
    first: string,
    last: string,
  ): number {
    const draft: Draft = {
      kind,
      fullest: mention,
      words,
      first,
      last,
      nickname: "",
      firstAt: mention.start,
      gender: mention.gender,
      roles: [...mention.roles],
      mentions: 1,
      full: 1,
    };
    drafts.push(draft);
    assigned[at] = drafts.length - 1;
    return drafts.length - 1;
  }

  function join(at: number, index: number, mention: Mention, words: readonly string[]): void {
    assigned[at] = index;
    const draft = drafts[index];
    if (draft === undefined) return;
    draft.mentions++;
    if (words.length > 1) draft.full++;
    // the same office again and again says nothing new, and must not make the work quadratic
    if (draft.roles.length < 24) draft.roles.push(...mention.roles);
    draft.gender ??= mention.gender;
    if (mention.titled && draft.kind === "unknown") draft.kind = "person";
    if (words.length > draft.words.length) {
      draft.words = words;
      draft.fullest = mention;
    }
  }
}

/** What pronouns tell of a name that could be either: "Kestria said it would", "Holm said he would". */
function kindFrom({ kind, words, roles, first }: Draft, vote: number | undefined, neutral: boolean): Member["kind"] {
  if (kind === "body") return kind;
  const bare = words.length === 1 && roles.length === 0 && first === "";
  if (neutral && bare && vote === undefined) return "body";
  return kind === "unknown" && vote !== undefined ? "person" : kind;
}

/** "Kestria" where the text also says "Kestrian". */
function isLand({ words, last }: Draft, peoples: ReadonlySet<string>): boolean {
  if (words.length !== 1 || last.length < 4) return false;
  const stem = last.replace(/[aeo]$/, "");
  return [`${last}n`, `${last}an`, `${last}ian`, `${stem}an`, `${stem}ian`, `${last}ese`, `${stem}ish`].some((people) =>
    peoples.has(people),
  );
}

/** How many of one surname are told apart; more are no news, and must not make the work quadratic. */
const NAMESAKES = 50;

/** Lower-case words of a name: nickname, initials' dots and suffix left in their places are no part of the comparison. */
function nameWords(view: WordView, mention: Mention, data: SpeakerData): string[] {
  const words: string[] = [];
  for (let at = mention.start; at < mention.end; at++) {
    const word = plain(view, at);
    if (/^[\p{L}\p{N}]/u.test(word)) words.push(word);
    else if (words.length > 0 && /^["“”'‘’«»„`(]/u.test(word) && at + 2 < mention.end) at += 2; // the nickname and its closing mark
  }
  while (words.length > 1 && data.suffixes.has(words.at(-1) ?? "")) words.pop();
  return words;
}

/** A word without the marks on its letters, which one article may write and leave out: "Núñez", "Nunez". */
function plain(view: WordView, at: number): string {
  const word = view.lower[at] ?? "";
  return /[^a-z]/u.test(word) ? word.normalize("NFD").replace(/\p{M}/gu, "") : word;
}

/** `Robert C. “Bobby” Scott`: "bobby"; "" where there is none. */
function nicknameOf(view: WordView, mention: Mention): string {
  for (let at = mention.start + 1; at + 2 < mention.end; at++)
    if (/^["“'‘«„`(]/u.test(view.lower[at] ?? "")) return view.lower[at + 1] ?? "";
  return "";
}

function lastOf(words: readonly string[], data: SpeakerData): string {
  const last = words.at(-1) ?? "";
  return data.suffixes.has(last) ? (words.at(-2) ?? last) : last;
}

function bodyKey(words: readonly string[]): string {
  return words[0] === "the"
    ? words.slice(1).join(" ")
    : words.join("").replaceAll(".", "") === ""
      ? ""
      : words.map((word) => word.replaceAll(".", "")).join(" ");
}

function isSamePerson(
  draft: Draft | undefined,
  words: readonly string[],
  nickname: string,
  gender: Gender | null,
): boolean {
  if (draft === undefined || draft.words.length < 2) return false;
  if (gender !== null && draft.gender !== null && gender !== draft.gender) return false;
  const a = draft.words[0] ?? "";
  const b = words[0] ?? "";
  if (a === b || (nickname !== "" && nickname === a) || (draft.nickname !== "" && draft.nickname === b)) return true;
  const short = a.length < b.length ? a : b;
  const long = a.length < b.length ? b : a;
  if (short.endsWith(".") || short.length === 1) return long.startsWith(short.slice(0, 1));
  // "Mike" and "Michael": a familiar form shares its beginning
  return short.length >= 3 && long.startsWith(short.slice(0, 3)) && Math.abs(long.length - short.length) <= 5;
}

function push(map: Map<string, number[]>, key: string, value: number): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}

/** In a headline only names that the story gives are names. */
function headlineMentions(
  view: WordView,
  data: SpeakerData,
  drafts: readonly Draft[],
  byLast: ReadonlyMap<string, readonly number[]>,
  byFirst: ReadonlyMap<string, readonly number[]>,
  byBody: ReadonlyMap<string, number>,
): { readonly mention: Mention; readonly owner: number }[] {
  const found: { readonly mention: Mention; readonly owner: number }[] = [];
  const { sentences } = view.analysis;
  for (let sentence = 0; sentence < sentences.count; sentence++) {
    if (view.headline[sentence] === 0) continue;
    const from = sentences.start[sentence] ?? 0;
    const to = sentences.end[sentence] ?? 0;
    let free = from;
    for (let at = from; at < to; at++) {
      const word = plain(view, at);
      if (view.capital[at] === 0) continue;
      const owners =
        byLast.get(word) ?? (at + 1 < to && byLast.has(plain(view, at + 1)) ? undefined : byFirst.get(word));
      let owner = best(owners);
      let start = at;
      if (owner === undefined) {
        const body = byBody.get(word);
        if (body === undefined) continue;
        owner = body;
      } else {
        const words = drafts[owner]?.words ?? [];
        for (const index of owners ?? []) {
          const full = drafts[index]?.words ?? [];
          if (at > free && full.length > 1 && full[0] === plain(view, at - (full.length - 1))) owner = index;
        }
        while (start > free && (drafts[owner]?.words ?? words).includes(plain(view, start - 1))) start--;
        const before = view.lower[start - 1] ?? "";
        const fuller = words.length === 1 && start > free && start === at && data.firstNames.has(before);
        if (fuller) start--;
      }
      found.push({
        owner,
        mention: {
          start,
          end: at + 1,
          phraseStart: start,
          kind: drafts[owner]?.kind ?? "unknown",
          roles: [],
          gender: null,
          titled: false,
          possessive: view.lower[at + 1] === "'s" || view.lower[at + 1] === "'",
          sentence,
          headline: true,
        },
      });
      free = at + 1;
    }
  }
  return found;

  function best(owners: readonly number[] | undefined): number | undefined {
    let chosen: number | undefined;
    for (const index of owners ?? [])
      if (chosen === undefined || (drafts[index]?.mentions ?? 0) > (drafts[chosen]?.mentions ?? 0)) chosen = index;
    return chosen;
  }
}

/** "Ruiz … he": a pronoun after the only person of its sentence, or of the one before, tells a gender that the name does not. */
function pronounVotes(
  view: WordView,
  mentions: readonly Mention[],
  memberOf: Int32Array,
  data: SpeakerData,
): { readonly votes: ReadonlyMap<number, number>; readonly neutral: ReadonlySet<number> } {
  const votes = new Map<number, number>();
  const neutral = new Set<number>();
  const { sentence: sentenceOf, quotation } = view.analysis.tokens;
  let next = 0;
  // the only person of the sentence so far and of the one before; -1 for none, -2 for several
  let here = -1;
  let before = -1;
  let sentence = -1;
  let place = 0;
  for (let at = 0; at < view.count; at++) {
    if (sentenceOf[at] !== sentence) {
      sentence = sentenceOf[at] ?? 0;
      before = here;
      here = -1;
      place = 0;
    }
    place++;
    while (next < mentions.length && (mentions[next]?.start ?? 0) <= at) {
      const mention = mentions[next] as Mention; // `next` is within the list
      const member = memberOf[next] ?? -1;
      if (mention.kind !== "body" && !mention.headline) here = here === -1 || here === member ? member : -2;
      next++;
    }
    const pronoun = data.pronouns.get(view.lower[at] ?? "");
    // "Kestria said it would"
    if (pronoun?.kind === "neuter" && here >= 0 && at > 1 && data.sayingVerbs.has(stem(view.lower[at - 1] ?? "")))
      neutral.add(here);
    if (pronoun?.kind !== "third" || pronoun.gender === null || (quotation[at] ?? -1) >= 0) continue;
    const owner = here !== -1 ? here : place <= 3 ? before : -1;
    if (owner < 0) continue;
    votes.set(owner, (votes.get(owner) ?? 0) + (pronoun.gender === "male" ? 1 : -1));
  }
  return { votes, neutral };
}

function stem(verb: string): string {
  return verb === "said" || verb === "says" ? "say" : verb.replace(/(?:ed|s)$/, "");
}
