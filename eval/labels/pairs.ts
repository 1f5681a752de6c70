/**
 * Draws the pairs of statements that are labelled for shifts, and prints them for a labeller. The draw is fixed: what is chosen among equals is
 * chosen by the SHA-256 of the pair's ids.
 *
 *     node eval/labels/pairs.ts draw ENTRIES          prints the pairs, a line each
 *     node eval/labels/pairs.ts show [ORDER]          prints them in the order that the seed ORDER gives
 *
 * ENTRIES has one statement a line: `{corpus, article, date, key, entry}`, as the engine read it, `key` being its speaker's.
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Entry } from "../../src/core/entry.ts";
import { sameSubject, type Subject, subjectsOf } from "../../src/core/shifts/subject.ts";
import type { Offsets } from "../../train/commitment-gold.ts";

export type PairCorpus = "releases" | "wikinews" | "polnear";

export interface PairSide {
  readonly article: string;
  readonly content: readonly Offsets[];
}

/** A pair to be labelled. Both articles are of one half, so that the two halves share no article. */
export interface DrawnPair {
  readonly pair: number;
  readonly corpus: PairCorpus;
  readonly half: 0 | 1;
  /** What it was drawn as: likeness of acts, of words, or by chance. */
  readonly drawn: string;
  readonly earlier: PairSide;
  readonly later: PairSide;
}

/** A statement as it was read for the draw. */
interface Row {
  readonly corpus: PairCorpus;
  readonly article: string;
  readonly date: string | null;
  readonly key: string | null;
  readonly entry: Entry;
}

interface Candidate {
  readonly corpus: PairCorpus;
  readonly key: string;
  readonly half: 0 | 1;
  readonly drawn: string;
  readonly earlier: Row;
  readonly later: Row;
}

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));
const listFile = fileURLToPath(new URL("./shift-pairs.jsonl", import.meta.url));

export const PAIR_FILES: Readonly<Record<PairCorpus, string>> = {
  releases: "news/press-releases-ua-ru.jsonl",
  wikinews: "news/wikinews-en.jsonl",
  polnear: "polnear/train.jsonl",
};

/** How many pairs of each kind, in each half: [releases, PolNeAR and Wikinews]. Acts are those of commitments. */
const WANTED: Readonly<Record<string, readonly [number, number]>> = {
  "acts 0.65": [11, 5],
  "acts 0.5": [8, 3],
  "acts 0.35": [5, 3],
  "acts 0.2": [2, 2],
  "act and words": [8, 3],
  "words 0.6": [6, 3],
  "words 0.45": [8, 4],
  "words 0.3": [5, 3],
  chance: [2, 2],
};

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}

export function halfOfArticle(article: string): 0 | 1 {
  return (parseInt(hash(`half ${article}`).slice(0, 8), 16) & 1) === 0 ? 0 : 1;
}

function draw(rows: readonly Row[]): readonly DrawnPair[] {
  const candidates = [...groupsOf(rows)].flatMap((group) => candidatesOf(group));
  const chosen: Candidate[] = [];
  const used = new Map<string, number>();
  for (const [drawn, counts] of Object.entries(WANTED))
    for (const half of [0, 1] as const)
      for (const [at, count] of counts.entries()) {
        const pool = candidates
          .filter((one) => one.drawn === drawn && one.half === half && (one.corpus === "releases") === (at === 0))
          .map((one) => ({ one, place: hash(`${one.earlier.entry.id} ${one.later.entry.id}`) }))
          .toSorted((a, b) => (a.place < b.place ? -1 : 1));
        let taken = 0;
        for (const { one } of pool) {
          const keys = [one.earlier.entry.id, one.later.entry.id, `${one.earlier.article} ${one.later.article}`];
          // no statement twice, and no pair of articles
          if (taken >= count || keys.some((key) => used.has(key))) continue;
          for (const key of keys) used.set(key, 1);
          chosen.push(one);
          taken++;
        }
      }
  return chosen
    .toSorted((a, b) => (hash(`order ${a.earlier.entry.id}`) < hash(`order ${b.earlier.entry.id}`) ? -1 : 1))
    .map(({ corpus, half, drawn, earlier, later }, pair) => ({
      pair,
      corpus,
      half,
      drawn,
      earlier: sideOf(earlier),
      later: sideOf(later),
    }));
}

function sideOf({ article, entry }: Row): PairSide {
  return { article, content: entry.content.map(({ start, end }) => [start, end] as const) };
}

/** The statements of one speaker in one corpus and half that are sure and long enough, in order of their dates. */
function groupsOf(rows: readonly Row[]): Iterable<readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const length = row.entry.content.reduce((sum, { text }) => sum + text.length, 0);
    if (row.key === null || row.date === null || row.date.includes("X") || row.entry.repeats !== null) continue;
    if (row.entry.confidence < 0.55 || length < 35 || length > 330) continue;
    const key = `${row.corpus} ${row.key} ${halfOfArticle(row.article)}`;
    groups.set(key, [...(groups.get(key) ?? []), row]);
  }
  return [...groups.values()].map((group) =>
    group.toSorted((a, b) => (`${a.date} ${a.entry.id}` < `${b.date} ${b.entry.id}` ? -1 : 1)),
  );
}

