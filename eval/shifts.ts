/**
 * Pairs of statements of one speaker: on one subject or not, and what moved.
 *
 *     npm run eval -- shifts
 *
 * `labels/shift-pairs.jsonl` holds pairs drawn at several levels of likeness (`labels/pairs.ts`), judged by a guideline; its half 0 was built and
 * chosen on, half 1 is measured on, and no article is in both. `labels/shifts.jsonl` holds an earlier, smaller set of releases that nothing here was
 * chosen on. Both are drawn where the question is hard: what is found in a ledger is judged by reading (`labels/README.md`).
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Entry } from "../src/core/entry.ts";
import { record } from "../src/core/record.ts";
import { changesBetween } from "../src/core/shifts/compare.ts";
import type { Change } from "../src/core/shifts/shift.ts";
import {
  LEAST_LIKENESS,
  type LeastLikeness,
  sameSubject,
  type Subject,
  subjectsOf,
} from "../src/core/shifts/subject.ts";
import { speakerKey } from "../src/core/speakers/identity.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { articleOf, type GoldArticle, type Offsets, readLines } from "../train/commitment-gold.ts";
import { seeded } from "../train/random.ts";
import { PAIR_FILES, type PairCorpus } from "./labels/pairs.ts";
import type { Measure } from "./suite.ts";

interface Side {
  readonly article: string;
  readonly content: readonly Offsets[];
}

/** A line of `labels/shift-pairs.jsonl`, or of `labels/shifts.jsonl`, which names neither corpus nor half. */
interface Pair {
  readonly pair: number;
  readonly corpus?: PairCorpus;
  readonly half?: 0 | 1;
  readonly drawn?: string;
  readonly earlier: Side;
  readonly later: Side;
  readonly same: boolean;
  readonly changes?: readonly string[];
  readonly unsure?: boolean;
}

/** A pair as the engine reads it; null for a side whose statement it no longer finds. */
interface ReadPair {
  readonly label: Pair;
  readonly earlier: Read | null;
  readonly later: Read | null;
}

interface Read {
  readonly article: string;
  readonly entry: Entry;
  readonly subject: Subject;
  readonly date: string | null;
}

const corpora = fileURLToPath(new URL("../../shared/corpora/", import.meta.url));
const labels = fileURLToPath(new URL("./labels/", import.meta.url));

/** The pairs of a file of labels with what the engine reads of them, kept as a ledger keeps it; null where a corpus is absent. */
function readPairs(file: "shift-pairs.jsonl" | "shifts.jsonl"): readonly ReadPair[] | null {
  const pairs = readLines<Pair>(labels + file);
  const used = [...new Set(pairs.map(({ corpus = "releases" }) => corpus))];
  if (used.some((corpus) => !existsSync(corpora + PAIR_FILES[corpus]))) return null;
  const language = loadEnglish();
  const wanted = new Set(pairs.flatMap(({ earlier, later }) => [earlier.article, later.article]));
  /** By corpus and speaker: what is common is counted over one speaker's record. */
  const records = new Map<string, Omit<Read, "subject">[]>();
  for (const corpus of used)
    for (const gold of readLines<GoldArticle>(corpora + PAIR_FILES[corpus])) {
      if (!wanted.has(gold.id)) continue;
      for (const entry of record(articleOf(gold), language)) {
        const key = `${corpus} ${speakerKey(entry.speaker?.name ?? "")}`;
        const kept = records.get(key) ?? [];
        records.set(key, kept);
        kept.push({ article: gold.id, entry, date: gold.date?.slice(0, 10) ?? null });
      }
    }
  const byArticle = new Map<string, Read[]>();
  for (const kept of records.values()) {
    const subjects = subjectsOf(kept.map(({ entry }) => entry));
    for (const [at, read] of kept.entries()) {
      const subject = subjects[at];
      if (subject === undefined) continue;
      byArticle.set(read.article, [...(byArticle.get(read.article) ?? []), { ...read, subject }]);
    }
  }
  const find = ({ article, content }: Side): Read | null => {
    let best: Read | null = null;
    let most = 0.5;
    for (const read of byArticle.get(article) ?? []) {
      const alike = sharedPart(read.entry, content);
      if (alike < most) continue;
      most = alike;
      best = read;
    }
    return best;
  };
  return pairs.map((label) => ({ label, earlier: find(label.earlier), later: find(label.later) }));
}

function sharedPart({ content }: Entry, gold: readonly Offsets[]): number {
  const [start, end] = [gold[0]?.[0] ?? 0, gold.at(-1)?.[1] ?? 0];
  const [from, to] = [content[0]?.start ?? 0, content.at(-1)?.end ?? 0];
  return Math.max(0, Math.min(end, to) - Math.max(start, from)) / Math.max(end - start, to - from);
}

interface Counts {
  readonly right: number;
  readonly said: number;
  readonly gold: number;
}

function f1({ right, said, gold }: Counts): number {
  return (200 * right) / Math.max(1, said + gold);
}

function precision({ right, said }: Counts): number {
  return (100 * right) / Math.max(1, said);
}

function isSaid({ earlier, later }: ReadPair, least: LeastLikeness = LEAST_LIKENESS): boolean {
  return earlier !== null && later !== null && sameSubject(earlier.subject, later.subject, least) !== null;
}

function sameAt(pairs: readonly ReadPair[], least?: LeastLikeness): Counts {
  const said = pairs.filter((pair) => isSaid(pair, least));
  return {
    right: said.filter(({ label }) => label.same).length,
    said: said.length,
    gold: pairs.filter(({ label }) => label.same).length,
  };
}

