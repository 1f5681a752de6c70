/**
 * How far two labellings of the same items agree, field by field.
 *
 *     node eval/labels/agreement.ts [A.jsonl [B.jsonl]]     `labels-a.jsonl` and `labels-b.jsonl` unless told
 *
 * Items of B that `labels-a.jsonl` lacks (503 and up) are set against the label of the same content in `labels-c.jsonl`.
 */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { articlesOf } from "./candidates.ts";

type Range = readonly [start: number, end: number];

/** What is read of a line that `convert.ts` writes. */
interface Label {
  readonly item: number;
  readonly corpus: "polnear" | "releases";
  readonly article: string;
  readonly attribution: string | null;
  readonly content: readonly Range[];
  readonly commitment: boolean;
  readonly unsure: boolean;
  readonly committer?: string | null;
  readonly action?: readonly Range[];
  readonly polarity?: string;
  readonly strength?: string;
  readonly conditions?: readonly (readonly Range[])[];
  readonly time?: readonly (readonly Range[])[];
  readonly quantity?: readonly (readonly Range[])[];
}

type Pair = readonly [a: Label, b: Label];

const SPAN_FIELDS = ["conditions", "time", "quantity"] as const;
/** No part of a name: articles, honorifics and offices, which one labeller keeps and the other leaves out. */
const TITLES = new Set("the a an mr mrs ms dr sen senator rep gov governor president prime minister former".split(" "));

const corpora = { polnear: articlesOf("polnear"), releases: articlesOf("releases") };
const file = (at: number, name: string): string =>
  process.argv[at] ?? fileURLToPath(new URL(`./${name}`, import.meta.url));
const first = new Map(labelsOf(file(2, "labels-a.jsonl")).map((label) => [label.item, label]));
const further = new Map(labelsOf(file(4, "labels-c.jsonl")).map((label) => [contentOf(label), label]));
const pairs = labelsOf(file(3, "labels-b.jsonl")).flatMap((b): Pair[] => {
  const a = first.get(b.item) ?? further.get(contentOf(b));
  return a ? [[a, b]] : [];
});
const sure = pairs.filter(([a, b]) => !a.unsure && !b.unsure);
const both = pairs.filter(([a, b]) => a.commitment && b.commitment);
const named = both.filter(([a, b]) => a.committer && b.committer);

decision("commitment or not", pairs);
decision("neither unsure", sure);
for (const corpus of ["polnear", "releases"] as const)
  decision(
    corpus,
    pairs.filter(([a]) => a.corpus === corpus),
  );
share("polarity", both, ([a, b]) => a.polarity === b.polarity);
share("strength", both, ([a, b]) => a.strength === b.strength);
share("committer", both, ([a, b]) => isSameName(a.committer ?? "", b.committer ?? ""));
share("committer, both named", named, ([a, b]) => isSameName(a.committer ?? "", b.committer ?? ""));
share("action, word F1 >= 0.5", both, (pair) => actionF1(pair) >= 0.5);
for (const field of SPAN_FIELDS) spans(field);

/** What tells contents apart: `labels-c.jsonl` numbers its items by itself. */
function contentOf({ corpus, article, attribution, content }: Label): string {
  return JSON.stringify([corpus, article, attribution, content]);
}

function labelsOf(path: string): Label[] {
  return readFileSync(path, "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => JSON.parse(line) as Label); // written by convert.ts
}

function decision(name: string, of: readonly Pair[]): void {
  const rate = (isIn: (pair: Pair) => boolean): number => of.filter((pair) => isIn(pair)).length / of.length;
  const agreed = rate(([a, b]) => a.commitment === b.commitment);
  const [yesA, yesB] = [rate(([a]) => a.commitment), rate(([, b]) => b.commitment)];
  const chance = yesA * yesB + (1 - yesA) * (1 - yesB);
  const kappa = (agreed - chance) / (1 - chance);
  print(name, of.length, `${percent(agreed)}, kappa ${kappa.toFixed(2)}, yes ${percent(yesA)} and ${percent(yesB)}`);
}

function share(name: string, of: readonly Pair[], isAgreed: (pair: Pair) => boolean): void {
  print(name, of.length, percent(of.filter((pair) => isAgreed(pair)).length / of.length));
}

/** F1 of the spans of the items that both call a commitment: by one shared character, and by the same offsets. */
function spans(field: (typeof SPAN_FIELDS)[number]): void {
  const isOverlap = (x: readonly Range[], y: readonly Range[]): boolean =>
    x.some(([start, end]) => y.some(([from, to]) => start < to && from < end));
  const isExact = (x: readonly Range[], y: readonly Range[]): boolean => JSON.stringify(x) === JSON.stringify(y);
  let [countA, countB, overlaps, exacts] = [0, 0, 0, 0];
  for (const [a, b] of both) {
    const [inA, inB] = [a[field] ?? [], b[field] ?? []];
    countA += inA.length;
    countB += inB.length;
    for (const [some, others] of [
      [inA, inB],
      [inB, inA],
    ] as const) {
      overlaps += some.filter((x) => others.some((y) => isOverlap(x, y))).length;
      exacts += some.filter((x) => others.some((y) => isExact(x, y))).length;
    }
  }
  const all = countA + countB;
  print(
    field,
    both.length,
    `${countA} and ${countB} spans, F1 ${percent(overlaps / all)}, exact ${percent(exacts / all)}`,
  );
}

function actionF1([a, b]: Pair): number {
  const [inA, inB] = [wordsOf(a), wordsOf(b)];
  const shared = [...inA].filter((word) => inB.has(word)).length;
  return shared === 0 ? 0 : (2 * shared) / (inA.size + inB.size);
}

/** Where the words of the action begin in the article. */
function wordsOf({ corpus, article, action = [] }: Label): ReadonlySet<number> {
  const text = corpora[corpus].get(article)?.text ?? "";
  return new Set(
    action.flatMap(([start, end]) =>
      [...text.slice(start, end).matchAll(/[\p{L}\p{N}]+/gu)].map(({ index }) => start + index),
    ),
  );
}

/** Letter case and titles aside; "Clinton" is "Hillary Clinton". Nobody is only nobody. */
function isSameName(a: string, b: string): boolean {
  const fold = (name: string): Set<string> =>
    new Set((name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? []).filter((word) => !TITLES.has(word)));
  const [inA, inB] = [fold(a), fold(b)];
  if (inA.size === 0 || inB.size === 0) return inA.size === inB.size;
  return [...inA].every((word) => inB.has(word)) || [...inB].every((word) => inA.has(word));
}

function percent(rate: number): string {
  return `${(100 * rate).toFixed(1)} %`;
}

function print(name: string, count: number, figures: string): void {
  console.log(`${name.padEnd(24)}${String(count).padStart(4)}  ${figures}`);
}
