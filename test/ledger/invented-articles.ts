import type { Article } from "../../src/core/article.ts";
import type { Commitment } from "../../src/core/commitment.ts";
import type { Entry } from "../../src/core/entry.ts";
import { hashOf, statementId } from "../../src/core/hash.ts";
import { spanOf, type Span } from "../../src/core/span.ts";
import type { ReadArticle } from "../../src/ledger/ledger.ts";

/**
 * The article number `number` of an invented country's press, with its entries as an engine would read them. Made by arithmetic:
 * same number, same article. Words are chosen as unevenly as in language, so that some are in most articles and most in few.
 */
export function inventedArticle(
  number: number,
  { statements = 6, engine = "1.0.0", speakers = 400 }: InventedOptions = {},
): ReadArticle {
  const random = randomFrom(number);
  const year = 2019 + Math.floor(random() * 7);
  const day = `${year}-${two(1 + Math.floor(random() * 12))}-${two(1 + Math.floor(random() * 28))}`;
  const drafts: DraftStatement[] = [];
  const paragraphs = [`${capital(words(random, 5))} (${number})`];
  for (let at = 0; at < statements; at++) {
    const draft = draftStatement(random, speakers);
    drafts.push(draft);
    paragraphs.push(draft.sentence);
  }
  const text = paragraphs.join("\n\n");
  const hash = hashOf(text);
  let from = (paragraphs[0] ?? "").length;
  const entries = drafts.map((draft) => {
    from = text.indexOf(draft.sentence, from);
    return entryOf(text, hash, from, draft, random() < 0.8 ? 0.5 + random() / 2 : 0.1 + random() * 0.4);
  });
  const article: Article = {
    text,
    title: paragraphs[0] ?? null,
    byline: null,
    publisher: pick(PUBLISHERS, random),
    url: `https://press.example/${number}`,
    published: day,
    language: "en",
    hash,
    reuse: null,
    speaker: null,
    given: ["published"],
    furniture: [],
  };
  return { article, entries, engine, origin: `invented-${number}.txt` };
}

/** The article with `text` in place of its own; `entries` are kept where their words still stand at their place. */
export function rewritten(record: ReadArticle, text: string, changes: Partial<Article> = {}): ReadArticle {
  const hash = hashOf(text);
  return { ...record, article: { ...record.article, ...changes, text, hash }, entries: [] };
}

export interface InventedOptions {
  readonly statements?: number;
  readonly engine?: string;
  readonly speakers?: number;
}

interface DraftStatement {
  readonly sentence: string;
  readonly name: string;
  readonly role: string;
  readonly content: string;
  readonly commitment: null | {
    readonly action: string;
    readonly strength: Commitment["strength"];
    readonly condition: string | null;
    readonly time: string | null;
  };
}

function draftStatement(random: () => number, speakers: number): DraftStatement {
  const person = Math.floor(speakers * random() ** 2);
  const name = nameOf(person);
  const role = ROLES[person % ROLES.length] ?? "";
  const subject = words(random, 8 + Math.floor(random() * 14));
  if (random() < 0.6)
    return { sentence: `${role} ${name} said ${subject}.`, name, role, content: subject, commitment: null };
  const strength = pick(["will", "plan", "may"] as const, random);
  const action = `${pick(ACTIONS, random)} ${words(random, 4)}`;
  const condition = random() < 0.4 ? pick(CONDITIONS, random) : null;
  const time = random() < 0.3 ? `by ${2026 + Math.floor(random() * 8)}` : null;
  const verb = { will: "will", plan: "plans to", may: "may" }[strength];
  const content = [`the republic ${verb} ${action}`, time, condition].filter((part) => part !== null).join(" ");
  return {
    sentence: `${role} ${name} said ${content}.`,
    name,
    role,
    content,
    commitment: { action, strength, condition, time },
  };
}

