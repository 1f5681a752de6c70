/**
 * Pairs of statements of one speaker: on one subject or not, and what moved.
 *
 *     npm run eval -- shifts
 *
 * `labels/shifts.jsonl` holds pairs drawn over the whole range of likeness from presidential releases, judged by hand. The threshold of
 * `sameSubject` is chosen on the pairs with an even number and measured on the others. Types are those but scope and wording.
 */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import type { Entry } from "../src/core/entry.ts";
import { record } from "../src/core/record.ts";
import { changesBetween } from "../src/core/shifts/compare.ts";
import { SAME_ACT, sameSubject, type Subject, subjectsOf } from "../src/core/shifts/subject.ts";
import { loadEnglish } from "../src/ingest/languages.ts";
import { articleOf, type GoldArticle, type Offsets, readLines } from "../train/commitment-gold.ts";
import type { Measure } from "./suite.ts";

interface Side {
  readonly article: string;
  readonly content: readonly Offsets[];
}

/** A line of `labels/shifts.jsonl`. */
interface Pair {
  readonly pair: number;
  readonly earlier: Side;
  readonly later: Side;
  readonly same: boolean;
  readonly changes?: readonly string[];
}

/** A pair as the engine reads it; null for a side whose statement it no longer finds. */
interface ReadPair {
  readonly label: Pair;
  readonly earlier: Read | null;
  readonly later: Read | null;
}

interface Read {
  readonly entry: Entry;
  readonly subject: Subject;
  readonly date: string | null;
}

const releases = fileURLToPath(new URL("../../shared/corpora/news/press-releases-ua-ru.jsonl", import.meta.url));
const labels = fileURLToPath(new URL("./labels/shifts.jsonl", import.meta.url));
const TYPES = ["condition added", "condition dropped", "condition changed", "strength up", "strength down", "polarity"];

function readPairs(): readonly ReadPair[] | null {
  if (!existsSync(releases)) return null;
  const language = loadEnglish();
  const pairs = readLines<Pair>(labels);
  const wanted = new Set(pairs.flatMap(({ earlier, later }) => [earlier.article, later.article]));
  const read = readLines<GoldArticle>(releases)
    .filter(({ id }) => wanted.has(id))
    .flatMap((gold) =>
      record(articleOf(gold), language)
        .filter(({ commitments }) => commitments.length > 0)
        .map((entry) => ({ id: gold.id, date: gold.date?.slice(0, 10) ?? null, entry })),
    );
  const subjects = subjectsOf(read.map(({ entry }) => entry));
  const find = ({ article, content }: Side): Read | null => {
    const [start, end] = [content[0]?.[0] ?? 0, content.at(-1)?.[1] ?? 0];
    const shared = (entry: Entry): number => {
      const [from, to] = [entry.content[0]?.start ?? 0, entry.content.at(-1)?.end ?? 0];
      return Math.max(0, Math.min(end, to) - Math.max(start, from)) / Math.max(end - start, to - from);
    };
    let best: Read | null = null;
    let most = 0.5;
    for (const [at, { id, entry, date }] of read.entries()) {
      const subject = subjects[at];
      if (id !== article || subject === undefined || shared(entry) < most) continue;
      most = shared(entry);
      best = { entry, subject, date };
    }
    return best;
  };
  return pairs.map((label) => ({ label, earlier: find(label.earlier), later: find(label.later) }));
}

interface Counts {
  readonly right: number;
  readonly said: number;
  readonly gold: number;
}

function f1({ right, said, gold }: Counts): number {
  return (200 * right) / Math.max(1, said + gold);
}

function sameAt(pairs: readonly ReadPair[], least: number): Counts {
  const said = pairs.filter(
    ({ earlier, later }) =>
      earlier !== null && later !== null && sameSubject(earlier.subject, later.subject, least) !== null,
  );
  return {
    right: said.filter(({ label }) => label.same).length,
    said: said.length,
    gold: pairs.filter(({ label }) => label.same).length,
  };
}

/** Types of change over the pairs that both sides call one subject. */
function typesOf(pairs: readonly ReadPair[]): Counts {
  let [right, said, gold] = [0, 0, 0];
  for (const { label, earlier, later } of pairs) {
    const same = earlier && later && label.same ? sameSubject(earlier.subject, later.subject) : null;
    if (earlier === null || later === null || same === null) continue;
    const side = ({ entry, date }: Read, article: string) => ({ entry, article, date, published: date });
    const found = changesBetween(side(earlier, "earlier"), side(later, "later"), same)
      .map(({ kind }) => kind)
      .filter((kind) => TYPES.includes(kind));
    const wanted = label.changes ?? [];
    said += found.length;
    gold += wanted.length;
    right += wanted.filter((kind) => found.some((one) => one === kind)).length;
  }
  return { right, said, gold };
}

function isFor(half: 0 | 1): (pair: ReadPair) => boolean {
  return ({ label }) => label.pair % 2 === half;
}

export async function measureShifts(): Promise<readonly Measure[] | null> {
  const pairs = readPairs();
  if (pairs === null) return null;
  const tested = pairs.filter(isFor(1));
  return [
    { name: "one subject or not F1, pairs not chosen on", value: Math.round(10 * f1(sameAt(tested, SAME_ACT))) / 10 },
    { name: "types of change F1, all pairs of one subject", value: Math.round(10 * f1(typesOf(pairs))) / 10 },
  ];
}

export function evaluateShifts(): void {
  const pairs = readPairs();
  if (pairs === null) {
    console.log("  the corpus is absent");
    return;
  }
  const lost = pairs.filter(({ earlier, later }) => earlier === null || later === null).length;
  console.log(
    `${pairs.length} pairs, ${pairs.filter(({ label }) => label.same).length} on one subject; ${lost} with a side not found`,
  );
  for (const half of [0, 1] as const)
    for (const least of [0.4, 0.45, 0.5, 0.55, 0.6, 0.65, 0.7, 0.75]) {
      const counts = sameAt(pairs.filter(isFor(half)), least);
      const { right, said, gold } = counts;
      console.log(
        `  ${half === 0 ? "choosing " : "measuring"} likeness ${least}: F1 ${f1(counts).toFixed(1)} (P ${right}/${said}, R ${right}/${gold})`,
      );
    }
  const types = typesOf(pairs);
  console.log(
    `  types of change: F1 ${f1(types).toFixed(1)} (P ${types.right}/${types.said}, R ${types.right}/${types.gold})`,
  );
}