/** What the engine finds to differ in a pair that it and the label call one subject; null in others. */
function changesOf({ label, earlier, later }: ReadPair): readonly Change["kind"][] | null {
  const same = earlier && later && label.same ? sameSubject(earlier.subject, later.subject) : null;
  if (earlier === null || later === null || same === null) return null;
  const side = ({ entry, date }: Read, article: string) => ({ entry, article, date, published: date });
  return changesBetween(side(earlier, "earlier"), side(later, "later"), same)
    .map(({ kind }) => kind)
    .filter((kind) => kind !== "role" && kind !== "older statement newly reported");
}

/** Types of change over the pairs that both sides call one subject, by type. */
function typesOf(pairs: readonly ReadPair[]): ReadonlyMap<string, Counts> {
  const counts = new Map<string, Counts>();
  const add = (kind: string, right: number, said: number, gold: number): void => {
    const before = counts.get(kind) ?? { right: 0, said: 0, gold: 0 };
    counts.set(kind, { right: before.right + right, said: before.said + said, gold: before.gold + gold });
  };
  for (const pair of pairs) {
    const found = changesOf(pair);
    if (found === null) continue;
    const wanted = new Set<string>(pair.label.changes ?? []);
    const said = new Set<string>(found);
    for (const kind of new Set([...wanted, ...said]))
      add(kind, wanted.has(kind) && said.has(kind) ? 1 : 0, said.has(kind) ? 1 : 0, wanted.has(kind) ? 1 : 0);
  }
  return counts;
}

function sumOf(counts: Iterable<Counts>): Counts {
  let [right, said, gold] = [0, 0, 0];
  for (const one of counts) {
    right += one.right;
    said += one.said;
    gold += one.gold;
  }
  return { right, said, gold };
}

/** 95 % of 1,000 draws of as many pairs, with the same draws each time. */
function spread(pairs: readonly ReadPair[], value: (pairs: readonly ReadPair[]) => number): readonly [number, number] {
  const random = seeded(4);
  const values = Array.from({ length: 1000 }, () =>
    value(pairs.flatMap(() => pairs[random.next() % pairs.length] ?? [])),
  ).toSorted((a, b) => a - b);
  return [rounded(values[25] ?? 0), rounded(values[974] ?? 100)];
}

function rounded(value: number): number {
  return Math.round(10 * value) / 10;
}

function ofHalf(pairs: readonly ReadPair[], half: 0 | 1): readonly ReadPair[] {
  return pairs.filter(({ label }) => label.half === half);
}

/** Two readings of all pairs: see `labels/README.md`. */
const AGREEMENT = 97.2;

export async function measureShifts(): Promise<readonly Measure[] | null> {
  const [pairs, first] = [readPairs("shift-pairs.jsonl"), readPairs("shifts.jsonl")];
  if (pairs === null || first === null) return null;
  const measured = ofHalf(pairs, 1);
  const onF1 = (some: readonly ReadPair[]): number => f1(sameAt(some));
  const onPrecision = (some: readonly ReadPair[]): number => precision(sameAt(some));
  const onTypes = (some: readonly ReadPair[]): number => f1(sumOf(typesOf(some).values()));
  return [
    {
      name: "one subject or not F1, half 1",
      value: rounded(onF1(measured)),
      spread: spread(measured, onF1),
      human: AGREEMENT,
    },
    { name: "  precision", value: rounded(onPrecision(measured)), spread: spread(measured, onPrecision) },
    { name: "types of change F1, half 1", value: rounded(onTypes(measured)), spread: spread(measured, onTypes) },
    { name: "one subject or not F1, first pairs", value: rounded(onF1(first)), spread: spread(first, onF1) },
    { name: "  precision, first pairs", value: rounded(onPrecision(first)), spread: spread(first, onPrecision) },
  ];
}

export function evaluateShifts(): void {
  for (const file of ["shift-pairs.jsonl", "shifts.jsonl"] as const) {
    const pairs = readPairs(file);
    if (pairs === null) {
      console.log("  a corpus is absent");
      return;
    }
    const lost = pairs.filter(({ earlier, later }) => earlier === null || later === null).length;
    const alike = pairs.filter(({ label }) => label.same).length;
    console.log(`${file}: ${pairs.length} pairs, ${alike} on one subject; ${lost} with a side not found`);
    if (file === "shifts.jsonl") {
      show("all", sameAt(pairs));
      showTypes("all", pairs);
      continue;
    }
    for (const half of [0, 1] as const) {
      const name = half === 0 ? "built on" : "measured on";
      const some = ofHalf(pairs, half);
      show(name, sameAt(some));
      const sure = some.filter(({ label }) => label.unsure !== true);
      show(`${name}, none unsure`, sameAt(sure));
      if (half === 0)
        for (const acts of [0.55, 0.65, 0.75])
          for (const passages of [0.6, 0.7, 0.8])
            show(`${name}, acts ${acts}, sentences ${passages}`, sameAt(some, { acts, passages }));
      showTypes(name, some);
      for (const drawn of new Set(some.map(({ label }) => label.drawn ?? "")))
        show(`${name}, drawn by ${drawn}`, sameAt(some.filter(({ label }) => label.drawn === drawn)));
    }
  }
}

function show(name: string, counts: Counts): void {
  const { right, said, gold } = counts;
  console.log(`  ${name}: F1 ${f1(counts).toFixed(1)} (P ${right}/${said}, R ${right}/${gold})`);
}

function showTypes(name: string, pairs: readonly ReadPair[]): void {
  const types = typesOf(pairs);
  show(`${name}, types of change`, sumOf(types.values()));
  for (const [kind, counts] of types) show(`  ${kind}`, counts);
}