function entryOf(text: string, hash: string, from: number, draft: DraftStatement, confidence: number): Entry {
  const find = (words: string, after = from): Span => {
    const start = text.indexOf(words, after);
    return spanOf(text, start, start + words.length);
  };
  const source = find(`${draft.role} ${draft.name}`);
  const cue = find("said", source.end);
  const content = find(draft.content, cue.end);
  const name = find(draft.name);
  return {
    id: statementId(hash, { source: [source], cue: [cue], content: [content] }),
    kind: "indirect",
    act: "said",
    source: [source],
    cue: [cue],
    content: [content],
    free: false,
    within: null,
    repeats: null,
    speaker: {
      name: draft.name,
      description: null,
      span: name,
      kind: "person",
      named: true,
      role: { title: draft.role, span: find(draft.role) },
    },
    said: null,
    occasion: null,
    addressee: null,
    confidence,
    commitments:
      draft.commitment === null ? [] : [commitmentOf(draft.commitment, (words) => find(words, content.start))],
  };
}

function commitmentOf(draft: NonNullable<DraftStatement["commitment"]>, find: (words: string) => Span): Commitment {
  return {
    committer: { name: "the republic", span: find("the republic") },
    action: find(draft.action),
    polarity: "do",
    polaritySpan: null,
    strength: draft.strength,
    strengthSpan: null,
    conditions: draft.condition === null ? [] : [find(draft.condition)],
    time: draft.time === null ? [] : [find(draft.time)],
    quantity: [],
    beneficiary: null,
    form: null,
    confidence: 0.9,
    testability: { value: "vague", reason: null },
  };
}

const PUBLISHERS = [
  "Veldan Courier",
  "Morava Post",
  "Lakeside Herald",
  "The Orsk Ledger",
  "Harbour News",
  "Tarn Weekly",
];
const ROLES = [
  "Prime Minister",
  "Housing Minister",
  "President",
  "Mayor",
  "Foreign Minister",
  "Opposition leader",
  "Governor",
  "Commissioner for Rivers",
];
const ACTIONS = ["build", "repair", "send", "close", "fund", "train", "open", "sell", "protect", "review"];
const CONDITIONS = [
  "once the harbour treaty is signed",
  "after the flood ends",
  "if parliament approves the budget",
  "only after an election",
  "provided that the river union agrees",
  "unless the strike goes on",
  "when the new bridge opens",
];
const FIRST = [
  "Ana",
  "Boro",
  "Cira",
  "Dovan",
  "Elka",
  "Faro",
  "Gita",
  "Hanno",
  "Ilse",
  "Jorun",
  "Kelda",
  "Lugo",
  "Mirel",
];
const SYLLABLES = [
  "ba",
  "dor",
  "ven",
  "ka",
  "lim",
  "ros",
  "tel",
  "mun",
  "sar",
  "ghi",
  "pol",
  "nev",
  "ri",
  "tas",
  "zu",
  "fen",
];
const PLAIN_WORDS = (
  "the of to in a and that is for on with it as be by this are was from at which not have will has their they or an were more " +
  "people government country year new state minister water bridge school road harbour city budget health tax river union work " +
  "plan money time house energy law public court trade market farm train security peace border army soldier election party"
).split(" ");

function nameOf(person: number): string {
  const family = syllables(person * 7 + 3, 3);
  return `${FIRST[person % FIRST.length] ?? ""} ${capital(family)}`;
}

/** Words by Zipf's law over a vocabulary of 30,000: the first are plain English, the others invented. */
function words(random: () => number, count: number): string {
  const chosen: string[] = [];
  for (let at = 0; at < count; at++) {
    const rank = Math.floor(30_000 ** random());
    chosen.push(PLAIN_WORDS[rank] ?? syllables(rank, 2 + (rank % 3)));
  }
  return chosen.join(" ");
}

function syllables(seed: number, count: number): string {
  let word = "";
  for (let rest = seed, at = 0; at < count || rest > 0; at++) {
    word += SYLLABLES[rest % SYLLABLES.length] ?? "";
    rest = Math.floor(rest / SYLLABLES.length);
  }
  return word;
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

function two(value: number): string {
  return String(value).padStart(2, "0");
}

function pick<T>(values: readonly T[], random: () => number): T {
  const value = values[Math.floor(random() * values.length)];
  if (value === undefined) throw new RangeError("Nothing to pick from");
  return value;
}

/** Mulberry32: small, and the same everywhere. */
function randomFrom(seed: number): () => number {
  let state = (seed * 0x9e3779b1) >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
  };
}