function candidatesOf(all: readonly Row[]): readonly Candidate[] {
  // of the longest records a part, by hash, is pairs enough
  const group = all.filter(({ entry }) => all.length < 700 || entry.commitments.length > 0 || hash(entry.id) < "6");
  const subjects = subjectsOf(group.map(({ entry }) => entry));
  const words = group.map(({ entry }) => plainWords(entry));
  const frequency = new Map<string, number>();
  for (const bag of words) for (const word of bag) frequency.set(word, (frequency.get(word) ?? 0) + 1);
  const weight = (word: string): number => Math.log((1 + group.length) / (frequency.get(word) ?? 1));
  const totals = words.map((bag) => [...bag].reduce((sum, word) => sum + weight(word) ** 2, 0));
  const found: Candidate[] = [];
  for (const [at, later] of group.entries())
    for (const [before, earlier] of group.slice(0, at).entries()) {
      const [a, b] = [subjects[before], subjects[at]];
      if (a === undefined || b === undefined || earlier.article === later.article || earlier.date === later.date)
        continue;
      const [few, many] = [words[before] ?? new Set<string>(), words[at] ?? new Set<string>()];
      let common = 0;
      for (const word of few) if (many.has(word)) common += weight(word) ** 2;
      const likeness = common / Math.sqrt(Math.max(1e-9, (totals[before] ?? 0) * (totals[at] ?? 0)));
      const drawn = kindOf(a, b, likeness, hash(`${earlier.entry.id}-${later.entry.id}`));
      if (drawn === null) continue;
      found.push({
        corpus: later.corpus,
        key: later.key ?? "",
        half: halfOfArticle(later.article),
        drawn,
        earlier,
        later,
      });
    }
  return found;
}

function kindOf(a: Subject, b: Subject, likeness: number, place: string): string | null {
  const acts = a.acts.length > 0 && b.acts.length > 0;
  if (acts) {
    const same = sameSubject(a, b, 0.2);
    if (same !== null && same.earlier !== null && same.later !== null)
      for (const least of [0.65, 0.5, 0.35, 0.2]) if (same.likeness >= least) return `acts ${least}`;
  }
  if (a.acts.length + b.acts.length > 0 && sameSubject(a, b) !== null) return "act and words";
  for (const least of [0.6, 0.45, 0.3]) if (likeness >= least) return likeness > 0.97 ? null : `words ${least}`;
  return place < "001" ? "chance" : null;
}

function plainWords(entry: Entry): ReadonlySet<string> {
  const text = entry.content
    .map((span) => span.text)
    .join(" ")
    .toLowerCase();
  return new Set(
    (text.match(/[\p{L}\p{N}]{3,}/gu) ?? []).map((word) =>
      word.length > 4 ? word.replace(/(?:ing|ed|es|s)$/, "") : word,
    ),
  );
}

function show(order: string): void {
  const texts = new Map<string, { readonly text: string; readonly date: string }>();
  for (const file of Object.values(PAIR_FILES))
    for (const line of readFileSync(corpora + file, "utf8")
      .split("\n")
      .filter(Boolean)) {
      // the corpora's own form, told by their README
      const { id, text, date } = JSON.parse(line) as { id: string; text: string; date: string };
      texts.set(id, { text, date: date.slice(0, 10) });
    }
  const lines = readFileSync(listFile, "utf8").split("\n").filter(Boolean);
  const pairs = lines.map((line) => JSON.parse(line) as DrawnPair); // written by `draw`
  for (const { pair, earlier, later } of pairs.toSorted((a, b) =>
    hash(`${order} ${a.pair}`) < hash(`${order} ${b.pair}`) ? -1 : 1,
  )) {
    console.log(`#${pair}`);
    for (const { article, content } of [earlier, later]) {
      const { text = "", date = "" } = texts.get(article) ?? {};
      console.log(
        `  ${date} ${content
          .map(([start, end]) => text.slice(start, end))
          .join(" ## ")
          .replace(/\s+/g, " ")}`,
      );
    }
  }
}

const [deed, file] = process.argv.slice(2);
if (process.argv[1] === fileURLToPath(import.meta.url)) {
  if (deed === "show") show(file ?? "first");
  else {
    const rows = readFileSync(file ?? "", "utf8")
      .split("\n")
      .filter(Boolean)
      .map((line) => JSON.parse(line) as Row); // as the comment at the top says
    for (const pair of draw(rows)) console.log(JSON.stringify(pair));
  }
}
