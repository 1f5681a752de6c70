/**
 * Prints the pairs of statements that are labelled for shifts, for a labeller:
 *
 *     node eval/labels/pairs.ts [ORDER]          in the order that the seed ORDER gives
 *
 * How they were drawn is told in README.md; the program that drew them stands in this file's first version (it asks the measure of that time).
 */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
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

const corpora = fileURLToPath(new URL("../../../shared/corpora/", import.meta.url));
const listFile = fileURLToPath(new URL("./shift-pairs.jsonl", import.meta.url));

export const PAIR_FILES: Readonly<Record<PairCorpus, string>> = {
  releases: "news/press-releases-ua-ru.jsonl",
  wikinews: "news/wikinews-en.jsonl",
  polnear: "polnear/train.jsonl",
};

function hash(text: string): string {
  return createHash("sha256").update(text).digest("hex");
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

if (process.argv[1] === fileURLToPath(import.meta.url)) show(process.argv[2] ?? "first");
